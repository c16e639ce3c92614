import { readFileSync } from 'node:fs'

/** A font file, as far as the width of a line needs it (OpenType 1.9: `cmap`, `head`, `hhea`, `hmtx`). */
export interface Font {
  /** Whether it has a sign for the code point. */
  has(codePoint: number): boolean
  /** The advance width of a code point, in parts of the font size; that of the sign for what is missing, if it has none. */
  widthOf(codePoint: number): number
}

/** Reads a TrueType file. Throws when a table that is needed is not in it. */
export function readFont(file: string): Font {
  const bytes = readFileSync(file)
  const tables = new Map(
    Array.from({ length: bytes.readUInt16BE(4) }, (_, at) => {
      const entry = 12 + at * 16
      return [bytes.toString('latin1', entry, entry + 4), bytes.readUInt32BE(entry + 8)] as const
    }),
  )
  const table = (name: string): number => {
    const at = tables.get(name)
    if (at === undefined) throw new Error(`${file} has no table “${name}”`)
    return at
  }
  const unitsPerEm = bytes.readUInt16BE(table('head') + 18)
  const metrics = bytes.readUInt16BE(table('hhea') + 34)
  const widths = table('hmtx')
  const glyphOf = glyphsIn(bytes, table('cmap'))
  return {
    has: (codePoint) => glyphOf(codePoint) !== 0,
    widthOf: (codePoint) => bytes.readUInt16BE(widths + Math.min(glyphOf(codePoint), metrics - 1) * 4) / unitsPerEm,
  }
}

/** The glyph of a code point of the basic plane, by the subtable of format 4; 0 where there is none. */
function glyphsIn(bytes: Buffer, cmap: number): (codePoint: number) => number {
  const subtable = Array.from(
    { length: bytes.readUInt16BE(cmap + 2) },
    (_, at) => cmap + bytes.readUInt32BE(cmap + 4 + at * 8 + 4),
  ).find((at) => bytes.readUInt16BE(at) === 4)
  if (subtable === undefined) throw new Error('the font has no character map of format 4')
  const doubled = bytes.readUInt16BE(subtable + 6)
  const ends = subtable + 14
  const starts = ends + doubled + 2
  const deltas = starts + doubled
  const offsets = deltas + doubled
  return (codePoint) => {
    let [low, high] = [0, doubled / 2 - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if (bytes.readUInt16BE(ends + middle * 2) < codePoint) low = middle + 1
      else high = middle
    }
    const start = bytes.readUInt16BE(starts + low * 2)
    if (codePoint < start || codePoint > bytes.readUInt16BE(ends + low * 2)) return 0
    const delta = bytes.readUInt16BE(deltas + low * 2)
    const offset = bytes.readUInt16BE(offsets + low * 2)
    if (offset === 0) return (codePoint + delta) & 0xffff
    const glyph = bytes.readUInt16BE(offsets + low * 2 + offset + (codePoint - start) * 2)
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff
  }
}
