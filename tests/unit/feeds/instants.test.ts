import { expect, test } from 'vitest'
import { feedInstant } from '@/lib/events/instant'

const appeared = '2026-11-25T10:00:00Z'

test.each([
  ['2023-08-23T18:00:00+09:00', '2023-08-23T09:00:00Z'],
  ['2023-08-23', '2023-08-23T12:00:00Z'],
  ['2025-04', appeared],
  ['2025', appeared],
])('what was published %s stands in a feed at %s', (published, instant) =>
  expect(feedInstant(published, appeared)).toBe(instant),
)
