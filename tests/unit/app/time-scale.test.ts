import { describe, expect, it } from 'vitest'
import { marksOf, reachOf, signsOf, timeScale } from '@/app/_components/over-time/time-scale'

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

describe('the dates along a strip', () => {
  const today = '2026-11-30'
  const along = (...turns: [from: string, shown?: string][]) => {
    const told = turns.map(([from, shown = from]) => ({ from, shown }))
    const [first = today] = told.map(({ from }) => from)
    const scale = timeScale(
      first,
      today,
      told.map(({ from }) => from),
    )
    return marksOf(told, scale, today)
  }

  it('of a rule that begins this year are the date on which it does, as exact as it is told', () => {
    expect(along(['2026-11-25'])).toEqual([{ date: '2026-11-25', x: 0 }])
    expect(along(['2026-11-01', '2026-11'])).toEqual([{ date: '2026-11', x: 0 }])
    expect(along(['2025-12-20'], ['2026-03-01']).map(({ date }) => date)).toEqual(['2025-12-20', '2026'])
  })

  it('of a long one are the years in which something turned', () => {
    expect(along(['2014-04-01'], ['2023-12-22'], ['2023-12-25']).map(({ date }) => date)).toEqual(['2014', '2023'])
    expect(marksOf([], { place: () => 0 }, today)).toEqual([])
  })
})

it('Japanese signs take nearly twice the room of Latin ones', () => {
  expect(signsOf('Duty applies')).toBe(12)
  expect(signsOf('義務あり')).toBeCloseTo(7.2)
  expect(signsOf('')).toBe(0)
})
