import { countWords } from '@/lib/model'
import { wordChanges } from '@/lib/words/word-changes'
import type { FieldChange } from './field-changes'

/** How many words a change takes from readers. */
export function wordsTaken({ before, after }: FieldChange): number {
  if (before === null || !isProse(before)) return 0
  if (after === null) return countWords(before)
  return wordChanges(before, after).reduce((sum, { kind, text }) => sum + (kind === 'taken' ? countWords(text) : 0), 0)
}

/** A text that vanishes, or nearly so, for which there may be a reason; it is asked about before it happens. */
export interface Loss {
  path: string
  /** A language of a text that keeps others; a whole text; a text of which little is left. */
  what: 'language' | 'text' | 'most'
  words: number
}

const fewLeft = 1 / 3
const manyWords = 10

/** The texts that vanish with these changes. Ids, dates and closed words are no texts. */
export function losses(changes: readonly FieldChange[]): Loss[] {
  return changes.flatMap((change): Loss[] => {
    const { path, before, after } = change
    if (before === null || !isText(path, before)) return []
    const words = countWords(before)
    if (after === null || after.trim() === '') return [{ path, what: isLanguage(path) ? 'language' : 'text', words }]
    const shrinks = words >= manyWords && countWords(after) < words * fewLeft
    return shrinks ? [{ path, what: 'most', words: words - countWords(after) }] : []
  })
}

const textFields =
  /(^|\.)(headline|title|name|note|notes|summary|question|conditions|reason|who|says|text|label|instrument)(\.|$)/

/** Text that readers read, by the name of its field; a single word may be one in a language without spaces. */
const isText = (path: string, text: string): boolean => textFields.test(path) && /\p{L}/u.test(text)
const isProse = (text: string): boolean => /\s|\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u.test(text)
const isLanguage = (path: string): boolean =>
  path.startsWith('translations.') || (/\.[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(path) && !/\.(text|who)$/.test(path))
