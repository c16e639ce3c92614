import { expect, test } from 'vitest'
import { locales } from '@/lib/model'
import { deskWordsIn } from '@/lib/words/desk-messages'
import { commandLine, doerInWords, founder } from '@/lib/words/doers'

test.each([...locales])('who did something without a name of theirs is told in words (%s)', (locale) => {
  const t = deskWordsIn(locale)
  const names = new Map([['u-1', 'Ann']])
  const said = [founder, commandLine].map((by) => doerInWords(t, names, by))
  expect(said).toEqual([t('editions.byProgram'), t('editions.byCommand')])
  for (const one of said) expect(one).not.toMatch(/rulewire|command-line/)
  expect(doerInWords(t, names, 'u-1')).toBe('Ann')
  expect(doerInWords(t, names, 'u-2')).toBe('u-2')
})
