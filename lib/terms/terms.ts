import { writingOf } from '@/lib/addresses/languages'
import { english } from '@/lib/addresses/names'
import {
  type Askable,
  type Dimension,
  type Dossier,
  type Locale,
  type Said,
  type Terms,
  walkValues,
  wordingsOf,
} from '@/lib/model'
import { normalise } from './normalise'
import { occurrences } from './occurrences'
import { latin, stemTokens, type Token } from './stems'

/** Something that a text names, by which of its words. */
export interface PhraseFound<Named> {
  named: Named
  words: string
  /** Where they stand in the normalised text. */
  start: number
  end: number
}

/** A value, a group or a member that a text speaks of, by which of its words. */
export interface TermFound extends Omit<PhraseFound<unknown>, 'named'> {
  dimension: Dimension
  value: Askable
}

/** Words that name something, made ready to be looked for. */
export interface Phrase<Named> {
  named: Named
  /** Stems of a phrase in letters, else the phrase itself. */
  stems: string[] | null
  text: string
}

/** Everything that news text calls a value: its names, without their articles, and its terms, each in its language. */
export const termsOf = (value: Askable): Said[] => [
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

/** A group is wider than any value, a member narrower. */
const depths = { group: -1, member: Number.MAX_SAFE_INTEGER }

/** All that a question may name in a dimension, with the number of values above it. */
export const askablesOf = ({ values, groups = [], members = [] }: Dimension): { value: Askable; depth: number }[] => [
  ...walkValues(values),
  ...groups.map((value) => ({ value, depth: depths.group })),
  ...members.map((value) => ({ value, depth: depths.member })),
]

/** The values of a dossier, its groups and members, each with what news text calls it. */
export const valuesNamed = ({ dimensions }: Dossier) =>
  dimensions.flatMap((dimension) =>
    askablesOf(dimension).map(({ value }) => ({ named: { dimension, value }, terms: termsOf(value) })),
  )

/** What a text may name; `depth` counts the values above it, `names` are its own. */
interface Nameable extends Pick<TermFound, 'dimension' | 'value'> {
  place: number
  depth: number
  names: readonly string[]
}

const remembered = new WeakMap<Dossier, Phrase<Nameable>[]>()

/** The phrases that name the values, groups and members of a dossier in a text of the news: names, terms, what values include. */
function valuePhrases(dossier: Dossier): Phrase<Nameable>[] {
  const kept = remembered.get(dossier)
  if (kept) return kept
  const phrases = phrasesOf(
    dossier.dimensions.flatMap((dimension, place) =>
      askablesOf(dimension).map(({ value, depth }) => {
        const names = value.name ? wordingsOf(value.name).map((name) => normalise(withoutArticle(name).text)) : []
        return {
          named: { dimension, value, place, depth, names },
          terms: [...termsOf(value), ...('includes' in value ? saidIn(value.includes ?? {}) : [])],
        }
      }),
    ),
  )
  remembered.set(dossier, phrases)
  return phrases
}

/**
 * The values, groups and members that a text of the news names, by the term lists of the dossier, in the order of the text: “lethal arms”, 殺傷能力のある武器.
 * Of several that share a word the one whose name it is stands first, else the narrower one: H20 is the chip before its class.
 */
export function findTerms(dossier: Dossier, text: string): TermFound[] {
  const closeness = ({ named, words }: PhraseFound<Nameable>) => (named.names.includes(words) ? Infinity : named.depth)
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
export const findPhrases = <Named>(phrases: readonly Phrase<Named>[], text: string): PhraseFound<Named>[] =>
  readPhrases(phrases, text).found

/** As `findPhrases`, with all places of the normalised text that phrases take up, those too that name something again. */
function readPhrases<Named>(phrases: readonly Phrase<Named>[], text: string) {
  const normal = normalise(text)
  const tokens = stemTokens(normal)
  const said = new Set(tokens.map((token) => token.stem))
  const taken = new Set<number>()
  const found: PhraseFound<Named>[] = []
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
  return terms.slice(0, 2).join(writingOf(locale).wordSpace)
}
