import { z } from 'zod'
import { japanese, languages, plainLanguage } from '../addresses/names'
import { fewNames } from './bounds'

/** Languages of the interface. Records may carry others as well. */
export const locales = languages
export type Locale = (typeof locales)[number]
/** Those into which plain texts are translated. */
export const translated = locales.filter((language) => language !== plainLanguage)
/** The language in which it is answered where nothing decides. */
export const usualLocale: Locale = plainLanguage
/** The language of an address, or the usual one for a name that is none. */
export const localeOf = (text: string): Locale => (isLocale(text) ? text : usualLocale)
export const isLocale = (text: string): boolean => locales.includes(text)

const languageTag = z.string().refine(isLanguage, `is not a language tag such as "${plainLanguage}" or "zh-Hant"`)

/** Whether a text is a language tag (BCP 47) in small letters at its beginning. */
export function isLanguage(text: string): boolean {
  if (/^[a-z]{2,3}$/.test(text)) return true
  if (!/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})+$/.test(text)) return false
  try {
    return Intl.getCanonicalLocales(text).length === 1
  } catch {
    return false
  }
}

/** Language of a text as a BCP 47 tag. */
export const languageSchema = languageTag

/** A control character other than tab and line feed, or half a character: not every file, feed and database keeps them. */
const unkept = /(?![\t\n])[\p{Cc}\p{Cs}]/u

/** Most signs that a text may have: of any kind; what stands on one line, as titles, names and addresses do; one word. */
export const mostSigns = { page: 60_000, text: 20_000, line: 2000, word: 300 } as const

/** Schema of a text of so many signs at most; its lines end in LF, whatever a form or a file sends. */
const textOf = (most: number) =>
  z
    .string()
    .max(most, {
      error: (issue) => `is ${String(issue.input).length} signs long: ${most} at most`,
      // What comes next looks at every sign.
      abort: true,
    })
    .overwrite((text) => text.replace(/\r\n?/g, '\n'))
    .refine((text) => !unkept.test(text), 'holds a control character or half a character, which cannot be kept')

/** Schema of any text that is kept. */
export const plainSchema = textOf(mostSigns.text)
/** As `plainSchema`, for a whole page of a site. */
export const pageTextSchema = textOf(mostSigns.page)
/** Schema of a text that stands in one place of one line: a word, a number, a short name. */
export const wordSchema = textOf(mostSigns.word).min(1, 'must not be empty')

const notEmpty = (text: string) => text.trim() !== ''
const nonEmpty = (most: number) => textOf(most).refine(notEmpty, 'must not be empty')

const inLanguages = (most: number) =>
  z.union([
    nonEmpty(most),
    z
      .record(languageTag, nonEmpty(most))
      .refine((texts) => Object.keys(texts).length > 0, 'needs a text in at least one language')
      .refine(...fewNames('languages')),
  ])

/** Text that readers see: one string (English), or one per language. */
export const textSchema = inLanguages(mostSigns.text)
/** As `textSchema`, for what stands on one line: titles, names, headlines. */
export const lineSchema = inLanguages(mostSigns.line)
/** As `textSchema`, for a few words: where in a law something stands, a code. */
export const labelSchema = inLanguages(mostSigns.word)
export type Text = z.infer<typeof textSchema>

/** A text picked for a reader, with the language it is really in. */
export interface Said {
  text: string
  language: string
}

/** The text in the reader's language; else English; else whatever there is. A bare string is English. */
export function say(text: Text, locale: string): Said {
  if (typeof text === 'string') return { text, language: plainLanguage }
  for (const language of [locale, plainLanguage, ...Object.keys(text)]) {
    const found = text[language]
    if (found !== undefined) return { text: found, language }
  }
  return { text: '', language: plainLanguage }
}

/** Every wording of a text, whatever its language. */
export const wordings = (text: Text): string[] => (typeof text === 'string' ? [text] : Object.values(text))

/** As `wordings`, each with its language. */
export const wordingsOf = (text: Text): Said[] =>
  typeof text === 'string'
    ? [{ text, language: plainLanguage }]
    : Object.entries(text).map(([language, words]) => ({ text: words, language }))

const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

/** Number of words: what stands between spaces; in Chinese and Japanese what the ICU segmenter takes for words. */
export function countWords(text: string): number {
  if (!cjk.test(text)) return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
  let words = 0
  for (const segment of new Intl.Segmenter(japanese, { granularity: 'word' }).segment(text))
    if (segment.isWordLike) words++
  return words
}

export const mostQuotedWords = 25

/** A short verbatim quote, marked with its language; at most 25 words (model, section 3). */
export const quoteSchema = z.preprocess(
  (value) => (typeof value === 'string' ? { text: value } : value),
  z.strictObject({
    text: nonEmpty(mostSigns.line).refine((text) => countWords(text) <= mostQuotedWords, {
      error: (issue) => `is ${countWords(String(issue.input))} words long: quote at most ${mostQuotedWords}`,
    }),
    language: languageTag.default(plainLanguage),
  }),
)
export type Quote = z.infer<typeof quoteSchema>
