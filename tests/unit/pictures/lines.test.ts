import fc from 'fast-check'
import { expect, test } from 'vitest'
import { english, japanese } from '@/lib/addresses/names'
import { widthOf } from '@/lib/pictures/faces'
import { fitLine, fitLines, type Room } from '@/lib/pictures/lines'

const room: Room = { width: 1072, most: 3, sizes: [64, 58, 52, 46, 40, 36], style: 'serif' }
const long =
  '政府、殺傷能力のある武器の輸出を「救難・輸送・警戒・監視・掃海」の五類型に限って認める見解を与党実務者協議に示した（関係者）、H20やF-35にも言及'
const fits = ({ size, lines }: ReturnType<typeof fitLines>, { width, style }: Room) =>
  lines.every((line) => widthOf(line, style) * size <= width)

test('a short heading stands in one line at the largest size', () => {
  expect(fitLines('Weapons', english, room)).toEqual({ size: 64, lines: ['Weapons'], isWhole: true })
})

test('a long Japanese heading is set smaller until all of it fits', () => {
  const found = fitLines(long, japanese, room)
  expect(found.isWhole).toBe(true)
  expect(found.lines.join('')).toBe(long)
  expect(found.lines.length).toBeLessThanOrEqual(3)
  expect(found.size).toBeLessThan(64)
  expect(fits(found, room)).toBe(true)
})

test('no Japanese line begins with a closing sign or ends with an opening one', () => {
  for (let width = 300; width <= 1072; width += 13) {
    const { lines } = fitLines(long, japanese, { ...room, width, most: 60, sizes: [40] })
    expect(lines.join('')).toBe(long)
    expect(lines.filter((line) => /^[、。」）・ー]/.test(line) || /[「（]$/.test(line))).toEqual([])
  }
})

test('English words stay whole, with what belongs to them', () => {
  const said = 'The government’s view: lethal weapons (“five purposes”) may be exported, 22/12/2023, non-combat only.'
  const { lines } = fitLines(said, english, { ...room, width: 420, most: 20, sizes: [40] })
  expect(lines.join(' ')).toBe(said)
})

test('what does not fit at the smallest size is cut with an ellipsis', () => {
  const found = fitLines(long.repeat(4), japanese, room)
  expect(found).toMatchObject({ size: 36, isWhole: false })
  expect(found.lines).toHaveLength(3)
  expect(found.lines.at(-1)).toMatch(/…$/)
  expect(fits(found, room)).toBe(true)
})

test('a word longer than any line is broken', () => {
  const found = fitLines('x'.repeat(400), english, { ...room, most: 20 })
  expect(found.lines.join('')).toBe('x'.repeat(400))
  expect(fits(found, room)).toBe(true)
})

test('nothing at all is no line', () => {
  expect(fitLines(' \n ', english, room).lines).toEqual([])
  expect(fitLine('', 100, 20, 'sans')).toBe('')
})

test('any text fits its room', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.constantFrom(english, japanese),
      (text, language) => {
        const found = fitLines(text, language, room)
        expect(found.lines.length).toBeLessThanOrEqual(3)
        expect(fits(found, room)).toBe(true)
        expect(widthOf(fitLine(text, 200, 26, 'sans'), 'sans') * 26).toBeLessThanOrEqual(200)
      },
    ),
    { numRuns: 60 },
  )
})
