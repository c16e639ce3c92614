import { expect, test } from 'vitest'
import { directionOf } from '@/lib/words/direction'

test.each(['ar', 'ar-EG', 'he', 'fa', 'ur', 'ps', 'dv', 'yi', 'uz-Arab'])('%s runs from right to left', (language) =>
  expect(directionOf(language)).toBe('rtl'),
)
test.each(['en', 'ja', 'zh-Hant', 'uz', 'de', '', 'no such'])('“%s” does not', (language) =>
  expect(directionOf(language)).toBeUndefined(),
)
