import { english, japanese } from '@/lib/addresses/names'
import { mostQuotedWords } from '@/lib/model'

/** Signs of a text by which its language is told. */
const sample = 2000

/** The language of a text, by its letters. */
export function languageOf(text: string): string {
  let balance = 0
  for (let at = 0; at < Math.min(sample, text.length); at++) {
    const sign = text.charCodeAt(at)
    if ((sign >= 0x3040 && sign <= 0x30ff) || (sign >= 0x4e00 && sign <= 0x9fff)) balance += 2
    else if ((sign >= 0x41 && sign <= 0x5a) || (sign >= 0x61 && sign <= 0x7a)) balance--
  }
  return balance > 0 ? japanese : english
}

/** Behind a full stop of any script, and what closes behind it; an English one only before a capital. */
const ends = /(?<=[。！？][」』]?)|(?<=[.!?][”’"']?)\s+(?=[“‘"'(]?\p{Lu})/u

/** The sentences of a text, without the white space around them. */
export const sentencesOf = (text: string): string[] =>
  text
    .split('\n')
    .flatMap((line) => line.split(ends))
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')

const segmenter = new Intl.Segmenter(japanese, { granularity: 'word' })

/** Where the words of a text stand, as a quote counts them (`countWords`). */
function wordsIn(text: string, language: string): { index: number; end: number }[] {
  if (language !== japanese)
    return [...text.matchAll(/\S+/g)].flatMap(({ 0: word, index }) =>
      /[\p{L}\p{N}]/u.test(word) ? [{ index, end: index + word.length }] : [],
    )
  return [...segmenter.segment(text)].flatMap(({ segment, index, isWordLike }) =>
    isWordLike ? [{ index, end: index + segment.length }] : [],
  )
}

/** The passage around a word that may be quoted: the sentence, or as many of its words as a quote may have. */
export function quoteOf(
  { text, normal }: { text: string; normal: string },
  mention: { start: number },
  language: string,
): string {
  const words = wordsIn(text, isUnspaced(text) ? japanese : language)
  if (words.length <= mostQuotedWords) return text
  // The normalised text has other places than the text itself: near enough to choose a window by.
  const place = Math.round((mention.start / Math.max(1, normal.length)) * text.length)
  const middle = words.findIndex(({ index }) => index >= place)
  const wanted = (middle < 0 ? words.length : middle) - Math.floor(mostQuotedWords / 2)
  const from = Math.max(0, Math.min(wanted, words.length - mostQuotedWords))
  const [first, last] = [words[from], words[from + mostQuotedWords - 1]]
  return first && last ? text.slice(first.index, last.end) : text
}

const isUnspaced = (text: string): boolean => /[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]/.test(text)
