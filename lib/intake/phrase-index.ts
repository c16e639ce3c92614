import type { Said } from '@/lib/model'
import { normalise } from '@/lib/terms/normalise'
import { latin, stemTokens } from '@/lib/terms/stems'

/** Where a text names something. */
export interface Mention<Named> {
  named: Named
  /** Places in the normalised text. */
  start: number
  end: number
}

interface Entry<Named> {
  named: Named[]
  /** Stems after the first one. */
  rest: readonly string[]
}

/** Names made ready to be found in one pass over a text, whatever their number. */
export interface PhraseIndex<Named> {
  /** Of words in Latin letters, by the stem of the first, longer ones first. */
  readonly latin: ReadonlyMap<string, Entry<Named>[]>
  /** Of others, by their first sign, longer ones first. */
  readonly other: ReadonlyMap<string, { named: Named[]; text: string }[]>
}

/** Makes an index of what is named by which words. */
export function indexOf<Named>(all: readonly { named: Named; terms: readonly Said[] }[]): PhraseIndex<Named> {
  const latinPhrases = new Map<string, Entry<Named>[]>()
  const otherPhrases = new Map<string, { named: Named[]; text: string }[]>()
  for (const { named, terms } of all)
    for (const term of terms) {
      const text = normalise(term.text)
      if (text === '') continue
      if (latin.test(text)) {
        const [first = '', ...rest] = wordsOf(text).stems
        const there = latinPhrases.get(first) ?? []
        const same = there.find(
          (one) => one.rest.length === rest.length && one.rest.every((word, at) => word === rest[at]),
        )
        if (same) same.named.push(named)
        else there.push({ named: [named], rest })
        if (first !== '') latinPhrases.set(first, there)
      } else {
        const there = otherPhrases.get(text.charAt(0)) ?? []
        const same = there.find((one) => one.text === text)
        if (same) same.named.push(named)
        else there.push({ named: [named], text })
        otherPhrases.set(text.charAt(0), there)
      }
    }
  for (const list of latinPhrases.values()) list.sort((a, b) => b.rest.length - a.rest.length)
  for (const list of otherPhrases.values()) list.sort((a, b) => b.text.length - a.text.length)
  return { latin: latinPhrases, other: otherPhrases }
}

/** The words of a normalised text by their stems, with where they stand: as `stemTokens`, in columns. */
export interface Words {
  stems: string[]
  starts: number[]
  ends: number[]
}

const known = new Map<string, string>()
/** Words whose stems are kept; more than a few dictionaries. */
const mostKnown = 50_000
const word = /[\p{Script=Latin}\p{M}'’]+|\p{N}+/gu

/** The words of a normalised text. */
export function wordsOf(text: string): Words {
  const words: Words = { stems: [], starts: [], ends: [] }
  word.lastIndex = 0
  for (let found = word.exec(text); found; found = word.exec(text)) {
    const [written] = found
    let stem = known.get(written)
    if (stem === undefined) {
      // A single letter may belong to a number beside it, and some words part: those are read where they stand.
      const tokens = stemTokens(written)
      stem = tokens.length === 1 ? (tokens[0]?.stem ?? written) : written
      if (known.size < mostKnown) known.set(written, stem)
    }
    words.stems.push(stem)
    words.starts.push(found.index)
    words.ends.push(found.index + written.length)
  }
  return words
}

/** A sign beyond Latin letters and punctuation: only then can a name of another script stand in a text. */
const otherScript = /[\u0370-\u1fff\u2c00-\uffff]/

export const hasOtherScript = (text: string): boolean => otherScript.test(text)

/**
 * Everything that a normalised text names, in its order: at each place the longest name, and what a longer one has taken is not
 * read again. One name may stand for several things.
 */
export function mentionsIn<Named>(
  { latin: phrases, other }: PhraseIndex<Named>,
  text: string,
  { stems, starts, ends }: Words = wordsOf(text),
): Mention<Named>[] {
  const found: Mention<Named>[] = []
  for (let at = 0; at < stems.length; at++) {
    const entries = phrases.get(stems[at] as string)
    if (!entries) continue
    const entry = entries.find(({ rest }) => {
      for (let ahead = 0; ahead < rest.length; ahead++) if (stems[at + 1 + ahead] !== rest[ahead]) return false
      return true
    })
    if (!entry) continue
    const last = at + entry.rest.length
    for (const named of entry.named) found.push({ named, start: starts[at] ?? 0, end: ends[last] ?? 0 })
    at = last
  }
  if (!hasOtherScript(text)) return found
  for (let at = 0; at < text.length; at++) {
    const entry = other.get(text.charAt(at))?.find((one) => text.startsWith(one.text, at))
    if (!entry) continue
    for (const named of entry.named) found.push({ named, start: at, end: at + entry.text.length })
    at += entry.text.length - 1
  }
  return found.sort((a, b) => a.start - b.start || b.end - a.end)
}
