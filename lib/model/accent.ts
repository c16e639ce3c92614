/** What a page is printed on, by day and by night: the lightest and the darkest that text stands on (`app/_styles/tokens.css`). */
export const grounds = {
  light: { paper: '#fbfaf6', sheet: '#fffefb', tint: '#f2efe6' },
  dark: { paper: '#161512', sheet: '#1d1c18', tint: '#201f1a' },
} as const

/** Text of any size can be read (WCAG 2.2, 1.4.3). */
export const leastContrast = 4.5

type Rgb = readonly [number, number, number]

const hex = /^#[0-9a-f]{6}$/i
export const isColour = (text: string): boolean => hex.test(text)

function channels(colour: string): Rgb {
  const channelAt = (at: number): number => Number.parseInt(colour.slice(at, at + 2), 16)
  return [channelAt(1), channelAt(3), channelAt(5)]
}

/** How much light a channel gives, 0 to 1. */
function lightOf(channel: number): number {
  const part = channel / 255
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
}

/** The relative luminance of a colour, 0 to 1 (WCAG 2.2, glossary). */
function luminance(colour: string): number {
  const [red, green, blue] = channels(colour)
  return 0.2126 * lightOf(red) + 0.7152 * lightOf(green) + 0.0722 * lightOf(blue)
}

/** The contrast of two colours (`#rrggbb`), 1 to 21 (WCAG 2.2, glossary). */
export function contrastOf(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

/** The least contrast that a colour has with what a page is printed on. */
export const contrastIn = (light: keyof typeof grounds, colour: string): number =>
  Math.min(...Object.values(grounds[light]).map((ground) => contrastOf(colour, ground)))

const white: Rgb = [255, 255, 255]
const written = (rgb: readonly number[]): string =>
  `#${rgb.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`

/** So far is it lightened for the night at least, that it does not glow less than the rest. */
const contrastByNight = 7

/** The accent of pages by day, which is the one that was chosen, and by night, which is that one with as much white as it takes. */
export function accentsOf(accent: string): { light: string; dark: string } {
  const own = channels(accent)
  for (let share = 0; share <= 100; share += 2) {
    const mixed = written(own.map((channel, at) => channel + (((white[at] ?? 255) - channel) * share) / 100))
    if (contrastIn('dark', mixed) >= contrastByNight) return { light: accent, dark: mixed }
  }
  return { light: accent, dark: written(white) }
}
