import { expect, test } from 'vitest'
import { read } from '../support/tree'

const { dependencies, devDependencies }: Record<string, Record<string, string>> = JSON.parse(read('package.json'))
const direct = Object.entries({ ...dependencies, ...devDependencies })
const licenceOf = (name: string): string => JSON.parse(read(`node_modules/${name}/package.json`)).license

test('the decision on dependencies lists each direct one with its version, its licence and a reason, and no other', () => {
  const rows = [
    ...read('content/decisions/0018-direct-dependencies.md').matchAll(/^\| (\S+) \| (\S+) \| (.+?) \| (.+) \|$/gm),
  ]
  const listed = rows
    .filter(([, name]) => name !== 'package')
    .map(([, name, version, licence]) => [name, version, licence])
  const installed = direct.map(([name, version]) => [name, version, licenceOf(name)])
  expect(listed.sort()).toEqual(installed.sort())
})

test('versions are exact', () => {
  expect(direct.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([])
})
