import { expect, test } from 'vitest'
import { type Actor, belongingTo, fallsInto } from '@/lib/model'

const actor = (id: string, ...of: NonNullable<Actor['of']>): Actor => ({ id, name: id, kind: 'person', of })

const told = (actors: Actor[], id: string) =>
  belongingTo(actors, id).map((one) => [
    one.actor.id,
    ...one.times.map(({ from, until }) => `${from ?? ''}/${until ?? ''}`),
  ])

test('a person belongs to a party for its times only, and to a coalition for as long as the party does', () => {
  const actors = [
    actor('coalition'),
    actor('party', { actor: 'coalition', from: '2020', until: '2025-10' }),
    actor('ann', { actor: 'party', until: '2023-06-30' }, { actor: 'party', from: '2024-05' }),
    actor('bob', { actor: 'party', from: '2025-11-01' }),
    actor('eve', { actor: 'elsewhere' }),
  ]
  expect(told(actors, 'party')).toEqual([
    ['ann', '/2023-06-30', '2024-05/'],
    ['bob', '2025-11-01/'],
  ])
  expect(told(actors, 'coalition')).toEqual([
    ['party', '2020/2025-10'],
    ['ann', '2020/2023-06-30', '2024-05/2025-10'],
  ])
  expect(told(actors, 'ann')).toEqual([])
})

test('actors that belong to each other are told once and without end', () => {
  const actors = [actor('a', { actor: 'b' }), actor('b', { actor: 'a' }), actor('self', { actor: 'self' })]
  expect(told(actors, 'a')).toEqual([['b', '/']])
  expect(told(actors, 'self')).toEqual([])
})

test('a date of a month falls into a time that begins or ends within it', () => {
  expect(fallsInto('2024-05', { from: '2024-05-20' })).toBe(true)
  expect(fallsInto('2024-05-19', { from: '2024-05-20' })).toBe(false)
  expect(fallsInto('2024', { until: '2024-02' })).toBe(true)
  expect(fallsInto('2024-03-01', { until: '2024-02' })).toBe(false)
  expect(fallsInto('2024-02-29', { until: '2024-02' })).toBe(true)
  expect(fallsInto('2024', {})).toBe(true)
})
