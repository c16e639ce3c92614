import { expect, test } from 'vitest'
import { keptTitles, readTitles, titlesOf } from '@/lib/model'

test('a list calls a record by its name in each language, however it is kept', () => {
  const titles = titlesOf({ title: { en: 'Weapons', ja: '武器' } })
  expect(titles).toEqual({ en: 'Weapons', ja: '武器' })
  expect(readTitles(keptTitles(titles))).toEqual(titles)
})

test('a name in one language stands for the others, and stays a plain text', () => {
  expect(titlesOf({ headline: { ja: '見出し' } })).toBe('見出し')
  expect(keptTitles('見出し')).toBe('見出し')
  expect(readTitles('見出し')).toBe('見出し')
})

test('a headline that only looks like kept names is taken as it stands', () => {
  for (const text of ['{"en":"', '{"en":"a"', '{"en":"a","ja":1}', '{"other":"a"}']) expect(readTitles(text)).toBe(text)
})
