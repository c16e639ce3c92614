import { expect, test } from 'vitest'
import { firstReasons, reasonInWords } from '@/lib/words/edition-words'
import { translator } from '@/lib/words/messages'

test('why the program published is told in the language of whoever reads', () => {
  expect(reasonInWords(translator('ja'), firstReasons.first)).toBe('最初の版')
  expect(reasonInWords(translator('ja'), firstReasons.firstEmpty)).toBe('最初の版（まだ内容なし）')
  expect(reasonInWords(translator('en'), firstReasons.first)).toBe('First edition')
})

test('why a person published is told in that person’s words', () => {
  expect(reasonInWords(translator('ja'), 'A new report')).toBe('A new report')
})
