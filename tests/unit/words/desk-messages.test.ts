import { describe, expect, test } from 'vitest'
import en from '@/content/messages/desk/en.json'
import ja from '@/content/messages/desk/ja.json'
import { filesUnder, read } from '../../support/tree'
import { argumentsOf, flatten } from './message-parts'

const english = new Map(flatten(en))
const japanese = new Map(flatten(ja))
const code = [
  ...filesUnder('app', /\.tsx?$/),
  ...filesUnder('lib/words', /\.ts$/),
  'lib/wire/link-letter.ts',
  'proxy.ts',
]
  .map(read)
  .join('\n')

/** Kinds of messages that are found by what is said, or made up of a vocabulary of the model. */
const byData = /^(?:fault|word|foreignForm|language\.own)/
/** Texts that are the same in both languages: names, signs. */
const alike = [
  'language.own',
  ...['utf-8', 'shift_jis', 'euc-jp', 'windows-1252'].map((encoding) => `porting.csv.encodings.${encoding}`),
]

describe('the words of the desk', () => {
  test('have the same keys in both languages', () => {
    expect([...japanese.keys()].sort()).toEqual([...english.keys()].sort())
  })

  test.each([...english.keys()].filter((key) => !byData.test(key)))('%s takes the same values in both', (key) => {
    expect(argumentsOf(japanese.get(key) ?? '')).toEqual(argumentsOf(english.get(key) ?? ''))
  })

  test('a fault says nothing in Japanese that its English does not tell', () => {
    const more = [...english].filter(([key, text]) => {
      const told = argumentsOf(text)
      return key.startsWith('fault.') && argumentsOf(japanese.get(key) ?? '').some((name) => !told.includes(name))
    })
    expect(more).toEqual([])
  })

  test('are not left untranslated', () => {
    const same = [...english].filter(([key, text]) => japanese.get(key) === text).map(([key]) => key)
    expect(same.filter((key) => !alike.includes(key))).toEqual([])
  })

  test('are all said somewhere', () => {
    const exact = new Set([...code.matchAll(/['"`]([A-Za-z]+(?:\.[\w-]+)*)['"`]/g)].map(([, key]) => key))
    const starts = [...code.matchAll(/`([A-Za-z]+(?:\.[\w-]+)*\.)\$\{/g)].map(([, start]) => start ?? '')
    const unsaid = [...english.keys()].filter((key) => {
      const name = key.startsWith('browser.') ? key.slice('browser.'.length) : key
      return !byData.test(key) && !exact.has(name) && !starts.some((start) => key.startsWith(start))
    })
    expect(unsaid).toEqual([])
  })

  test('that go to the browser hold no more syntax than names to be filled in', () => {
    const texts = [...Object.values(en.browser), ...Object.values(ja.browser)]
    expect(texts.filter((text) => /\{\w+,|[<>]|'\{/.test(text))).toEqual([])
  })
})
