import { stemmer } from 'stemmer'

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
  const kept = stems.get(word)
  if (kept !== undefined) return kept
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
