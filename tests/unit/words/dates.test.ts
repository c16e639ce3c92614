import { describe, expect, it } from 'vitest'
import { lastDay } from '@/lib/model'
import {
  formatDate,
  formatEnd,
  formatMonth,
  formatOn,
  formatWeekday,
  formatWithinMonth,
  zoneName,
} from '@/lib/words/dates'

describe('dates in words', () => {
  it.each([
    ['2023-08-23', '23 August 2023', '2023年8月23日'],
    ['2023-08', 'August 2023', '2023年8月'],
    ['2023', '2023', '2023年'],
    ['1967-04-21', '21 April 1967', '1967年4月21日'],
  ])('show %s at its own precision', (date, en, ja) => {
    expect(formatDate(date, 'en')).toBe(en)
    expect(formatDate(date, 'ja')).toBe(ja)
  })

  it.each([
    ['2023-08-23', 'on 23 August 2023', '2023年8月23日'],
    ['2023-08', 'in August 2023', '2023年8月'],
    ['2023', 'in 2023', '2023年'],
  ])('tell when something happened with the word that fits %s', (date, en, ja) => {
    expect(formatOn(date, 'en')).toBe(en)
    expect(formatOn(date, 'ja')).toBe(ja)
  })

  it.each([
    ['2027-12-01', '1 December 2027', '2027年12月1日'],
    ['2027-12', 'end of December 2027', '2027年12月末'],
    ['2027', 'end of 2027', '2027年末'],
  ])('tell when something ends, which is at the end of %s', (date, en, ja) => {
    expect(formatEnd(date, 'en')).toBe(en)
    expect(formatEnd(date, 'ja')).toBe(ja)
  })

  it('name the weekday, the month and the day of the month', () => {
    expect(formatWeekday('2026-11-22', 'en')).toContain('Sunday')
    expect(formatMonth('2023-08-23', 'ja')).toBe('2023年8月')
    expect(formatWithinMonth('2023-08-23', 'en')).toBe('23')
    expect(formatWithinMonth('2023-08', 'en')).toBe('Aug')
    expect(formatWithinMonth('2023', 'ja')).toBe('2023年')
  })

  it.each([
    ['2024-02', '2024-02-29'],
    ['1900-02', '1900-02-28'],
    ['2023-04', '2023-04-30'],
    ['2023', '2023-12-31'],
    ['2023-08-23', '2023-08-23'],
  ])('%s ends on %s', (date, day) => {
    expect(lastDay(date)).toBe(day)
  })
})

it('a zone is named alike in summer and winter', () => {
  for (const day of ['2026-01-15', '2026-07-15'])
    expect(['Asia/Tokyo', 'Europe/Brussels'].map((zone) => zoneName(zone, day, 'en'))).toEqual([
      'Japan Standard Time',
      'Central European Time',
    ])
  expect(zoneName('Asia/Tokyo', '2026-07-15', 'ja')).toBe('日本標準時')
})
