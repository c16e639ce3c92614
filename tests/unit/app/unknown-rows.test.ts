import { expect, test } from 'vitest'
import { withUnknown } from '@/app/_components/over-time/unknown-rows'

const row = (from: string, until: string | null) => ({
  ...{ from, shown: from, until, disposition: 'required' as const, conditions: [], change: 'act', rule: 'licence' },
})
const unknown = { since: '2026-11-10', change: 'stay' }
const told = (rows: ReturnType<typeof withUnknown>) =>
  rows.map(({ from, until, disposition, change }) => [from, until, disposition, change])

test('what nobody knows is a period of its own, cut out of the one in which it begins', () => {
  const rows = [row('2024-01-01', '2026-12-31'), row('2027-01-01', null)]
  expect(told(withUnknown(rows, unknown))).toEqual([
    ['2024-01-01', '2026-11-09', 'required', 'act'],
    ['2026-11-10', '2026-12-31', 'unknown', 'stay'],
    ['2027-01-01', null, 'required', 'act'],
  ])
})

test('a period that begins on that very day is not known as a whole; without doubt nothing is cut', () => {
  expect(told(withUnknown([row('2026-11-10', null)], unknown))).toEqual([['2026-11-10', null, 'unknown', 'stay']])
  expect(withUnknown([row('2024-01-01', null)], null)).toEqual([row('2024-01-01', null)])
})
