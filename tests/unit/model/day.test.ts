import { expect, test } from 'vitest'
import { addDays, daysBetween } from '@/lib/model'

test('days are counted over leap days and the ends of years', () => {
  expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
  expect(addDays('2023-02-28', 1)).toBe('2023-03-01')
  expect(addDays('2024-01-01', -1)).toBe('2023-12-31')
  expect(daysBetween('2023-12-31', '2024-03-01')).toBe(61)
  expect(daysBetween('2024-03-01', '2023-12-31')).toBe(-61)
})
