import type { Askable, Dimension, Dossier, Said } from '@/lib/model'
import { normalise } from '@/lib/terms/normalise'
import { findPhrases, type Phrase, type PhraseFound, phrasesOf, saidIn, valuesNamed } from '@/lib/terms/terms'
import { distinct, type Part, partsOf, phraseParts, stretchesOf, wordParts } from './query'

/** A term of the news that a search holds, and what else it finds. */
export interface TermRead {
  said: string
  /** None when it names something else than a value. */
  values: { dimension: Dimension; value: Askable }[]
  /** Other terms of the same, in every language. */
  also: Said[]
}

/** A search as the terms of one dossier make it read. */
export interface DossierReading {
  dossier: string
  parts: Part[]
  terms: TermRead[]
}

/** A search: what is asked for as it stands, in every record, and how dossiers whose terms it holds read it besides. */
export interface SearchQuery {
  parts: Part[]
  readings: DossierReading[]
}

/**
 * Reads the text of a search. A term of a dossier (“lethal arms”) also stands for the other terms of what it names, in every
 * language, among the records of that dossier; what stands beside it must occur as well. Quotes keep to what is in them.
 */
export function readSearch(text: string, dossiers: readonly Dossier[]): SearchQuery {
  const readings = dossiers.map((dossier) => readIn(dossier, text)).filter(({ terms }) => terms.length > 0)
  return { parts: partsOf(text), readings }
}

/** Everything of a search that may occur in a record of a dossier. */
export const partsWithin = ({ parts, readings }: SearchQuery, dossier: string): Part[] => [
  ...parts,
  ...readings.filter((reading) => reading.dossier === dossier).flatMap((reading) => reading.parts),
]

type MeaningFound = PhraseFound<Meaning>

interface Meaning {
  value: { dimension: Dimension; value: Askable } | null
  terms: readonly Said[]
}

const remembered = new WeakMap<Dossier, Phrase<Meaning>[]>()

/** What the news has terms for: the values of a dossier, and what else it lists. */
function meaningsOf(dossier: Dossier): Phrase<Meaning>[] {
  const kept = remembered.get(dossier)
  if (kept) return kept
  const meanings: Meaning[] = [
    ...valuesNamed(dossier).map(({ named, terms }) => ({ value: named, terms })),
    ...(dossier.terms ?? []).map((terms) => ({ value: null, terms: saidIn(terms) })),
  ]
  const phrases = phrasesOf(meanings.map((named) => ({ named, terms: named.terms })))
  remembered.set(dossier, phrases)
  return phrases
}

function readIn(dossier: Dossier, text: string): DossierReading {
  const terms: TermRead[] = []
  const parts = stretchesOf(text).flatMap((stretch) => {
    if (stretch.quoted) return phraseParts(stretch.text)
    return cutTerms(stretch.text, findPhrases(meaningsOf(dossier), stretch.text)).flatMap((piece) => {
      if (typeof piece === 'string') return wordParts(piece)
      const term = termRead(piece)
      const forms = [term.said, ...term.also.map(({ text }) => normalise(text))]
        .flatMap(phraseParts)
        .flatMap((part) => part.forms)
      if (forms.length === 0) return []
      terms.push(term)
      return [{ said: term.said, forms }]
    })
  })
  return { dossier: dossier.id, parts: distinct(parts), terms }
}

function termRead(found: MeaningFound[]): TermRead {
  const said = found[0]?.words ?? ''
  const heard = new Set([sameness(said)])
  const also = found
    .flatMap(({ named }) => named.terms)
    .filter(({ text }) => {
      const key = sameness(normalise(text))
      return !heard.has(key) && heard.add(key)
    })
  return { said, also, values: found.flatMap(({ named }) => named.value ?? []) }
}

/** Terms that differ only in their endings find the same. */
const sameness = (text: string): string => JSON.stringify(phraseParts(text)[0]?.forms[0] ?? text)

const particle = '(?:から|まで|など|への|の|を|に|へ|と|が|は|も|や|で)'
const before = new RegExp(`${particle}$`, 'u')
const after = new RegExp(`^${particle}`, 'u')

/** A text as terms (those that share their words in one list) and the text between them. */
function cutTerms(text: string, found: readonly MeaningFound[]): (string | MeaningFound[])[] {
  const places = [...new Set(found.map(({ start }) => start))].sort((a, b) => a - b)
  const pieces: (string | MeaningFound[])[] = []
  let at = 0
  for (const place of places) {
    const sharing = found.filter(({ start }) => start === place)
    pieces.push(text.slice(at, place), sharing)
    at = sharing[0]?.end ?? place
  }
  pieces.push(text.slice(at))
  const clean = pieces.map((piece, index) =>
    typeof piece === 'string' ? withoutParticles(piece, index, pieces) : piece,
  )
  const torn = clean.find(
    (piece, index): piece is MeaningFound[] => Array.isArray(piece) && isTorn(clean[index - 1], clean[index + 1]),
  )
  return torn
    ? cutTerms(
        text,
        found.filter((one) => !torn.includes(one)),
      )
    : clean
}

/** Whether a term is only a part of a longer word, of which a single character is left over: 新武器 is not 武器. */
function isTorn(left: unknown, right: unknown): boolean {
  const touching = [String(left).split(' ').at(-1), String(right).split(' ')[0]]
  return touching.some((text) => /^\p{L}$/u.test(text ?? ''))
}

function withoutParticles(piece: string, index: number, pieces: readonly unknown[]): string {
  const behind = index > 0 ? piece.replace(after, '') : piece
  return index < pieces.length - 1 ? behind.replace(before, '') : behind
}
