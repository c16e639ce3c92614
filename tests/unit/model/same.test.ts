import { expect, test } from 'vitest'
import { isSameRecord } from '@/lib/model'

test('a record is the same as a copy of it, and as no other order, text or nothing', () => {
  const rule = { id: 'a', title: { en: 'A', ja: 'あ' }, scope: {}, overrides: ['b'] }
  expect(isSameRecord(rule, structuredClone(rule))).toBe(true)
  expect(isSameRecord(rule, { ...rule, title: { ja: 'あ', en: 'A' } })).toBe(false)
  expect(isSameRecord(rule, { ...rule, overrides: [] })).toBe(false)
  expect(isSameRecord(rule, { ...rule, note: undefined })).toBe(true)
  expect(isSameRecord(rule, null)).toBe(false)
  expect(isSameRecord(null, null)).toBe(true)
})
