import { expect, test } from 'vitest'
import {
  compileDossier,
  dayAsTold,
  dayBeforeTurn,
  momentAt,
  statusOf,
  turnAsTold,
  turningDayAsTold,
} from '@/lib/policy'
import { full } from '../../api/dossier'

const compiled = compileDossier(full)
const ship = { thing: 'ship', place: 'near' }

test('since when a rule says something is told as the step or the alteration is dated', () => {
  const status = statusOf(momentAt(compiled, { on: '2025-01-01' }), 'arms')
  expect(status?.since).toBe('2024-04-01')
  expect(dayAsTold(compiled, '2024-04-01', { rule: 'arms', change: 'opening' })).toBe('2024-04')
  expect(dayAsTold(compiled, '2027-04-01', { rule: 'arms', change: 'opening' })).toBe('2027-04')
  expect(dayAsTold(compiled, '2020-01-01', { rule: 'arms', change: 'ban' })).toBe('2020-01-01')
})

test('what no source dates is told by its day: an assumption, and what is not known yet', () => {
  expect(dayAsTold(compiled, '2026-09-01', { rule: 'arms', change: 'idea' })).toBe('2026-09-01')
  expect(dayAsTold(compiled, '2024-04-01', { rule: 'arms', change: 'opening' }, '2024-04-29')).toBe('2024-04-01')
  expect(dayAsTold(compiled, '2024-04-01', { rule: null, change: null })).toBe('2024-04-01')
})

test('a turn is dated by whatever brings it; the day after a year ends is that day', () => {
  expect(turnAsTold(compiled, '2024-04-01', ship, { rule: 'arms', change: 'ban' })).toBe('2024-04')
  expect(turnAsTold(compiled, '2027-01-01', ship, { rule: 'arms', change: 'ban' })).toBe('2027-01-01')
  expect(turningDayAsTold(compiled, '2024-04-01')).toBe('2024-04')
  expect(turningDayAsTold(compiled, '2024-04-01', '2024-04-29')).toBe('2024-04-01')
  expect(dayBeforeTurn(compiled, '2024-03-31')).toBe('2024-03')
  expect(dayBeforeTurn(compiled, '2026-12-31')).toBe('2026-12-31')
})
