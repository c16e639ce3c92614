import { describe, expect, it } from 'vitest'
import { reachOf, signsOf } from '@/app/_components/over-time/time-scale'

describe('a strip', () => {
  const today = '2026-11-22'

  it('ends today, or on a later day that is asked about', () => {
    expect(reachOf('2020-01-01', '2025-01-01', today)).toEqual({ until: today, end: today })
    expect(reachOf('2020-01-01', '2025-01-01', today, '2024-05-05')).toEqual({ until: today, end: today })
    const asked = '2027-03-01'
    expect(reachOf('2020-01-01', '2025-01-01', today, asked)).toEqual({ until: asked, end: asked })
  })

  it('tells of the last turn that is known, and leaves room for what begins then', () => {
    const { until, end } = reachOf('2020-01-01', '2027-12-02', today)
    expect(until).toBe('2027-12-02')
    expect(end > until && end < '2028-12-02').toBe(true)
    expect(reachOf('2020-01-01', '2027-12-02', today, '2030-01-01')).toEqual({ until: '2030-01-01', end: '2030-01-01' })
    const turnedToday = reachOf(today, today, today)
    expect(turnedToday.end > turnedToday.until).toBe(true)
  })
})

it('Japanese signs take nearly twice the room of Latin ones', () => {
  expect(signsOf('Duty applies')).toBe(12)
  expect(signsOf('義務あり')).toBeCloseTo(7.2)
  expect(signsOf('')).toBe(0)
})
