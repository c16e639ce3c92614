import { japanese } from '@/lib/addresses/names'
import { wordingsOf } from '@/lib/model'
import { type Compiled, subjectOf } from '@/lib/policy'
import { normalise } from '@/lib/terms/normalise'
import { hasOtherScript, indexOf, mentionsIn, type PhraseIndex, type Words, wordsOf } from './phrase-index'

/** A value, group or member that a text names. */
export interface NamedValue {
  dimension: string
  value: string
}

/** Wordings of titles, and the share that a word has of each, side by side. */
interface Shares {
  wordings: number[]
  shares: number[]
}

/** By what the changes of a dossier are known in a text: the words of their titles, and what the rules that they alter are about. */
export interface ChangeProfiles {
  ids: string[]
  /** Wordings of titles; several belong to one change. */
  changeOf: number[]
  /** By the stem of a word, the wordings that have it, with its share of each. */
  words: ReadonlyMap<string, Shares>
  /** The same for words of scripts that are not spaced. */
  unspaced: PhraseIndex<[wording: number, share: number]>
  /** Per value of each dimension, of each change: 0 it is about all of the dimension, 1 about other values, 2 about this one. */
  about: ReadonlyMap<string, Uint8Array>
  /** Room to work in, for one sentence at a time. */
  room: { shares: Float64Array; seen: Set<string>; byDimension: Map<string, Uint8Array> }
}

const segmenter = new Intl.Segmenter(japanese, { granularity: 'word' })

/** The words of a normalised text by which titles are compared: English stems, and words of other scripts as they stand. */
function telling(text: string, language: string): string[] {
  if (language !== japanese) return wordsOf(text).stems.filter((stem) => stem.length > 2)
  return [...segmenter.segment(text)].flatMap(({ segment, isWordLike }) =>
    isWordLike && segment.length > 1 ? [segment] : [],
  )
}

/** What each change of a dossier is known by. */
export function changeProfiles(compiled: Compiled): ChangeProfiles {
  const wordings = compiled.changes.flatMap(({ change }, at) =>
    wordingsOf(change.title).map(({ text, language }) => ({
      at,
      isSpaced: language !== japanese,
      words: [...new Set(telling(normalise(text), language))],
    })),
  )
  const counts = new Map<string, number>()
  for (const word of wordings.flatMap((one) => one.words)) counts.set(word, (counts.get(word) ?? 0) + 1)
  const weight = (word: string) => Math.log(1 + compiled.changes.length / (counts.get(word) ?? 1))
  const words = new Map<string, Shares>()
  const unspaced: { named: [number, number]; terms: { text: string; language: string }[] }[] = []
  for (const [wording, { isSpaced, words: own }] of wordings.entries()) {
    const all = own.reduce((sum, word) => sum + weight(word), 0)
    for (const word of own) {
      const share = weight(word) / all
      if (isSpaced) {
        const there = words.get(word) ?? { wordings: [], shares: [] }
        there.wordings.push(wording)
        there.shares.push(share)
        words.set(word, there)
      } else unspaced.push({ named: [wording, share], terms: [{ text: word, language: japanese }] })
    }
  }
  return {
    ids: compiled.changes.map(({ id }) => id),
    changeOf: wordings.map(({ at }) => at),
    words,
    unspaced: indexOf(unspaced),
    about: aboutOf(compiled),
    room: {
      shares: new Float64Array(wordings.length),
      seen: new Set(),
      byDimension: new Map(
        compiled.dimensions.map(({ dimension }) => [dimension.id, new Uint8Array(compiled.changes.length)]),
      ),
    },
  }
}

export const valueKey = ({ dimension, value }: NamedValue): string => `${dimension} ${value}`

function aboutOf(compiled: Compiled): Map<string, Uint8Array> {
  const about = new Map<string, Uint8Array>()
  const subjects = compiled.changes.map((change) => subjectOf(compiled, change))
  for (const { dimension, valueBits, members } of compiled.dimensions)
    for (const value of [...valueBits.keys(), ...members.keys()]) {
      const told = Uint8Array.from(subjects, (own) => {
        const subject = own.find((one) => one.dimension === dimension.id)
        return subject ? (subject.meets(value) ? 2 : 1) : 0
      })
      about.set(valueKey({ dimension: dimension.id, value }), told)
    }
  return about
}

/**
 * How near a sentence is to each change, 0 for not at all: twice the share of a title that it says, and half a point for each
 * dimension in which it names something that the change is about; what it names beside that counts against it.
 */
export function closenessOf(
  { ids, changeOf, words, unspaced, about, room }: ChangeProfiles,
  { values, normal, words: said }: { values: readonly NamedValue[]; normal: string; words: Words },
): Float64Array {
  const { shares, seen, byDimension } = room
  shares.fill(0)
  seen.clear()
  for (let at = 0; at < said.stems.length; at++) {
    const stem = said.stems[at] as string
    const telling = words.get(stem)
    if (!telling || seen.has(stem)) continue
    seen.add(stem)
    for (let one = 0; one < telling.wordings.length; one++) {
      const wording = telling.wordings[one] as number
      shares[wording] = (shares[wording] as number) + (telling.shares[one] as number)
    }
  }
  if (hasOtherScript(normal)) {
    const once = new Set<[number, number]>(mentionsIn(unspaced, normal, said).map(({ named }) => named))
    for (const [wording, share] of once) shares[wording] = (shares[wording] ?? 0) + share
  }
  const near = new Float64Array(ids.length)
  for (let wording = 0; wording < shares.length; wording++) {
    const change = changeOf[wording] ?? 0
    near[change] = Math.max(near[change] ?? 0, 2 * (shares[wording] ?? 0))
  }
  if (values.length === 0) return near
  for (const told of byDimension.values()) told.fill(0)
  for (const value of values) {
    const told = about.get(valueKey(value))
    const all = byDimension.get(value.dimension)
    if (!told || !all) continue
    for (let at = 0; at < told.length; at++) if ((told[at] ?? 0) > (all[at] ?? 0)) all[at] = told[at] ?? 0
  }
  for (const told of byDimension.values())
    for (let at = 0; at < told.length; at++)
      if (told[at] === 2) near[at] = (near[at] ?? 0) + 0.5
      else if (told[at] === 1) near[at] = (near[at] ?? 0) - 0.4
  return near
}
