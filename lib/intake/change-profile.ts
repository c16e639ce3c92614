import { japanese } from '@/lib/addresses/names'
import { wordingsOf } from '@/lib/model'
import { type Compiled, type CompiledChange, findRule } from '@/lib/policy'
import { type Bits, emptyBits, meet, members, unite } from '@/lib/policy/compiled/bits'
import { normalise } from '@/lib/terms/normalise'
import { stemTokens } from '@/lib/terms/stems'

/** A value, group or member that a text names. */
export interface NamedValue {
  dimension: string
  value: string
}

/** By what a change is known in a text: the words of its title, and what the rules that it alters are about. */
export interface Profile {
  change: CompiledChange
  /** Words of the title with how telling each is among all titles, per wording. */
  titles: Map<string, number>[]
  /** Per dimension in which it is about less than everything, what it is about. */
  about: { dimension: string; leaves: Bits; ofValue: ReadonlyMap<string, Bits> }[]
}

const isWord = (segment: Intl.SegmentData): boolean => segment.isWordLike === true && segment.segment.length > 1
const segmenter = new Intl.Segmenter(japanese, { granularity: 'word' })

/** The words of a normalised text by which titles are compared: English stems, and words of other scripts as they stand. */
function wordsOf(text: string, language: string): string[] {
  if (language === japanese) return [...segmenter.segment(text)].filter(isWord).map(({ segment }) => segment)
  return stemTokens(text).flatMap(({ stem }) => (stem.length > 2 ? [stem] : []))
}

/** What each change of a dossier is known by. */
export function changeProfiles(compiled: Compiled): Profile[] {
  const titles = compiled.changes.map(({ change }) =>
    wordingsOf(change.title).map(({ text, language }) => [...new Set(wordsOf(normalise(text), language))]),
  )
  const counts = new Map<string, number>()
  for (const words of titles.flat()) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  const weight = (word: string) => Math.log(1 + compiled.changes.length / (counts.get(word) ?? 1))
  return compiled.changes.map((change, at) => ({
    change,
    titles: (titles[at] ?? []).map((words) => new Map(words.map((word) => [word, weight(word)]))),
    about: aboutOf(compiled, change),
  }))
}

function aboutOf(compiled: Compiled, { change }: CompiledChange): Profile['about'] {
  const rules = (change.alterations ?? []).flatMap(({ rule }) => findRule(compiled, rule) ?? [])
  return compiled.dimensions.flatMap(({ dimension, leaves, valueBits, members: named, leafIndex }, at) => {
    const about = emptyBits(leaves.length)
    for (const rule of rules) unite(about, rule.scope[at] as Bits)
    const size = members(about).length
    if (size === 0 || size === leaves.length) return []
    const ofValue = new Map(valueBits)
    for (const [id, member] of named) {
      const bits = emptyBits(leaves.length)
      for (const { value } of member.in) {
        const leaf = leafIndex.get(value)
        const of = valueBits.get(value)
        if (of) unite(bits, of)
        else if (leaf !== undefined) bits[leaf >>> 5] = (bits[leaf >>> 5] ?? 0) | (1 << (leaf & 31))
      }
      ofValue.set(id, bits)
    }
    return [{ dimension: dimension.id, leaves: about, ofValue }]
  })
}

/**
 * How near a sentence is to a change, 0 for not at all: the share of a title that it says, and in how many dimensions it names
 * something that the change is about; what it names beside that counts against it. `normal` is its normalised text.
 */
export function closeness({ titles, about }: Profile, values: readonly NamedValue[], normal: string): number {
  const stems = new Set(stemTokens(normal).map(({ stem }) => stem))
  const shares = titles.map((words) => {
    let all = 0
    let said = 0
    for (const [word, weight] of words) {
      all += weight
      if (stems.has(word) || (isOther(word) && normal.includes(word))) said += weight
    }
    return all === 0 ? 0 : said / all
  })
  const title = 2 * Math.max(0, ...shares)
  let meets = 0
  for (const { dimension, leaves, ofValue } of about) {
    const named = values.filter((one) => one.dimension === dimension)
    if (named.length === 0) continue
    meets += named.some(({ value }) => meet(ofValue.get(value) ?? emptyBits(0), leaves)) ? 0.5 : -0.4
  }
  return Math.max(0, title + meets)
}

const isOther = (word: string): boolean => !/^[\p{Script=Latin}\p{N}]+$/u.test(word)
