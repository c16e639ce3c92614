import { writingOf } from '@/lib/addresses/languages'
import { type Dimension, type Dossier, findAskable, type Locale, type Said, say } from '@/lib/model'
import { dimensionInSentence, nameOfValueInSentence } from './names'

/** A stretch of a sentence; `value` marks what the reader filled in. */
export interface SentencePart extends Said {
  value: boolean
}

/**
 * The dossier's question with its blanks filled (`{equipment}` becomes the value asked about), in the language in which the
 * dossier has it. A clause in brackets falls away while its blank is open; any other open blank is left so: “any purpose”,
 * 「どの目的」. Where nothing is asked, the question as a whole, if the dossier has one.
 */
export function fillQuestion(dossier: Dossier, question: Record<string, string>, locale: Locale): SentencePart[] {
  const isAsked = (dimension: Dimension) => findAskable(dimension, question[dimension.id] ?? '') !== undefined
  if (dossier.asks && !dossier.dimensions.some(isAsked)) return [{ ...say(dossier.asks, locale), value: false }]
  const template = dossier.question ? say(dossier.question, locale) : { text: blanksOf(dossier), language: locale }
  const blankOf = (piece: string) => dossier.dimensions.find(({ id }) => piece === `{${id}}`)
  return clausesOf(template.text, (id) => dossier.dimensions.some((one) => one.id === id && isAsked(one)))
    .split(blank)
    .filter((piece) => piece !== '')
    .map((piece): SentencePart => {
      const dimension = blankOf(piece)
      if (!dimension) return { text: piece, language: template.language, value: false }
      const said = isAsked(dimension)
        ? nameOfValueInSentence(dimension, question[dimension.id] ?? '', template.language as Locale)
        : left(dimension, template.language as Locale)
      return { ...said, value: true }
    })
}

/** The question with its blanks filled, as plain text. */
export const questionInWords = (dossier: Dossier, question: Record<string, string>, locale: Locale): string =>
  fillQuestion(dossier, question, locale)
    .map(({ text }) => text)
    .join('')

const blank = /(\{[a-z0-9-]+\})/u

/** A template without the clauses whose blanks are all open, and without the brackets of the others. */
const clausesOf = (template: string, isAsked: (id: string) => boolean): string =>
  template.replace(/\[([^\][]*)\]/gu, (_, clause: string) => {
    const ids = [...clause.matchAll(/\{([a-z0-9-]+)\}/gu)].map(([, id]) => id ?? '')
    return ids.length === 0 || ids.some(isAsked) ? clause : ''
  })

function left(dimension: Dimension, language: Locale): Said {
  const said = dimensionInSentence(dimension, language)
  return said.language === language ? { ...said, text: `${writingOf(language).any}${said.text}` } : said
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
  const format = formats.get(key) ?? new Intl.ListFormat(writingOf(locale).region, { type })
  formats.set(key, format)
  return format.format(items)
}
