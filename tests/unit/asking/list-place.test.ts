import fc from 'fast-check'
import { expect, test } from 'vitest'
import { listPlaceOf, writeListPlace } from '@/lib/asking/list-place'
import { limitOf, listedWordsOf, wordsOf } from '@/lib/asking/read'
import { BadParameter } from '@/lib/asking/refusal'

const anyPart = fc.stringMatching(/^[a-z0-9-]{0,40}$/)
const anyNumber = fc.integer({ min: 0, max: 999_999_999 })
const anyPlace = fc.record({
  edition: anyNumber,
  since: fc.option(anyNumber),
  behind: fc.array(anyPart, { minLength: 3, maxLength: 3 }),
})

test('a place is read back as it was written, and in no other list', () => {
  fc.assert(
    fc.property(anyPlace, (place) => {
      const cursor = writeListPlace('reports', place)
      expect(cursor).toMatch(/^[A-Za-z0-9_-]+$/)
      expect(listPlaceOf({ cursor }, 'reports', 3)).toEqual(place)
      expect(() => listPlaceOf({ cursor }, 'rules', 3)).toThrow(BadParameter)
      expect(() => listPlaceOf({ cursor }, 'reports', 4)).toThrow(BadParameter)
    }),
  )
})

test('any other text is refused as a cursor, and none stands for the first page', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ minLength: 1 }), fc.base64String({ minLength: 1 })), (cursor) => {
      fc.pre(cursor.trim() !== '')
      expect(() => listPlaceOf({ cursor }, 'reports', 3)).toThrow(BadParameter)
    }),
  )
  expect(listPlaceOf({ cursor: undefined }, 'reports', 3)).toBeNull()
  expect(listPlaceOf({ cursor: ' ' }, 'reports', 3)).toBeNull()
})

test('how many items a page may have is a number within bounds', () => {
  const limit = (text?: string) => limitOf({ limit: text }, 'limit', { usual: 100, most: 200 })
  expect([limit(), limit(''), limit('1'), limit('200')]).toEqual([100, 100, 1, 200])
  for (const text of ['0', '201', '-1', '1e2', '5.5', 'all', '99999'])
    expect(() => limit(text), text).toThrow(/a number from 1 to 200/)
})

test('several words are those of a list, whether they stand in one text or in several', () => {
  const known = ['title', 'note'] as const
  expect(listedWordsOf({ fields: 'title, note,' }, 'fields', known)).toEqual(['title', 'note'])
  expect(listedWordsOf({ fields: undefined }, 'fields', known)).toBeUndefined()
  expect(() => listedWordsOf({ fields: 'title,titel' }, 'fields', known)).toThrow('Known are title, note')
  expect(wordsOf({ kind: ['title', 'note'] }, 'kind', known)).toEqual(['title', 'note'])
  expect(wordsOf({ kind: undefined }, 'kind', known)).toBeUndefined()
  expect(() => wordsOf({ kind: ['title', 'x'] }, 'kind', known)).toThrow(BadParameter)
})
