import { japanese } from '@/lib/addresses/names'
import { wordingsOf } from '@/lib/model'
import { type Compiled, type CompiledChange, type Subject, subjectOf } from '@/lib/policy'
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
  about: Subject[]
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
    about: subjectOf(compiled, change),
  }))
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
  for (const { dimension, meets: isAbout } of about) {
    const named = values.filter((one) => one.dimension === dimension)
    if (named.length === 0) continue
    meets += named.some(({ value }) => isAbout(value)) ? 0.5 : -0.4
  }
  return Math.max(0, title + meets)
}

const isOther = (word: string): boolean => !/^[\p{Script=Latin}\p{N}]+$/u.test(word)
