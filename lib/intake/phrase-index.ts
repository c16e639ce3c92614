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
        const [first = '', ...rest] = stemTokens(text).map((token) => token.stem)
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

/**
 * Everything that a normalised text names, in its order: at each place the longest name, and what a longer one has taken is not
 * read again. One name may stand for several things.
 */
export function mentionsIn<Named>({ latin: words, other }: PhraseIndex<Named>, text: string): Mention<Named>[] {
  const found: Mention<Named>[] = []
  const tokens = stemTokens(text)
  for (let at = 0; at < tokens.length; at++) {
    const entry = words
      .get(tokens[at]?.stem ?? '')
      ?.find(({ rest }) => rest.every((word, ahead) => tokens[at + 1 + ahead]?.stem === word))
    if (!entry) continue
    const [first, last] = [tokens[at], tokens[at + entry.rest.length]]
    if (!first || !last) continue
    for (const named of entry.named) found.push({ named, start: first.start, end: last.end })
    at += entry.rest.length
  }
  for (let at = 0; at < text.length; at++) {
    const entry = other.get(text.charAt(at))?.find((one) => text.startsWith(one.text, at))
    if (!entry) continue
    for (const named of entry.named) found.push({ named, start: at, end: at + entry.text.length })
    at += entry.text.length - 1
  }
  return found.sort((a, b) => a.start - b.start || b.end - a.end)
}
