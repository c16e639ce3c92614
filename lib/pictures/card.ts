import { labelFamily, lastFamily, runsOf, type Style } from './faces'
import { fitLine, fitLines } from './lines'
import { palette } from './palette'

/** The size of every preview, as sites that show them ask for it. */
export const cardSize = { width: 1200, height: 630 } as const

/** A small drawing within a card, as SVG elements that know no unit but their own. */
export interface Drawing {
  /** The markup within its `svg`. */
  inner: string
  width: number
  height: number
}

/** What the picture of a page says: all of it words of the page itself. */
export interface Card {
  /** BCP 47. */
  language: string
  /** Name of the site. */
  site: string
  /** The colour of the site, where it has one of its own. */
  accent?: string | undefined
  /** What the page belongs to; the name of its dossier. */
  belongsTo?: string | undefined
  /** What kind of page it is. */
  kicker: string
  heading: string
  /** The question that `state` answers, where that is not the heading. */
  asks?: string | undefined
  /** The answer or the state, by shape, word and colour, and what is said beside it. */
  state?: { glyph: Drawing; tone: string; word: string; beside?: string | undefined } | undefined
  /** Its history. */
  strip?: Drawing | undefined
  /** A sentence, where there is room for it. */
  note?: string | undefined
  /** Left and right at the foot. */
  foot: readonly [string, string]
}

const margin = 64
const inner = cardSize.width - 2 * margin
const footAt = 566
/** Where what stands between head and foot begins. */
const bodyAt = 176
const stripScale = 1.7
/** Pixels that the strip is laid out in before it is drawn larger, so that its words can be read in a small preview. */
export const stripWidth = Math.floor(inner / stripScale)

const headingSizes = [64, 58, 52, 46, 40, 36, 32] as const
/** From one line of a heading to the next, in parts of its size. */
const leading = 1.2
const note = { size: 31, lead: 43, above: 22, most: 4, least: 2 }
const question = { size: 34, lead: 46, above: 22, most: 2 }

