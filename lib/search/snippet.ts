import { japanese } from '@/lib/addresses/names'
import type { Said } from '@/lib/model'
import { type Mark, marksIn } from './marks'
import type { Part } from './query'

/** A stretch of a text, inside or outside what was searched for. */
export interface Piece {
  text: string
  hit: boolean
}

/** A text, or a cut from it, with what was searched for marked. */
export interface Marked {
  language: string
  pieces: Piece[]
}

/** How much of a text a snippet shows, in columns: a Japanese character takes two. */
const width = 200
const lead = 60
const telling = 60
const mostCompared = 100

/** A text whole, with its hits. */
export const markedWhole = ({ text, language }: Said, parts: readonly Part[]): Marked => ({
  language,
  pieces: piecesOf(text, marksIn(text, parts), 0, text.length),
})

interface Candidate {
  said: Said
  marks: Mark[]
}

/**
 * What of a record shows best why it was found: from the fields that hold most of what is not shown already (title, publisher),
 * two at the most, a cut around their hits; those in the reader's language go before the others. A name alone tells little, and
 * another language not all readers, so that the first field with something to tell then goes before it.
 */
export function snippetsOf(
  seen: readonly Said[],
  fields: readonly Said[],
  parts: readonly Part[],
  language: string,
): Marked[] {
  const candidates = fields
    .filter(({ text }) => text.trim() !== '')
    .map((said): Candidate => ({ said, marks: marksIn(said.text, parts) }))
  const own = candidates.filter(({ said }) => said.language === language)
  const others = candidates.filter(({ said }) => said.language !== language)
  const shown = new Set(seen.flatMap(({ text }) => marksIn(text, parts)).flatMap(saidBy))
  const chosen: Candidate[] = []
  while (chosen.length < 2) {
    const best = withMostNews(own, shown) ?? withMostNews(others, shown)
    if (!best) break
    chosen.push(best)
    for (const said of best.marks.flatMap(saidBy)) shown.add(said)
  }
  if (chosen.length === 0) chosen.push(...[...own, ...others].filter(({ marks }) => marks.length > 0).slice(0, 1))
  const first = [...own, ...candidates.slice(0, 1)].find(isTelling) ?? own[0] ?? candidates[0]
  const isTold = chosen.some((one) => isTelling(one) && one.said.language === first?.said.language)
  if (first && !isTold && !chosen.includes(first)) chosen.unshift(first)
  return chosen.map(({ said, marks }) => cut(said, marks))
}

/** A term says its words as well: 武器 what “lethal” and “weapons” ask for, so that its translation has no news. */
const saidBy = ({ part }: Mark): string[] => [part.said, ...part.said.split(' ')]

/** The first of those that hold most parts of a search that are not shown yet; undefined when none holds any. */
function withMostNews(candidates: readonly Candidate[], shown: ReadonlySet<string>): Candidate | undefined {
  const news = candidates.map(
    ({ marks }) => new Set(marks.map(({ part }) => part.said).filter((one) => !shown.has(one))).size,
  )
  const most = Math.max(0, ...news)
  return most === 0 ? undefined : candidates[news.indexOf(most)]
}

/** A sentence, or as long as one. */
const isTelling = ({ said: { text } }: Candidate): boolean =>
  /[.。]\s*$/u.test(text) || (columnsOf(text).at(-1) ?? 0) >= telling

/** The stretch of a text around the place with the most different hits, cut between words. */
function cut({ text, language }: Said, marks: readonly Mark[]): Marked {
  const columns = columnsOf(text)
  const within = (from: number, to: number) => (columns[to] ?? 0) - (columns[from] ?? 0)
  if (within(0, text.length) <= width) return { language, pieces: piecesOf(text, marks, 0, text.length) }
  const near = (centre: Mark) =>
    marks.filter(({ start, end }) => start >= centre.start && within(centre.start, end) <= width - lead)
  const richness = (mark: Mark) => new Set(near(mark).map(({ part }) => part.said)).size
  const centre = marks
    .slice(0, mostCompared)
    .reduce<Mark | undefined>((best, mark) => (best && richness(best) >= richness(mark) ? best : mark), undefined)
  const anchor = centre?.start ?? 0
  const { starts, ends } = wordEdges(text)
  // Near the end of the text the cut begins earlier, so that it is no shorter.
  const latest = starts.find((at) => within(at, text.length) <= width) ?? 0
  const from = Math.min(starts.find((at) => within(at, anchor) <= lead) ?? anchor, latest, anchor)
  const reach = Math.max(centre?.end ?? 0, ends.findLast((at) => within(from, at) <= width) ?? text.length)
  const pieces = piecesOf(text, marks, from, reach)
  if (from > 0) pieces.unshift({ text: '…', hit: false })
  if (reach < text.length) pieces.push({ text: '…', hit: false })
  return { language, pieces: joined(pieces) }
}

function piecesOf(text: string, marks: readonly Mark[], from: number, to: number): Piece[] {
  const pieces: Piece[] = []
  let at = from
  for (const { start, end } of marks) {
    if (end <= at || start >= to) continue
    pieces.push({ text: text.slice(at, Math.max(at, start)), hit: false })
    pieces.push({ text: text.slice(Math.max(at, start), Math.min(end, to)), hit: true })
    at = Math.min(end, to)
  }
  pieces.push({ text: text.slice(at, to), hit: false })
  return joined(pieces)
}

/** Neighbours of the same sort become one; empty ones fall away. */
function joined(pieces: readonly Piece[]): Piece[] {
  const whole: Piece[] = []
  for (const piece of pieces) {
    const last = whole.at(-1)
    if (piece.text === '') continue
    if (last?.hit === piece.hit) last.text += piece.text
    else whole.push({ ...piece })
  }
  return whole
}

const words = new Intl.Segmenter(japanese, { granularity: 'word' })

/** Where a text may be cut: before and behind words, of scripts without spaces too. */
function wordEdges(text: string): { starts: number[]; ends: number[] } {
  const found = [...words.segment(text)].filter(({ isWordLike }) => isWordLike)
  return {
    starts: found.map(({ index }) => index),
    ends: [...found.map(({ index, segment }) => index + segment.length), text.length],
  }
}

/** For each unit of a text, how many columns stand before it. */
function columnsOf(text: string): number[] {
  const columns = [0]
  for (const unit of text.split('')) columns.push((columns.at(-1) ?? 0) + (unit >= '\u1100' ? 2 : 1))
  return columns
}
