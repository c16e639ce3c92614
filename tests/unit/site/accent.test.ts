import fc from 'fast-check'
import { expect, test } from 'vitest'
import { accentsOf, contrastIn, contrastOf, grounds, leastContrast } from '@/lib/model'
import { read } from '../../support/tree'

test('contrast is that of WCAG 2.2', () => {
  expect(contrastOf('#000000', '#ffffff')).toBeCloseTo(21, 5)
  expect(contrastOf('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
  expect(contrastOf('#ff0000', '#ffffff')).toBeCloseTo(4, 1)
})

test('what pages are printed on is what the style sheet says', () => {
  const [light = '', dark = ''] = read('app/_styles/tokens.css').split('@media')
  for (const [name, colour] of Object.entries(grounds.light)) expect(light).toContain(`--${name}: ${colour};`)
  for (const [name, colour] of Object.entries(grounds.dark)) expect(dark).toContain(`--${name}: ${colour};`)
})

test('whatever colour is chosen can be read by night', () => {
  const channel = fc.integer({ min: 0, max: 255 }).map((number) => number.toString(16).padStart(2, '0'))
  fc.assert(
    fc.property(channel, channel, channel, (red, green, blue) => {
      const accent = `#${red}${green}${blue}`
      const { light, dark } = accentsOf(accent)
      expect(light).toBe(accent)
      expect(contrastIn('dark', dark)).toBeGreaterThanOrEqual(leastContrast)
    }),
  )
})
