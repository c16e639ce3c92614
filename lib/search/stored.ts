import { inOneKana, normalise } from '@/lib/terms/normalise'
import { compoundTokens, stemTokens } from '@/lib/terms/stems'
import type { Form, Part } from './query'

/*
 * How a record is kept for searching. First its wordings, normalised, each on a line that begins with a space. Then, one to a
 * line, the stems of its words in Latin letters in their order, an empty line between wordings; words that a hyphen joins,
 * written as one, an empty line between them; and the pairs of characters of scripts that write without spaces. What is asked
 * for never holds a line break, so that words as they stand are found among the wordings only, and stems and pairs, asked for
 * with their line breaks, only in the lists. No database stems anything: both engines look for substrings, and find the same.
 */

/** Wordings in the form in which they are searched. */
export function storedText(wordings: readonly string[]): string {
  const lines = [...new Set(wordings.map((wording) => inOneKana(normalise(wording))))].filter((line) => line !== '')
  const stems = lines.map((line) => listed(stemTokens(line).map((token) => token.stem)))
  const compounds = [...new Set(lines.flatMap(compoundTokens).map((token) => token.stem))]
  const pairs = listed([...new Set(lines.flatMap(pairsOf))])
  return `${[lines.map((line) => ` ${line}`).join('\n'), ...stems, ...compounds, pairs].filter((part) => part !== '').join('\n\n')}\n`
}

/** What a stored text must contain, at least one of them, to hold a part of a search. */
export const needlesOf = ({ forms }: Part): string[] => [...new Set(forms.map(needleOf))]

function needleOf(form: Form): string {
  if (form.kind === 'words') return `\n${listed(form.stems)}\n`
  if (form.kind === 'start') return `\n${listed([...form.before, form.text])}`
  return isPair(form.text) ? `\n${form.text}\n` : form.text
}

const listed = (words: readonly string[]): string => words.join('\n')

const unspaced = /^(?=\p{L})[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{Script=Hangul}]$/u

const isPair = (text: string): boolean => {
  const characters = [...text]
  return characters.length === 2 && characters.every((character) => unspaced.test(character))
}

function pairsOf(line: string): string[] {
  const characters = [...line]
  return characters.map((first, at) => first + (characters[at + 1] ?? '')).filter(isPair)
}
