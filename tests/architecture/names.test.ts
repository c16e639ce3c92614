import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { codeBelow } from '../support/imports'

/** Both dialects of the database export the same two. */
const ofBothDialects = ['Db', 'Tx']

/** Each exported type with the files that export it. */
function exportedTypes(files: readonly string[]): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const file of files)
    for (const { 1: name = '' } of readFileSync(file, 'utf8').matchAll(
      /^export (?:abstract )?(?:class|interface|type|enum) (\w+)/gm,
    ))
      found.set(name, [...(found.get(name) ?? []), file])
  return found
}

const twice = (...folders: string[]) =>
  [...exportedTypes(codeBelow(...folders))].filter(
    ([name, files]) => files.length > 1 && !ofBothDialects.includes(name),
  )

test('no exported type has the name of another', () => {
  expect(twice('lib', 'db', 'app')).toEqual([])
})
