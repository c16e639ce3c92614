import { normalise } from '@/lib/text/normalise'
import { latin, stemTokens } from '@/lib/text/terms'

/** One way in which a part of a search may stand in a text. */
export type Form =
  /** Words in Latin letters, next to each other, by their stems. */
  | { kind: 'words'; stems: string[] }
  /** The beginning of a word in Latin letters. */
  | { kind: 'start'; text: string }
  /** As it stands, within words too. */
  | { kind: 'text'; text: string }

/** A word, a phrase or a term of a search; it occurs where any of its forms does. */
export interface Part {
  said: string
  forms: Form[]
}

/** A stretch of a search: a phrase in quotes, or text between them. */
export interface Stretch {
  text: string
  quoted: boolean
}

/** So many letters make the beginning of a word tell something: “komei”, but not “ai”. */
const shortestStart = 4
const marks = '"“”„«»「」『』'
const stretch = new RegExp(`[${marks}]([^${marks}]+)[${marks}]|([^${marks}]+)`, 'gu')
const edges = /^[\s.,;:!?()[\]、。…‘’]+(?=\S)|(?<=\S)[\s.,;:!?()[\]、。…‘’]+$/gu

/** The normalised text of a search in its stretches. A quotation mark without its fellow means nothing. */
export const stretchesOf = (text: string): Stretch[] =>
  [...normalise(text).matchAll(stretch)]
    .map(([, quoted, plain]) => ({ text: (quoted ?? plain ?? '').trim(), quoted: quoted !== undefined }))
    .filter((found) => found.text !== '')

/** The parts of a search as it stands: all of them must occur. None when it holds no word. */
export const partsOf = (text: string): Part[] =>
  distinct(stretchesOf(text).flatMap((found) => (found.quoted ? [partOf(found.text)] : wordParts(found.text))))

/** The words of a normalised text, a part each. */
export const wordParts = (text: string): Part[] =>
  text
    .split(' ')
    .filter((word) => word !== '')
    .map(partOf)

/** A normalised word or phrase as one part. */
export function partOf(words: string): Part {
  const said = words.replace(edges, '')
  return { said, forms: formsOf(said) }
}

function formsOf(text: string): Form[] {
  const tokens = stemTokens(text)
  const [first] = tokens
  if (!latin.test(text) || !first) return [{ kind: 'text', text }]
  const words: Form = { kind: 'words', stems: tokens.map(({ stem }) => stem) }
  if (text.includes(' ')) return [words]
  if (first.start > 0 || first.end < text.length) return [words, { kind: 'text', text }]
  const start = text.replace(/['’]s$/, '')
  return start.length < shortestStart ? [words] : [words, { kind: 'start', text: start }]
}

/** Each part once. */
export const distinct = (parts: readonly Part[]): Part[] => [
  ...new Map(parts.map((part) => [JSON.stringify(part), part])).values(),
]
