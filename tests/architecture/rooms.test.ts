import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { circlesIn, codeBelow, importsOf } from '../support/imports'

describe('circles', () => {
  test('a circle is found, through types and through others', () => {
    const imports = new Map([
      ['a', ['b']],
      ['b', ['c', 'd']],
      ['c', ['a']],
      ['d', []],
      ['e', ['d', 'a']],
    ])
    expect(circlesIn(imports)).toEqual([['a', 'b', 'c']])
  })

  test('no files import each other, types counted', () => {
    expect(circlesIn(importsOf(codeBelow('lib', 'db', 'app')))).toEqual([])
  })
})

describe('the rooms of the policy', () => {
  const rooms = ['compiled', 'standing', 'answer', 'over-time', 'compare', 'events']
  const imports = importsOf(codeBelow('lib/policy'))
  const roomOf = (file: string) => file.split('/').at(2) ?? ''

  test('every file stands in a room, but for the index and the memory', () => {
    const others = [...imports.keys()].filter((file) => !rooms.includes(roomOf(file)))
    expect(others.sort()).toEqual(['lib/policy/index.ts', 'lib/policy/remember.ts'])
  })

  test.each(rooms)('%s imports its own files and those of the rooms below', (room) => {
    const above = rooms.slice(rooms.indexOf(room) + 1).concat('index.ts')
    const upward = [...imports]
      .filter(([file]) => roomOf(file) === room)
      .flatMap(([file, targets]) =>
        targets.filter((target) => above.includes(roomOf(target))).map((to) => `${file} -> ${to}`),
      )
    expect(upward).toEqual([])
  })

  test('the memory imports nothing of the policy', () => {
    expect(imports.get('lib/policy/remember.ts')).toEqual([])
  })

  test('who is outside asks the index', () => {
    const inside = /'@\/lib\/policy\/[^']+'/
    const past = codeBelow('lib', 'db', 'app').filter(
      (file) => !file.startsWith('lib/policy/') && inside.test(readFileSync(file, 'utf8')),
    )
    expect(past).toEqual([])
  })

  test('records are found by findRule and findChange', () => {
    const byHand = codeBelow('lib', 'db', 'app').filter(
      (file) => !file.startsWith('lib/policy/compiled/') && /(rule|change)Index\b/.test(readFileSync(file, 'utf8')),
    )
    expect(byHand).toEqual([])
  })

  test('only the memory keeps what is worked out of compiled records', () => {
    const keeping = [...imports.keys()].filter((file) => /new WeakMap\b/.test(readFileSync(file, 'utf8')))
    expect(keeping).toEqual(['lib/policy/remember.ts'])
  })
})
