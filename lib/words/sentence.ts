import { writing } from '@/lib/addresses/languages'
import { type Dimension, type Dossier, findAskable, type Locale, type Said, say } from '@/lib/model'
import { dimensionInSentence, nameOfValueInSentence } from './names'

/** A stretch of a sentence; `value` marks what the reader filled in. */
export interface SentencePart extends Said {
  value: boolean
}

/**
 * The dossier's question with its blanks filled (`{equipment}` becomes the value asked about), in the language in which the
 * dossier has it. A blank without a value is left open: “any purpose”, 「どの目的」.
 */
export function fillQuestion(dossier: Dossier, question: Record<string, string>, locale: Locale): SentencePart[] {
  const template = dossier.question ? say(dossier.question, locale) : { text: blanksOf(dossier), language: locale }
  return template.text
    .split(/(\{[a-z0-9-]+\})/u)
    .filter((piece) => piece !== '')
    .map((piece): SentencePart => {
      const dimension = dossier.dimensions.find(({ id }) => piece === `{${id}}`)
      if (!dimension) return { text: piece, language: template.language, value: false }
      const asked = question[dimension.id] ?? ''
      const said = findAskable(dimension, asked)
        ? nameOfValueInSentence(dimension, asked, template.language as Locale)
        : left(dimension, template.language as Locale)
      return { ...said, value: true }
    })
}

/** The question with its blanks filled, as plain text. */
export const questionInWords = (dossier: Dossier, question: Record<string, string>, locale: Locale): string =>
  fillQuestion(dossier, question, locale)
    .map(({ text }) => text)
    .join('')

function left(dimension: Dimension, language: Locale): Said {
  const said = dimensionInSentence(dimension, language)
  return said.language === language ? { ...said, text: `${writing[language].any}${said.text}` } : said
}

const blanksOf = (dossier: Dossier): string => `${dossier.dimensions.map(({ id }) => `{${id}}`).join(', ')}?`

const formats = new Map<string, Intl.ListFormat>()

/** A list in words: “a, b and c”. */
export const listInWords = (
  items: readonly string[],
  locale: Locale,
  type: 'conjunction' | 'disjunction' = 'conjunction',
) => {
  const key = `${locale} ${type}`
  const format = formats.get(key) ?? new Intl.ListFormat(writing[locale].region, { type })
  formats.set(key, format)
  return format.format(items)
}
