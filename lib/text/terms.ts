import { stemmer } from 'stemmer'
import { writing } from '@/lib/addresses/languages'
import { english } from '@/lib/addresses/names'
import {
  type Dimension,
  type Dossier,
  type Locale,
  type Said,
  type Terms,
  type Value,
  walkValues,
  wordingsOf,
} from '@/lib/model'
import { normalise } from './normalise'
import { occurrences } from './occurrences'

/** Something that a text names, by which of its words. */
export interface Found<Named> {
  named: Named
  words: string
  /** Where they stand in the normalised text. */
  start: number
  end: number
}

/** A value that a text speaks of, by which of its words. */
export interface TermFound extends Omit<Found<unknown>, 'named'> {
  dimension: Dimension
  value: Value
}

/** Words that name something, made ready to be looked for. */
export interface Phrase<Named> {
  named: Named
  /** Stems of a phrase in letters, else the phrase itself. */
  stems: string[] | null
  text: string
}

/** Text in Latin letters and digits throughout, whose words are compared by their stems. */
export const latin = /^[\p{Script=Latin}\p{N}\s'’.-]+$/u
const wordPattern = /\p{Script=Latin}+(?:['’]\p{Script=Latin}+)?|\p{N}+/gu
const compoundPattern = /(?<!\p{Script=Latin})\p{Script=Latin}+(?:-\p{Script=Latin}+)+/gu

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

/**
 * The words and numbers of a normalised text, stemmed, with where they stand. Letters and digits part, so that “PAC3” and “PAC-3”
 * are the same; a single letter at a number keeps the hyphen (“f-”, “2”), so that “A100” is not “a 100”.
 */
export const stemTokens = (text: string): Token[] =>
  [...text.matchAll(wordPattern)].map(({ 0: word, index }) => ({
    stem: word.length === 1 ? attached(text, word, index) : stem(word.replace(/['’]s$/, '')),
    start: index,
    end: index + word.length,
  }))

function attached(text: string, letter: string, at: number): string {
  if (!/\p{L}/u.test(letter)) return letter
  if (/^-?\p{N}/u.test(text.slice(at + 1, at + 3))) return `${letter}-`
  return /\p{N}-?$/u.test(text.slice(Math.max(0, at - 2), at)) ? `-${letter}` : letter
}

/** Words that a hyphen joins, each as the one word that others write: “non-combat” as “noncombat”. */
export const compoundTokens = (text: string): Token[] =>
  [...text.matchAll(compoundPattern)].map(({ 0: words, index }) => ({
    stem: stem(words.replaceAll('-', '')),
    start: index,
    end: index + words.length,
  }))

/** Everything that news text calls a value: its names, without their articles, and its terms, each in its language. */
export const termsOf = (value: Value): Said[] => [
  ...(value.name ? wordingsOf(value.name).map(withoutArticle) : []),
  ...saidIn(value.terms ?? {}),
]

/** Terms by their languages, in one list. */
export const saidIn = (terms: Terms): Said[] =>
  Object.entries(terms).flatMap(([language, texts]) => texts.map((text) => ({ text, language })))

const withoutArticle = ({ text, language }: Said): Said => ({
  text: language === english ? text.replace(/^(?:the|an?) (?=\S)/iu, '') : text,
  language,
})

/** Makes names ready for `findPhrases`: longer ones go before shorter ones. */
export const phrasesOf = <Named>(all: readonly { named: Named; terms: readonly Said[] }[]): Phrase<Named>[] =>
  all
    .flatMap(({ named, terms }) =>
      terms.map((term): Phrase<Named> => {
        const text = normalise(term.text)
        return { named, text, stems: latin.test(text) ? stemTokens(text).map((token) => token.stem) : null }
      }),
    )
    .sort((a, b) => b.text.length - a.text.length)

/** The values of a dossier, each with what news text calls it. */
export const valuesNamed = ({ dimensions }: Dossier) =>
  dimensions.flatMap((dimension) =>
    [...walkValues(dimension.values)].map(({ value }) => ({ named: { dimension, value }, terms: termsOf(value) })),
  )

/** A value as a text may name it; `depth` counts the values above it, `names` are its own. */
interface Nameable extends Pick<TermFound, 'dimension' | 'value'> {
  place: number
  depth: number
  names: readonly string[]
}

const remembered = new WeakMap<Dossier, Phrase<Nameable>[]>()

/** The phrases that name the values of a dossier in a text of the news: names, terms, and what the values include. */
function valuePhrases(dossier: Dossier): Phrase<Nameable>[] {
  const known = remembered.get(dossier)
  if (known) return known
  const phrases = phrasesOf(
    dossier.dimensions.flatMap((dimension, place) =>
      [...walkValues(dimension.values)].map(({ value, depth }) => {
        const names = value.name ? wordingsOf(value.name).map((name) => normalise(withoutArticle(name).text)) : []
        return {
          named: { dimension, value, place, depth, names },
          terms: [...termsOf(value), ...saidIn(value.includes ?? {})],
        }
      }),
    ),
  )
  remembered.set(dossier, phrases)
  return phrases
}

/**
 * The values that a text of the news names, by the term lists of the dossier, in the order of the text: “lethal arms”, 殺傷能力のある武器.
 * Of several that share a word the one whose name it is stands first, else the narrower one: H20 is the chip before its class.
 */
export function findTerms(dossier: Dossier, text: string): TermFound[] {
  const closeness = ({ named, words }: Found<Nameable>) => (named.names.includes(words) ? Infinity : named.depth)
  return findPhrases(valuePhrases(dossier), text)
    .sort((a, b) => a.start - b.start || a.named.place - b.named.place || closeness(b) - closeness(a) || 0)
    .map(({ named: { dimension, value }, ...place }) => ({ dimension, value, ...place }))
}

/** The places of a normalised text that name values of the dossier, or what else it has terms for. */
export function placesRead(dossier: Dossier, text: string): Set<number> {
  const others = phrasesOf((dossier.terms ?? []).map((terms) => ({ named: terms, terms: saidIn(terms) })))
  return new Set([...readPhrases(valuePhrases(dossier), text).taken, ...readPhrases(others, text).taken])
}

/** What a text names, in its order. English words match by their stems, Japanese wherever it stands. */
export const findPhrases = <Named>(phrases: readonly Phrase<Named>[], text: string): Found<Named>[] =>
  readPhrases(phrases, text).found

/** As `findPhrases`, with all places of the normalised text that phrases take up, those too that name something again. */
function readPhrases<Named>(phrases: readonly Phrase<Named>[], text: string) {
  const normal = normalise(text)
  const tokens = stemTokens(normal)
  const said = new Set(tokens.map((token) => token.stem))
  const taken = new Set<number>()
  const found: Found<Named>[] = []
  for (const { named, stems, text: phrase } of phrases) {
    // Most phrases have no part in a text, which their first word tells.
    if (stems && !said.has(stems[0] ?? '')) continue
    for (const [start, end] of stems ? inTokens(tokens, stems) : occurrences(normal, phrase)) {
      const places = Array.from({ length: end - start }, (_, at) => start + at)
      // Several may share one term; what a longer term has taken is not read again.
      const shared = found.some((one) => one.start === start && one.words.length === end - start)
      if (!shared && places.some((at) => taken.has(at))) continue
      for (const at of places) taken.add(at)
      if (!found.some((one) => one.named === named)) found.push({ named, words: normal.slice(start, end), start, end })
    }
  }
  return { found: found.sort((a, b) => a.start - b.start), taken }
}

function inTokens(tokens: readonly Token[], stems: readonly string[]): [number, number][] {
  return tokens.flatMap((token, at): [number, number][] => {
    const last = tokens[at + stems.length - 1]
    return last && stems.every((one, ahead) => tokens[at + ahead]?.stem === one) ? [[token.start, last.end]] : []
  })
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
  return terms.slice(0, 2).join(writing[locale].wordSpace)
}
