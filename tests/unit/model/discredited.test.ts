import { expect, test } from 'vitest'
import { type Change, discreditedReports, type Resolution } from '@/lib/model'
import { change, moves, report } from '../../support/dossiers'

const settled = (id: string, ...resolutions: Partial<Resolution>[]): Change => ({
  ...change(id),
  resolutions: resolutions.map((over) => ({
    about: 'disputed',
    holds: 'right',
    against: 'wrong',
    reason: 'It says so itself.',
    ...over,
  })),
})
const confirms = { ...moves('opening', 'decided'), kind: 'confirms' as const }
const right = report('right', '2024-01-02', moves('opening', 'decided', '2024-01-01'))
const wrong = report('wrong', '2024-01-03', moves('opening', 'decided', '2024-08-01'), confirms)
const found = (changes: Change[], reports = [right, wrong]) => [...discreditedReports({ changes, reports })]

test('a report is discredited when a resolution sets aside each of its effects', () => {
  expect(found([settled('opening', {})])).toEqual(['wrong'])
  expect(found([change('opening')])).toEqual([])
})

test('an effect on a change that is not settled against it keeps it', () => {
  const more = { ...wrong, effects: [...wrong.effects, moves('closing', 'floated')] }
  expect(found([settled('opening', {}), change('closing')], [right, more])).toEqual([])
  expect(found([settled('opening', {}), settled('closing', {})], [right, more])).toEqual(['wrong'])
})

test('about dates only the stages that the report that holds tells are set aside', () => {
  expect(found([settled('opening', { about: 'dates' })])).toEqual(['wrong'])
  const also = { ...wrong, effects: [...wrong.effects, moves('opening', 'in_force', '2024-09-01')] }
  expect(found([settled('opening', { about: 'dates' })], [right, also])).toEqual([])
})

test('nothing is discredited by a report that was retracted, by itself, by none, or without saying anything', () => {
  const changes = [settled('opening', {})]
  expect(found(changes, [{ ...right, retracted: { on: '2024-02-01', note: 'Wrong.' } }, wrong])).toEqual([])
  expect(found(changes, [right, { ...wrong, retracted: { on: '2024-02-01', note: 'Wrong.' } }])).toEqual([])
  expect(found(changes, [right, report('wrong', '2024-01-03')])).toEqual([])
  expect(found([settled('opening', { against: undefined })])).toEqual([])
  expect(found([settled('opening', { against: 'right' })])).toEqual([])
})
