import { expect, test } from 'vitest'
import { filesUnder, read } from '../support/tree'

const model = 'content/decisions/0000-the-model.md'
const sections = new Set([...read(model).matchAll(/^## (\d+)\. /gm)].map(([, number]) => number))
const files = [
  ...['app', 'db', 'lib', 'tests'].flatMap((folder) => filesUnder(folder, /\.(tsx?|css)$/)),
  'server.ts',
  'proxy.ts',
  'instrumentation.ts',
].filter((file) => file !== 'tests/architecture/model.test.ts')

test('every section of the model that code cites is there, and the citations lead to a file that anyone has', () => {
  const cited = files.flatMap((file) =>
    [...read(file).matchAll(/\bmodel,(?:\s|\*)+sections? (\d+)(?: and (\d+))?/g)].flatMap(([, one, other]) =>
      [one, other].flatMap((number) => (number === undefined ? [] : [{ file, number }])),
    ),
  )
  expect(cited.length).toBeGreaterThan(20)
  expect(cited.filter(({ number }) => !sections.has(number))).toEqual([])
  expect(files.filter((file) => /\bdesign,(?:\s|\*)+sections? \d/.test(read(file)))).toEqual([])
  expect(read('README.md')).toContain(model)
})
