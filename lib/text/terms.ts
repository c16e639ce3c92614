import { stemmer } from 'stemmer'
import { type Dimension, type Dossier, type Locale, type Said, type Value, walkValues, wordingsOf } from '@/lib/model'
import { normalise } from './normalise'

/** A value that a text speaks of, by which of its words. */
export interface TermFound {
  dimension: Dimension
  value: Value
  /** The words of the text that name it. */
  words: string
  /** Where they stand in the normalised text. */
  start: number
  end: number
}

interface Phrase {
  dimension: Dimension
  value: Value
  /** Stems of a phrase in letters, else the phrase itself. */
  stems: string[] | null
  text: string
}

/** Text in Latin letters and digits throughout, whose words are compared by their stems. */
export const latin = /^[\p{Script=Latin}\p{N}\s'’.-]+$/u
const wordPattern = /[\p{Script=Latin}\p{N}]+(?:['’][\p{Script=Latin}]+)?/gu

/** What Britain and America spell differently, as far as it matters here: organise, defence, licence, programme. */
const inOneSpelling = (word: string): string =>
  word
    .replace(/(?<=[a-z]{4})(?<!v|w|prec|conc)is(?=(?:e[drs]?|ers|ing|ations?)$)/, 'iz')
    .replace(/^(def|off|lic)enc/, '$1ens')
    .replace(/^programme/, 'program')

// The same few thousand words make up most texts.
const stems = new Map<string, string>()
const mostStems = 20_000

/**
 * An English word without its ending, so that “arms” finds “arm” (Porter, 1980), British and American spellings alike. Other
 * scripts and digits stay as they are.
 */
export function stem(word: string): string {
  const known = stems.get(word)
  if (known !== undefined) return known
  const found = /^[a-z]+$/.test(word) ? stemmer(inOneSpelling(word)) : word
  if (stems.size >= mostStems) stems.clear()
  stems.set(word, found)
  return found
}

export interface Token {
  stem: string
  start: number
  end: number
}

/** The words in letters of a normalised text, stemmed, with where they stand. */
export const stemTokens = (text: string): Token[] =>
  [...text.matchAll(wordPattern)].map(({ 0: word, index }) => ({
    stem: stem(word.replace(/['’]s$/, '')),
    start: index,
    end: index + word.length,
  }))

/** Everything that news text calls a value: its names, without their articles, and its terms, each in its language. */
export const termsOf = (value: Value): Said[] => [
  ...(value.name ? wordingsOf(value.name).map(withoutArticle) : []),
  ...Object.entries(value.terms ?? {}).flatMap(([language, terms]) => terms.map((text) => ({ text, language }))),
]

const withoutArticle = ({ text, language }: Said): Said => ({
  text: language === 'en' ? text.replace(/^(?:the|an?) (?=\S)/iu, '') : text,
  language,
})

const remembered = new WeakMap<Dossier, Phrase[]>()

function phrasesOf(dossier: Dossier): Phrase[] {
  const known = remembered.get(dossier)
  if (known) return known
  const phrases = dossier.dimensions.flatMap((dimension) =>
    [...walkValues(dimension.values)].flatMap(({ value }) =>
      termsOf(value).map((term): Phrase => {
        const text = normalise(term.text)
        return { dimension, value, text, stems: latin.test(text) ? stemTokens(text).map((token) => token.stem) : null }
      }),
    ),
  )
  phrases.sort((a, b) => b.text.length - a.text.length)
  remembered.set(dossier, phrases)
  return phrases
}

/**
 * The values that a text of the news names, by the term lists of the dossier, in the order of the text: “lethal arms”, 殺傷能力のある武器.
 * Longer terms go before shorter ones, English words match by their stems, Japanese wherever it stands.
 */
export function findTerms(dossier: Dossier, text: string): TermFound[] {
  const normal = normalise(text)
  const tokens = stemTokens(normal)
  const said = new Set(tokens.map((token) => token.stem))
  const taken = new Set<number>()
  const found: TermFound[] = []
  for (const { dimension, value, stems, text: phrase } of phrasesOf(dossier)) {
    // Most phrases have no part in a text, which their first word tells.
    if (stems && !said.has(stems[0] ?? '')) continue
    for (const [start, end] of stems ? inTokens(tokens, stems) : inText(normal, phrase)) {
      const places = Array.from({ length: end - start }, (_, at) => start + at)
      // Several values may share one term; what a longer term has taken is not read again.
      const shared = found.some((one) => one.start === start && one.words.length === end - start)
      if (!shared && places.some((at) => taken.has(at))) continue
      for (const at of places) taken.add(at)
      if (!found.some((one) => one.dimension === dimension && one.value === value))
        found.push({ dimension, value, words: normal.slice(start, end), start, end })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

function inTokens(tokens: readonly Token[], stems: readonly string[]): [number, number][] {
  return tokens.flatMap((token, at): [number, number][] => {
    const last = tokens[at + stems.length - 1]
    return last && stems.every((one, ahead) => tokens[at + ahead]?.stem === one) ? [[token.start, last.end]] : []
  })
}

function inText(text: string, phrase: string): [number, number][] {
  const places: [number, number][] = []
  for (let at = text.indexOf(phrase); phrase !== '' && at >= 0; at = text.indexOf(phrase, at + phrase.length))
    places.push([at, at + phrase.length])
  return places
}

/** Words with which one may ask a dossier: a term of each of the first two dimensions that have any; empty without terms. */
export function exampleTerms({ dimensions }: Dossier, locale: Locale): string {
  const terms = dimensions.flatMap(({ values }) => {
    for (const { value } of walkValues(values)) {
      const [term] = value.terms?.[locale] ?? []
      if (term) return [term]
    }
    return []
  })
  return terms.slice(0, 2).join(locale === 'ja' ? '　' : ', ')
}
