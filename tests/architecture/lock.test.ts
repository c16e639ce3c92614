import { expect, test } from 'vitest'
import { read } from '../support/tree'

interface Locked {
  version?: string
  integrity?: string
  optionalDependencies?: Record<string, string>
}

const { packages }: { packages: Record<string, Locked> } = JSON.parse(read('package-lock.json'))

test('the lock holds every package, those of other platforms too, so that `npm ci` works on each of them', () => {
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !packages[`node_modules/${name}`]?.version && !packages[`${path}/node_modules/${name}`]?.version,
    ),
  )
  expect(missing).toEqual([])
})

test('the lock has a checksum for every package, those of other platforms too', () => {
  const unchecked = Object.entries(packages).filter(
    ([path, { integrity = '' }]) => path !== '' && !/^sha512-/.test(integrity),
  )
  expect(unchecked.map(([path]) => path)).toEqual([])
})

test('the lock names no registry', () => expect(read('package-lock.json')).not.toContain('"resolved"'))
