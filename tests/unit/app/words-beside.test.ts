import { describe, expect, test } from 'vitest'
import { wordsBeside } from '@/app/admin/_components/options'
import { certainties, locales, ruleKinds } from '@/lib/model'
import { deskWordsIn } from '@/lib/words/desk-messages'

describe.each([...locales])('a choice in which one word holds when nothing is chosen (%s)', (locale) => {
  const t = deskWordsIn(locale)
  const shown = ({ options, empty }: ReturnType<typeof wordsBeside>) => [
    ...(empty === undefined ? [] : [empty]),
    ...options.map(({ label }) => label),
  ]

  test.each(['', 'norm', 'duty', undefined])('shows each kind of rule once, as a rule that says %j', (stored) => {
    const words = shown(wordsBeside(t, 'ruleKind', ruleKinds, { usual: 'norm', stored }))
    expect(words.toSorted()).toEqual([t('word.ruleKind.norm'), t('word.ruleKind.duty')].toSorted())
  })

  test.each(['', 'said', 'denied'])('shows each certainty once, of an effect that says %j', (stored) => {
    const words = shown(wordsBeside(t, 'certainty', certainties, { usual: 'said', stored }))
    expect(new Set(words).size).toBe(words.length)
    expect(words).toHaveLength(certainties.length)
  })

  test('what is stored can be chosen, so that it is not shown as a word of the engine', () => {
    const { options } = wordsBeside(t, 'ruleKind', ruleKinds, { usual: 'norm', stored: 'norm' })
    expect(options.map(({ value }) => value)).toContain('norm')
  })

  test('a kind of rule is told by what it does', () => {
    for (const kind of ruleKinds) expect(t(`word.ruleKind.${kind}`)).toMatch(/[:：]/)
  })
})
