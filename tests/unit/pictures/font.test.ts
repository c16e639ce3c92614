import { Resvg } from '@resvg/resvg-js'
import { expect, test } from 'vitest'
import { fontFiles, runsOf, type Style, widthOf } from '@/lib/pictures/faces'
import { readFont } from '@/lib/pictures/font'

const drawn = (text: string, style: Style): number => {
  const [run] = runsOf(text, style)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="4000" height="200"><text x="10" y="120" font-size="100" font-family="${run?.family}" font-weight="${run?.weight}">${text}</text></svg>`
  return (new Resvg(svg, { font: { fontFiles, loadSystemFonts: false } }).getBBox()?.width ?? 0) / 100
}

test.each<[string, Style]>([
  ['May warships go to the Philippines?', 'serif'],
  ['Since 21 April 2026', 'sans'],
  ['防衛装備移転三原則の運用指針を改正', 'serif'],
  ['政府は、五つの類型を撤廃した', 'sans'],
])('a line is as wide as it is said to be: %s', (text, style) => {
  const width = widthOf(text, style)
  const ink = drawn(text, style)
  // Ink ends a little before the advance of the last sign, and pairs are drawn nearer.
  expect(ink).toBeLessThan(width + 0.05)
  expect(ink).toBeGreaterThan(width * 0.93)
})

test('a sign that the first face lacks is set in the Japanese one, in a stretch of its own', () => {
  const runs = runsOf('H20を輸出 (2026)', 'serif')
  expect(runs.map(({ text, family }) => [text, family])).toEqual([
    ['H20', 'Source Serif 4'],
    ['を輸出', 'BIZ UDPMincho'],
    [' (2026)', 'Source Serif 4'],
  ])
})

test('every sign of the messages and the dossiers has a face', async () => {
  const { filesUnder, read } = await import('../../support/tree')
  const files = [...filesUnder('content/messages', /\.json$/), ...filesUnder('content/dossiers', /\.(?:yaml|md)$/)]
  const signs = new Set(files.flatMap((file) => [...read(file)]))
  const fonts = fontFiles.map(readFont)
  const missing = [...signs].filter(
    (sign) => !/[\p{Cc}\p{Cf}]/u.test(sign) && !fonts.some((font) => font.has(sign.codePointAt(0) ?? 0)),
  )
  expect(missing).toEqual([])
})

test('what no face has is the sign for what is missing, not an error', () => {
  expect(widthOf('𠮷😀\u{10ffff}', 'sans')).toBeGreaterThan(0)
})
