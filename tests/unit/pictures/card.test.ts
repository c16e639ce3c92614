import { Resvg } from '@resvg/resvg-js'
import { describe, expect, test } from 'vitest'
import { english, japanese } from '@/lib/addresses/names'
import { type Card, cardSize, cardSvg } from '@/lib/pictures/card'
import { fontFiles } from '@/lib/pictures/faces'
import { toIco } from '@/lib/pictures/ico'
import { palette } from '@/lib/pictures/palette'
import { toPng } from '@/lib/pictures/png'
import { read } from '../../support/tree'

const glyph = { inner: '<circle cx="5" cy="5" r="4.9" fill="currentColor"/>', width: 10, height: 10 }
const strip = { inner: '<text x="100%" text-anchor="end" y="20">終</text>', width: 630, height: 64 }
const heading =
  '政府、殺傷能力のある武器の輸出を「救難・輸送・警戒・監視・掃海」の五類型に限って認める見解を与党実務者協議に示した（関係者）'
const card: Card = {
  language: japanese,
  site: 'Rulewire',
  belongsTo: '防衛装備移転'.repeat(12),
  kicker: '報道',
  heading: heading.repeat(3),
  state: { glyph, tone: palette.permitted, word: '認められる', beside: '2026年4月21日から' },
  note: heading.repeat(9),
  foot: ['2026年11月29日時点'.repeat(9), '第1版'],
}
const sizeOf = (png: Buffer) => [png.readUInt32BE(16), png.readUInt32BE(20)]
const box = (svg: string) => new Resvg(svg, { font: { fontFiles, loadSystemFonts: false } }).innerBBox()

describe('a card', () => {
  test.each([
    ['with everything too long', card],
    ['with a strip', { ...card, strip }],
    ['without a state', { ...card, state: undefined }],
    ['with a question', { ...card, asks: heading.repeat(3), note: undefined }],
    [
      'with a long answer',
      { ...card, state: { ...(card.state as object), word: 'Only on conditions, case by case, as told' } },
    ],
  ] as [string, Card][])('%s keeps within its margins', (_what, one) => {
    const svg = cardSvg(one).replace(/<rect width="1200"[^>]*>/, '')
    const found = box(svg)
    expect(found?.x).toBeGreaterThanOrEqual(60)
    expect((found?.x ?? 0) + (found?.width ?? 0)).toBeLessThanOrEqual(cardSize.width - 60)
    expect((found?.y ?? 0) + (found?.height ?? 0)).toBeLessThanOrEqual(cardSize.height)
  })

  test('a long answer is set smaller before it is cut', () => {
    const word = 'On conditions: by a review of each case or a licence exception'
    const state = { glyph, tone: '#000', word, beside: 'since 15 January 2026' }
    const svg = cardSvg({ ...card, language: english, heading: 'x', state })
    expect(svg).toContain(`>${word}<`)
    expect(svg).toContain('>since 15 January 2026<')
  })

  test('what stands in it does not overlap: a strip keeps clear of the longest heading and answer', () => {
    const word = 'Only on conditions, case by case, as told'
    const state = { glyph, tone: palette.permitted, word, beside: 'since 21 April 2026, as known then' }
    const svg = cardSvg({ ...card, state, strip })
    const lines = [...(svg.split('<style>')[0] ?? '').matchAll(/ y="([\d.]+)"[^>]* font-size="(\d+)"/g)].map(([, y]) =>
      Number(y),
    )
    const body = lines.filter((y) => y < 600)
    const stripTop = Number(/translate\(64 ([\d.]+)\) scale\(1.7\)/.exec(svg)?.[1])
    expect(Math.max(...body)).toBeLessThan(stripTop)
  })

  test('a day is never cut: it stands below an answer that leaves it no room', () => {
    const word = 'Only on conditions, case by case, as told'
    const svg = cardSvg({
      ...card,
      language: english,
      heading: 'x',
      state: { glyph, tone: '#000', word, beside: 'since 21 April 2026' },
    })
    expect(svg).toContain('>since 21 April 2026<')
  })

  test('is a PNG of the size that is said, the same each time', async () => {
    const [one, other] = await Promise.all([toPng(cardSvg(card)), toPng(cardSvg(card))])
    expect(sizeOf(one)).toEqual([1200, 630])
    expect(one.equals(other)).toBe(true)
  })

  test('takes what stands in records as text, control signs and markup among it', async () => {
    const svg = cardSvg({
      ...card,
      heading: '<script>&amp;"\u0000\u000b\ud800 ]]>',
      kicker: '</text><image href="x"/>',
    })
    expect(svg).not.toMatch(/<script|<image/)
    expect([...svg].filter((sign) => /[\p{Cc}\p{Cs}]/u.test(sign))).toEqual([])
    expect(sizeOf(await toPng(svg))).toEqual([1200, 630])
  })
})

test('many pictures at a time all come', async () => {
  const all = await Promise.all(Array.from({ length: 6 }, (_, at) => toPng(cardSvg({ ...card, kicker: String(at) }))))
  expect(new Set(all.map((png) => png.toString('base64'))).size).toBe(6)
})

test('one that cannot be read gives its place to the next', async () => {
  for (let at = 0; at < 4; at++) await expect(toPng('no picture')).rejects.toThrow()
  expect(sizeOf(await toPng(cardSvg(card)))).toEqual([1200, 630])
})

test('the colours are those of the pages', () => {
  const [light = ''] = read('app/_styles/tokens.css').split('@media')
  const tokens = Object.fromEntries(
    [...light.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]),
  )
  for (const [name, colour] of Object.entries(palette)) expect(tokens[name.replace('_', '-')], name).toBe(colour)
})

test('an icon file holds its pictures where it says', () => {
  const pictures = [16, 256].map((size) => ({ size, png: Buffer.from(`picture ${size}`) }))
  const ico = toIco(pictures)
  expect([ico.readUInt16LE(0), ico.readUInt16LE(2), ico.readUInt16LE(4)]).toEqual([0, 1, 2])
  pictures.forEach(({ size, png }, at) => {
    const entry = 6 + at * 16
    expect(ico.readUInt8(entry)).toBe(size % 256)
    const from = ico.readUInt32LE(entry + 12)
    expect(ico.subarray(from, from + ico.readUInt32LE(entry + 8)).equals(png)).toBe(true)
  })
})
