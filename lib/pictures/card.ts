import { labelFamily, lastFamily, runsOf, type Style } from './faces'
import { fitLine, fitLines, type Room } from './lines'
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

const headingRoom: Room = { width: inner, most: 3, sizes: [64, 58, 52, 46, 40, 36], style: 'serif' }

/** The picture of a page as an SVG document, with text as text: `toPng` knows the fonts. */
export function cardSvg(card: Card): string {
  const { width, height } = cardSize
  const parts: string[] = [`<rect width="${width}" height="${height}" fill="${palette.paper}"/>`, headOf(card)]
  const heading = fitLines(card.heading, card.language, { ...headingRoom, most: card.state || card.note ? 3 : 4 })
  const lead = Math.round(heading.size * 1.2)
  let y = bodyAt
  for (const line of heading.lines) {
    y += lead
    parts.push(text(line, { x: margin, y, size: heading.size, style: 'serif', fill: palette.ink }))
  }
  if (card.asks) {
    const asked = fitLines(card.asks, card.language, { width: inner, most: 2, sizes: [34], style: 'sans' })
    y += 22
    for (const line of asked.lines) {
      y += 46
      parts.push(text(line, { x: margin, y, size: 34, style: 'sans', fill: palette.ink }))
    }
  }
  if (card.state) {
    const { markup, lines } = stateAt(card.state, y + 80)
    y += 80 + (lines - 1) * 46
    parts.push(markup)
  }
  if (card.strip) parts.push(stripAt(card, card.strip, footAt - 28 - card.strip.height * stripScale))
  else if (card.note) parts.push(...noteAt(card, card.note, y + 22))
  parts.push(footOf(card))
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${parts.join('')}</svg>`
}

function headOf({ site, belongsTo, kicker }: Card): string {
  const size = 28
  const name = text(site.toUpperCase(), { x: margin, y: 84, size: 34, style: 'serif', fill: palette.ink })
  const right = belongsTo ? fitLine(belongsTo, inner * 0.68, size, 'sans') : ''
  return [
    rule(28, 4, palette.rule),
    name,
    right && text(right, { x: cardSize.width - margin, y: 82, size, style: 'sans', fill: palette.soft, atEnd: true }),
    rule(106, 1.5, palette.rule),
    text(fitLine(kicker, inner, 28, 'sans'), { x: margin, y: 156, size: 28, style: 'sans', fill: palette.accent }),
  ].join('')
}

/** The state in a line; what is said beside it stands below where it has no room there, for a date must not be cut. */
function stateAt({ glyph, tone, word, beside }: NonNullable<Card['state']>, y: number) {
  const [size, side] = [50, 30]
  const height = size * 0.74
  const scale = height / glyph.height
  const from = margin + glyph.width * scale + 18
  const said = fitLine(word, inner - (from - margin), size, 'serif')
  const behind = from + lengthOf(said, size, 'serif') + 18
  const hasRoom = !beside || behind + lengthOf(beside, side, 'sans') <= cardSize.width - margin
  const place = hasRoom ? { x: behind, y } : { x: from, y: y + 46 }
  const also = beside ? fitLine(beside, cardSize.width - margin - place.x, side, 'sans') : ''
  const markup = [
    `<g color="${tone}" transform="translate(${margin} ${y - height}) scale(${round(scale)})">${glyph.inner}</g>`,
    text(said, { x: from, y, size, style: 'serif', fill: tone }),
    also && text(also, { ...place, size: side, style: 'sans', fill: palette.soft }),
  ].join('')
  return { markup, lines: hasRoom ? 1 : 2 }
}

/** The colours and letters of the strip, which on pages stand in the style sheet. */
const stripStyles = (family: string): string =>
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
    `.strip .asked{stroke:${palette.accent};stroke-width:2}`,
  ].join('')

function stripAt({ language }: Card, { inner: markup, width, height }: Drawing, y: number): string {
  // Where one sign of a line is Japanese the renderer sets all of it so: then all lines are, and look alike.
  const isMixed = runsOf(markup.replace(/<[^>]*>/g, ''), 'sans').some(({ family }) => family === lastFamily)
  const styles = stripStyles(isMixed ? lastFamily : labelFamily)
  return `<style>${styles}</style><g transform="translate(${margin} ${round(y)}) scale(${stripScale})"><svg class="strip" xml:space="preserve" xml:lang="${language}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" overflow="visible">${markup}</svg></g>`
}

function noteAt({ language }: Card, note: string, from: number): string[] {
  const [size, lead] = [31, 43]
  const most = Math.max(1, Math.floor((footAt - 24 - from) / lead))
  const { lines } = fitLines(note, language, { width: inner, most: Math.min(most, 4), sizes: [size], style: 'sans' })
  return lines.map((line, at) =>
    text(line, { x: margin, y: from + (at + 1) * lead, size, style: 'sans', fill: palette.soft }),
  )
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
