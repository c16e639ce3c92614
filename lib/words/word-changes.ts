import { diffWords } from 'diff'
import { japanese } from '@/lib/addresses/names'

/** A stretch of text that both states have, or only one of them. */
export interface WordStretch {
  kind: 'kept' | 'taken' | 'added'
  text: string
}

const segmenter = new Intl.Segmenter(japanese, { granularity: 'word' })
/** Of texts that differ in more words than this it is only said that one took the place of the other. */
const mostEdits = 2000

/** Two texts word by word; Japanese is taken apart by its words too (Unicode, annex 29). */
export function wordChanges(before: string, after: string): WordStretch[] {
  const parts = diffWords(before, after, { intlSegmenter: segmenter, maxEditLength: mostEdits }) as
    | ReturnType<typeof diffWords>
    | undefined
  if (!parts)
    return [
      { kind: 'taken', text: before },
      { kind: 'added', text: after },
    ]
  return parts.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'taken' : 'kept',
    text: value,
  }))
}
