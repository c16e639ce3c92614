import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayIn, typedDate } from '@/lib/asking/typed-date'
import { formatDate } from '@/lib/words/dates'
import { anyDay } from '../../support/dossiers'

test.each([
  ['2023-08-23', '2023-08-23'],
  ['2023/8/23', '2023-08-23'],
  ['2023.8.3', '2023-08-03'],
  ['2023年8月23日', '2023-08-23'],
  ['２０２３年８月', '2023-08'],
  ['2023年', '2023'],
  ['23 August 2023', '2023-08-23'],
  ['23rd Aug. 2023', '2023-08-23'],
  ['August 23, 2023', '2023-08-23'],
  ['aug 2023', '2023-08'],
  [' 2023 ', '2023'],
  ['令和5年8月23日', '2023-08-23'],
  ['平成元年', '1989'],
])('%s is %s', (typed, date) => {
  expect(typedDate(typed)).toBe(date)
})

test.each(['8/9/2023', '23 August', 'yesterday', 'May I 2023 x', '2023-08-23T10:00:00Z', 'x'.repeat(1000), ''])(
  '%s is left as it is',
  (typed) => {
    expect(typedDate(typed)).toBe(typed)
  },
)

test('what the site itself writes is read back, in both languages', () => {
  fc.assert(
    fc.property(
      anyDay,
      fc.constantFrom('en' as const, 'ja' as const),
      fc.constantFrom(4, 7, 10),
      (day, locale, length) => {
        const date = day.slice(0, length)
        expect(typedDate(formatDate(date, locale))).toBe(date)
      },
    ),
  )
})

test('of any text it makes a date or leaves it', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200, unit: 'grapheme' }), (text) => {
      const read = typedDate(text)
      if (read !== text) expect(read).toMatch(/^\d{4}(?:-\d{2}){0,2}$/)
    }),
  )
})

test.each([
  ['H20 chips to China on 20 August 2025?', '2025-08-20'],
  ['2025年8月20日にH20を中国へ', '2025-08-20'],
  ['令和7年8月20日のH20', '2025-08-20'],
  ['on 2025-08-20 to China', '2025-08-20'],
  ['in 2022', undefined],
  ['31 February 2024', undefined],
  ['the 5 purposes of 2023', undefined],
])('of %s the day is %s', (text, day) => {
  expect(dayIn(text)).toBe(day)
})
