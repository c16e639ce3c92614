import { expect, test } from 'vitest'
import { addDays, daysBetween, parseRecord } from '@/lib/model'

test('days are counted over leap days and the ends of years', () => {
  expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
  expect(addDays('2023-02-28', 1)).toBe('2023-03-01')
  expect(addDays('2024-01-01', -1)).toBe('2023-12-31')
  expect(daysBetween('2023-12-31', '2024-03-01')).toBe(61)
  expect(daysBetween('2024-03-01', '2023-12-31')).toBe(-61)
})

const faultOf = (published: string): string | undefined => {
  const parsed = parseRecord('report', { published })
  return parsed.ok ? undefined : parsed.problems.find(({ path }) => path.join('.') === 'published')?.message
}

test.each(['30 Feb 2023', '2023-13', 'soon', 'T'])('who wrote the day %s hears nothing of clocks', (typed) => {
  expect(faultOf(typed)).toBe('is not a date: write 2023-08-23, or 2023-08 or 2023 where only that much is known')
})

test.each(['2023-08-23T18:00', '2023-08-23 18:00', '2023-02-30T18:00:00+09:00'])(
  'who wrote the time %s does',
  (typed) => {
    expect(faultOf(typed)).toMatch(/^is no moment in time: /)
  },
)

test.each(['2023', '2023-08', '2023-08-23', '2023-08-23T18:00:00+09:00'])('%s is well written', (typed) => {
  expect(faultOf(typed)).toBeUndefined()
})
