import { type Style, widthOf } from './faces'

/** A text broken into lines, at the size at which it fits. */
export interface Lines {
  size: number
  lines: string[]
  /** Whether all of it is there; else the last line ends in an ellipsis. */
  isWhole: boolean
}

export interface Room {
  width: number
  /** How many lines there may be at a size. */
  most: number | ((size: number) => number)
  /** Font sizes that may be tried, the largest first. */
  sizes: readonly [number, ...number[]]
  style: Style
}

/** Signs that do not begin a line, and that do not end one (JIS X 4051, as far as the texts of pages need it). */
const notFirst = /^[\p{Pe}\p{Pf}、。，．・：；？！ー々ゝゞぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ,.:;?!)％]/u
const notLast = /[\p{Ps}\p{Pi}]$/u
const ellipsis = '…'
/** No picture has room for more signs than this: they are not looked at. */
const mostRead = 1000

/** A text in the largest size at which it has room, words whole where they can be; past the smallest it is cut. */
export function fitLines(text: string, language: string, room: Room): Lines {
  const pieces = piecesOf(text.slice(0, mostRead), language)
  const mostAt = (size: number) => (typeof room.most === 'number' ? room.most : room.most(size))
  const linesAt = (size: number) => broken(pieces, room.width / size, { style: room.style, most: mostAt(size) })
  for (const size of room.sizes) {
    const lines = linesAt(size)
    if (lines.length <= mostAt(size)) return { size, lines, isWhole: true }
  }
  const size = Math.min(...room.sizes)
  const kept = linesAt(size).slice(0, mostAt(size))
  const last = kept.pop() ?? ''
  return { size, lines: [...kept, cut(last, room.width / size, room.style)], isWhole: false }
}

/** A text in one line: as it is, or cut. */
export const fitLine = (text: string, width: number, size: number, style: Style): string => {
  const plain = plainText(text)
  return widthOf(plain, style) * size <= width ? plain : cut(plain, width / size, style)
}

/** Without control signs, which no SVG may hold, and with single blanks. */
export const plainText = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()

const segmenters = new Map<string, Intl.Segmenter>()

/** What may not be broken: words with the signs that belong to them, each with the blank before it. */
function piecesOf(text: string, language: string): string[] {
  const segmenter = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: 'word' })
  segmenters.set(language, segmenter)
  const pieces: string[] = []
  for (const { segment } of segmenter.segment(plainText(text))) {
    const before = pieces.at(-1)
    if (before !== undefined && belongs(before, segment)) pieces[pieces.length - 1] = before + segment
    else pieces.push(segment)
  }
  return pieces
}

const wide = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー々]/u

/** Whether a line may not end between the two: Latin words are parted by blanks only. */
const belongs = (before: string, segment: string): boolean =>
  notFirst.test(segment) ||
  notLast.test(before) ||
  (!segment.startsWith(' ') && before !== ' ' && !wide.test(segment) && !wide.test(before.at(-1) ?? '')) ||
  before === ' '

function broken(pieces: readonly string[], width: number, { style, most }: { style: Style; most: number }): string[] {
  const lines: string[] = []
  let line = ''
  let taken = 0
  for (const piece of pieces.flatMap((one) => short(one, width, style))) {
    const wide = widthOf(piece, style)
    if (line !== '' && taken + widthOf(piece.trimEnd(), style) > width) {
      lines.push(line.trimEnd())
      // One line more than there is room for tells that there is too much.
      if (lines.length > most) return lines
      line = ''
    }
    const set = line === '' ? piece.trimStart() : piece
    taken = line === '' ? widthOf(set, style) : taken + wide
    line += set
  }
  return line === '' ? lines : [...lines, line.trimEnd()]
}

/** A piece that is wider than any line, sign by sign. */
const short = (piece: string, width: number, style: Style): string[] =>
  widthOf(piece, style) <= width ? [piece] : [...piece]

function cut(line: string, width: number, style: Style): string {
  const signs = [...line]
  while (signs.length > 0 && widthOf(signs.join('') + ellipsis, style) > width) signs.pop()
  return signs.join('').trimEnd() + ellipsis
}
