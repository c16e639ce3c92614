/** A stretch of a message, or a tag with what stands in it. */
export type Piece = string | { tag: string; pieces: Piece[] }

const [opening, named, closing] = ['\u{F0000}', '\u{F0001}', '\u{F0002}']
const marks = new RegExp(`(${opening}[^${named}]*${named}|${closing})`, 'u')

/** Says that a tag begins or ends here, in a text that `piecesIn` takes apart: three characters of private use (Unicode, 23.5). */
export const markTag = (tag: string, text: string): string => `${opening}${tag}${named}${text}${closing}`

/** The pieces of a text in which tags are marked. */
export function piecesIn(text: string): Piece[] {
  const all: Piece[] = []
  const within = [all]
  for (const part of text.split(marks)) {
    const pieces = within.at(-1) ?? all
    if (part.startsWith(opening)) {
      const inner: Piece[] = []
      pieces.push({ tag: part.slice(opening.length, -named.length), pieces: inner })
      within.push(inner)
    } else if (part === closing) within.pop()
    else if (part !== '') pieces.push(part)
  }
  return all
}
