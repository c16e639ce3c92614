import { inOneKana, normalise } from '@/lib/terms/normalise'
import { compoundTokens, latin, stemTokens } from '@/lib/terms/stems'

/** One way in which a part of a search may stand in a text. */
export type Form =
  /** Words in Latin letters, next to each other, by their stems. */
  | { kind: 'words'; stems: string[] }
  /** The beginning of a word in Latin letters, next to the words before it. */
  | { kind: 'start'; before: string[]; text: string }
  /** As it stands, within words too. */
  | { kind: 'text'; text: string }

/** A word, a phrase or a term of a search; it occurs where any of its forms does. */
export interface Part {
  said: string
  forms: Form[]
}

/** A stretch of a search: a phrase in quotes, or text between them. */
export interface QueryStretch {
  text: string
  quoted: boolean
}

/** So many letters make the beginning of a word tell something: “komei”, but not “ai”. */
const shortestStart = 4
const marks = '"“”„«»「」『』'
const stretch = new RegExp(`[${marks}]([^${marks}]+)[${marks}]|([^${marks}]+)`, 'gu')
/** “PAC 3”, “RTX 4090”, but not “May 2026”. */
const designation = /(?<!\S)(\p{Script=Latin}{1,3}) (?!(?:19|20)\d\d(?!\S))(\d{1,4}\p{Script=Latin}{0,2})(?!\S)/gu
const plainWords = new Set('a all and as at by for in is may no not of on or the to'.split(' '))
const edges = /^[\s.,;:!?()[\]、。…‘’]+|[\s.,;:!?()[\]、。…‘’]+$/gu

/** A search as it is read: normalised, a short name and its number in one word. */
export const spelled = (text: string): string =>
  normalise(text).replace(designation, (said, word: string, number: string) =>
    plainWords.has(word) ? said : `${word}-${number}`,
  )

/** The text of a search in its stretches. A quotation mark without its fellow means nothing. */
export const stretchesOf = (text: string): QueryStretch[] =>
  [...spelled(text).matchAll(stretch)]
    .map(([, quoted, plain]) => ({ text: (quoted ?? plain ?? '').trim(), quoted: quoted !== undefined }))
    .filter((found) => found.text !== '')

/** The parts of a search as it stands: all of them must occur. None when it holds no word. */
export const partsOf = (text: string): Part[] =>
  distinct(stretchesOf(text).flatMap((found) => (found.quoted ? phraseParts(found.text) : wordParts(found.text))))

/** The words of a normalised text, a part each. */
export const wordParts = (text: string): Part[] => text.split(' ').flatMap(phraseParts)

/** A normalised word or phrase as one part; none when it is nothing but the signs that stand around words. */
export function phraseParts(words: string): Part[] {
  const said = words.replace(edges, '')
  return said === '' ? [] : [{ said, forms: formsOf(inOneKana(said)) }]
}

function formsOf(text: string): Form[] {
  const tokens = stemTokens(text)
  const last = tokens.at(-1)
  if (!latin.test(text) || !last) return [{ kind: 'text', text }]
  const stems = tokens.map(({ stem }) => stem)
  const ways = [stems, stems.map(apart)]
  if (text.includes(' ')) return inWords(ways)
  const start = text.slice(last.start, last.end).replace(/['’]s$/, '')
  const [compound] = compoundTokens(text)
  if (compound && compound.end - compound.start === text.length) ways.push([compound.stem])
  return isTelling(text, start)
    ? [...inWords(ways), { kind: 'start', before: stems.slice(0, -1), text: start }]
    : inWords(ways)
}

/** The letter of “F-2” as it is where it stands apart, “F 2”; an “a” would be the article. */
const apart = (stem: string): string => stem.replace(/^([b-z])-$/, '$1')

const inWords = (ways: string[][]): Form[] =>
  [...new Map(ways.map((stems) => [stems.join(' '), stems])).values()].map((stems) => ({ kind: 'words', stems }))

const isTelling = (text: string, start: string): boolean =>
  text.length >= shortestStart && /^\p{Script=Latin}{2}/u.test(start)

/** Each part once. */
export const distinct = (parts: readonly Part[]): Part[] => [
  ...new Map(parts.map((part) => [JSON.stringify(part), part])).values(),
]
