import { distance } from 'fastest-levenshtein'
import type { DossierRecords, Source, Text } from '@/lib/model'
import { wordings } from '@/lib/model'
import { normalise } from '@/lib/terms/normalise'
import { stem, stemTokens } from '@/lib/terms/stems'
import { askablesOf, termsOf } from '@/lib/terms/terms'

/** Shorter words have too many neighbours. */
const shortest = 5

/** The words in Latin letters that rules, changes, actors, values and publishers are called by, by their stems. */
export function vocabularyOf(dossiers: readonly DossierRecords[], sources: readonly Source[]): Map<string, string> {
  const names: Text[] = sources.map(({ name }) => name)
  for (const { dossier, rules, changes, actors } of dossiers) {
    names.push(dossier.title, ...[...rules, ...changes].map(({ title }) => title), ...actors.map(({ name }) => name))
    for (const terms of dossier.terms ?? []) names.push(...Object.values(terms).flat())
    for (const dimension of dossier.dimensions)
      for (const { value } of askablesOf(dimension)) names.push(...termsOf(value).map(({ text }) => text))
  }
  const lines = names.flatMap(wordings).map(normalise)
  return new Map(
    lines.flatMap((line) => stemTokens(line).map(({ stem, start, end }) => [stem, line.slice(start, end)])),
  )
}

/** A search with its mistyped words in the nearest spelling that the vocabulary has; null when none is near. */
export function mended(text: string, vocabulary: ReadonlyMap<string, string>): string | null {
  let isMended = false
  const words = normalise(text)
    .split(' ')
    .map((word) => {
      if (word.length < shortest || !/^[a-z]+$/.test(word) || vocabulary.has(stem(word))) return word
      const far = (known: string) => distance(word, known)
      const [nearest] = [...vocabulary.values()]
        .filter((known) => far(known) <= (word.length > 6 ? 2 : 1))
        .sort((a, b) => far(a) - far(b) || (a < b ? -1 : 1))
      isMended ||= nearest !== undefined
      return nearest ?? word
    })
  return isMended ? words.join(' ') : null
}
