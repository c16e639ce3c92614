import { expect, test } from 'vitest'
import { remember, rememberEach } from '@/lib/policy/remember'

test('a question is worked out once for each thing, nothing included', () => {
  const asked: object[] = []
  const nothing = remember((thing: object) => {
    asked.push(thing)
    return null
  })
  const [one, other] = [{}, {}]
  expect([nothing(one), nothing(one), nothing(other), nothing(one)]).toEqual([null, null, null, null])
  expect(asked).toEqual([one, other])
})

test('of a thing and something else it is worked out once for equal keys, of each thing apart', () => {
  let times = 0
  const sum = rememberEach((thing: { base: number }, more: number[]) => thing.base + more.length + 0 * times++, {
    key: (more) => more.join(' '),
  })
  const [one, other] = [{ base: 1 }, { base: 2 }]
  expect([sum(one, [1]), sum(one, [1]), sum(one, [1, 2]), sum(other, [1])]).toEqual([2, 2, 3, 3])
  expect(times).toBe(3)
})

test('no more answers of a thing are kept than are allowed, those asked for last', () => {
  const asked: string[] = []
  const same = rememberEach((_: object, word: string) => asked.push(word), { most: 2 })
  const thing = {}
  for (const word of ['a', 'b', 'a', 'c', 'a', 'b']) same(thing, word)
  expect(asked).toEqual(['a', 'b', 'c', 'b'])
})

test('what throws is asked again', () => {
  let times = 0
  const failing = remember((_: object): number => {
    times++
    throw new Error('not now')
  })
  const thing = {}
  expect(() => failing(thing)).toThrow('not now')
  expect(() => failing(thing)).toThrow('not now')
  expect(times).toBe(2)
})
