import fc from 'fast-check'
import { expect, test } from 'vitest'
import { freshItems, identifiedAfter, itemsAfter } from '@/lib/forms/item-keys'

const three = freshItems('effects', 3)

test('an item that is taken out takes its key along, an added one gets a key of its own', () => {
  expect(itemsAfter(three, 'remove:effects.1', 'effects', 2).keys).toEqual([1, 3])
  expect(itemsAfter(three, 'add:effects', 'effects', 4).keys).toEqual([1, 2, 3, 4])
  expect(itemsAfter({ path: 'effects', keys: [1, 3] }, 'add:effects', 'effects', 3).keys).toEqual([1, 3, 4])
})

test('what is asked of another list changes nothing here; the list moves with its item', () => {
  const inner = freshItems('effects.1.attribution', 2)
  expect(itemsAfter(inner, 'remove:effects.0', 'effects.0.attribution', 2)).toEqual({
    path: 'effects.0.attribution',
    keys: inner.keys,
  })
  expect(itemsAfter(three, 'remove:positions.0', 'effects', 3).keys).toBe(three.keys)
})

test('a list that became another one gets new keys, and keys are never shared', () => {
  const keys = itemsAfter(three, 'save', 'effects', 2).keys
  expect(keys.filter((key) => three.keys.includes(key))).toEqual([])
  const intent = fc.constantFrom('save', 'add:effects', 'remove:effects.0', 'remove:effects.2', 'add:positions')
  fc.assert(
    fc.property(fc.array(fc.tuple(intent, fc.nat({ max: 6 }))), (steps) => {
      let items = three
      for (const [asked, count] of steps) {
        items = itemsAfter(items, asked, 'effects', count)
        expect(items.keys).toHaveLength(count)
        expect(new Set(items.keys).size).toBe(count)
      }
    }),
  )
})

test('items with ids keep their keys wherever they stand, and one that gets another id keeps its own', () => {
  const three = freshItems('values', 3)
  const keysAfter = (after: string[]) => identifiedAfter(three, ['a', 'b', ''], after, 'values').keys
  expect(keysAfter(['b', 'a', ''])).toEqual([2, 1, 3])
  expect(keysAfter(['a', 'b', 'c'])).toEqual([1, 2, 3])
  expect(keysAfter(['a', ''])).toEqual([1, 3])
  // Which of two is which is not sure: both are made anew.
  expect(keysAfter(['x', 'y', ''])).toEqual([4, 5, 3])
})