/** The picture of a page as an SVG document, with text as text: `toPng` knows the fonts. */
export function cardSvg(card: Card): string {
  const { width, height } = cardSize
  const body = [...bodyOf(card)].join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><rect width="${width}" height="${height}" fill="${palette.paper}"/>${headOf(card)}${body}${footOf(card)}</svg>`
}

/** What stands between head and foot, from above; the heading gets what the others leave it. */
function* bodyOf(card: Card): Generator<string> {
  const { language, strip } = card
  const end = strip ? footAt - 28 - strip.height * stripScale : footAt
  const asked = card.asks
    ? fitLines(card.asks, language, { ...question, width: inner, sizes: [question.size], style: 'sans' }).lines
    : []
  const state = card.state && stateOf(card.state)
  const others = [
    asked.length > 0 ? question.above + asked.length * question.lead : 0,
    state?.height ?? 0,
    card.note && !strip ? note.above + note.least * note.lead : 0,
  ]
  const room = end - 14 - bodyAt - others.reduce((sum, one) => sum + one, 0)
  const most = (size: number) => Math.max(1, Math.min(4, Math.floor(room / (size * leading))))
  const heading = fitLines(card.heading, language, { width: inner, most, sizes: headingSizes, style: 'serif' })
  let y = bodyAt
  for (const line of heading.lines) {
    y += Math.round(heading.size * leading)
    yield text(line, { x: margin, y, size: heading.size, style: 'serif', fill: palette.ink })
  }
  if (asked.length > 0) y += question.above
  for (const line of asked) {
    y += question.lead
    yield text(line, { x: margin, y, size: question.size, style: 'sans', fill: palette.ink })
  }
  if (state) {
    yield state.at(y)
    y += state.height
  }
  if (strip) yield stripAt(card, strip, end)
  else if (card.note) yield* noteAt(card, card.note, y + note.above)
}

function headOf({ site, belongsTo, kicker, accent = palette.accent }: Card): string {
  const size = 28
  const room = belongsTo ? inner * 0.3 : inner
  const name = text(fitLine(site.toUpperCase(), room, 34, 'serif'), {
    x: margin,
    y: 84,
    size: 34,
    style: 'serif',
    fill: palette.ink,
  })
  const right = belongsTo ? fitLine(belongsTo, inner * 0.68, size, 'sans') : ''
  return [
    rule(28, 4, palette.rule),
    name,
    right && text(right, { x: cardSize.width - margin, y: 82, size, style: 'sans', fill: palette.soft, atEnd: true }),
    rule(106, 1.5, palette.rule),
    text(fitLine(kicker, inner, 28, 'sans'), { x: margin, y: 156, size: 28, style: 'sans', fill: accent }),
  ].join('')
}

/** The sizes of an answer, and the step to it from what stands above. */
const stateSizes = [50, 44, 38, 34, 30] as const
/** It is not set smaller than this only so that something stands beside it. */
const leastBeside = 38
const stateStep = 78
const besideSize = 30
const besideStep = 44

/**
 * The state in a line, set smaller where what is said beside it needs the room; below where even that is not enough, for a date
 * must not be cut.
 */
function stateOf({ glyph, tone, word, beside = '' }: NonNullable<Card['state']>) {
  const besideWidth = beside && lengthOf(beside, besideSize, 'sans') + 18
  const placed = (size: number) => {
    const side = size * 0.74
    const from = margin + (glyph.width / glyph.height) * side + 18
    return { size, side, from, end: from + lengthOf(word, size, 'serif') }
  }
  const right = cardSize.width - margin
  const all = stateSizes.map(placed)
  const fitting = all
    .filter(({ size }) => !beside || size >= leastBeside)
    .find(({ end }) => end + Number(besideWidth) <= right)
  const { size, side, from, end } = fitting ?? all.find((one) => one.end <= right) ?? placed(Math.min(...stateSizes))
  return {
    height: fitting ? stateStep : stateStep + besideStep,
    at: (above: number): string => {
      const y = above + stateStep
      const place = fitting ? { x: end + 18, y } : { x: from, y: y + besideStep }
      return [
        `<g color="${tone}" transform="translate(${margin} ${round(y - side)}) scale(${round(side / glyph.height)})">${glyph.inner}</g>`,
        text(fitLine(word, right - from, size, 'serif'), { x: from, y, size, style: 'serif', fill: tone }),
        beside &&
          text(fitLine(beside, right - place.x, besideSize, 'sans'), {
            ...{ ...place, size: besideSize, style: 'sans', fill: palette.soft },
          }),
      ].join('')
    },
  }
}

/** The colours and letters of the strip, which on pages stand in the style sheet. */
const stripStyles = (family: string, accent: string): string =>
  [
    `.strip text{font-family:${family};font-size:12px;fill:${palette.soft}}`,
    `.strip .key{fill:${palette.ink}}`,
    ...(['prohibited', 'required', 'conditional', 'permitted'] as const).map(
      (name) => `.strip .${name}{fill:${palette[name]}}`,
    ),
    `.strip .hollow{fill:none;stroke:${palette.not_required};stroke-width:1.5}`,
    `.strip .empty{fill:none;stroke:${palette.unstated}}`,
    `.strip .edge{stroke:${palette.paper};stroke-width:2}`,
    `.strip .tick{stroke:${palette.faint}}`,
    `.strip .to-come{fill:${palette.paper};opacity:.55}`,
    `.strip .to-come-edge{stroke:${palette.soft}}`,
    `.strip .asked{stroke:${accent};stroke-width:2}`,
  ].join('')

function stripAt(
  { language, accent = palette.accent }: Card,
  { inner: markup, width, height }: Drawing,
  y: number,
): string {
  // Where one sign of a line is Japanese the renderer sets all of it so: then all lines are, and look alike.
  const isMixed = runsOf(markup.replace(/<[^>]*>/g, ''), 'sans').some(({ family }) => family === lastFamily)
  const styles = stripStyles(isMixed ? lastFamily : labelFamily, accent)
  return `<style>${styles}</style><g transform="translate(${margin} ${round(y)}) scale(${stripScale})"><svg class="strip" xml:space="preserve" xml:lang="${language}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" overflow="visible">${markup}</svg></g>`
}

function* noteAt({ language }: Card, said: string, from: number): Generator<string> {
  const most = Math.min(note.most, Math.floor((footAt - 14 - from) / note.lead))
  if (most < 1) return
  const { lines } = fitLines(said, language, { width: inner, most, sizes: [note.size], style: 'sans' })
  for (const [at, line] of lines.entries())
    yield text(line, { x: margin, y: from + (at + 1) * note.lead, size: note.size, style: 'sans', fill: palette.soft })
}

function footOf({ foot: [left, right] }: Card): string {
  const [size, y] = [26, 604]
  return [
    rule(footAt, 1, palette.hair),
    text(fitLine(left, inner * 0.65, size, 'sans'), { x: margin, y, size, style: 'sans', fill: palette.soft }),
    text(fitLine(right, inner * 0.3, size, 'sans'), {
      ...{ x: cardSize.width - margin, y, size, style: 'sans', fill: palette.soft, atEnd: true },
    }),
  ].join('')
}

const rule = (y: number, height: number, fill: string): string =>
  `<rect x="${margin}" y="${y}" width="${inner}" height="${height}" fill="${fill}"/>`

interface Setting {
  x: number
  y: number
  size: number
  style: Style
  fill: string
  atEnd?: boolean
}

const lengthOf = (line: string, size: number, style: Style): number =>
  runsOf(line, style).reduce((sum, { width }) => sum + width * size, 0)

/** A line as one element for each stretch of one face. */
function text(line: string, { x, y, size, style, fill, atEnd = false }: Setting): string {
  const runs = runsOf(line, style)
  let at = atEnd ? x - lengthOf(line, size, style) : x
  return runs
    .map(({ text: said, family, weight, width }) => {
      const from = at
      at += width * size
      return `<text xml:space="preserve" x="${round(from)}" y="${y}" font-family="${family}" font-weight="${weight}" font-size="${size}" fill="${fill}">${escaped(said)}</text>`
    })
    .join('')
}

const round = (value: number): number => Math.round(value * 100) / 100

/** As character data and as the value of an attribute in double quotes (XML 1.0). */
export const escaped = (said: string): string => said.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
