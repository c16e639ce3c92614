/** Quotation marks of the first level, and those that stand for them inside. */
const inside: Record<string, string> = {
  '\u201c': '\u2018',
  '\u201d': '\u2019',
  '\u300c': '\u300e',
  '\u300d': '\u300f',
}
const outside = Object.fromEntries(Object.entries(inside).map(([mark, other]) => [other, mark]))

/**
 * A text as it is written between quotation marks: “without right” in an English one becomes ‘without right’, 「武器」 in a Japanese
 * one 『武器』, and what was quoted inside those changes back. Straight marks become curly ones; an apostrophe stays.
 */
export function quotedInside(text: string): string {
  const curly = text.replace(/"([^"]*)"/gu, '\u201c$1\u201d')
  // A closing single mark looks like an apostrophe: only what was opened is closed.
  const open: string[] = []
  return [...curly]
    .map((sign, at, all) => {
      const isApostrophe = sign === '\u2019' && (open.at(-1) !== '\u2018' || isLetter(all[at + 1]))
      if (isApostrophe) return sign
      if (sign in opening) open.push(sign)
      else if (open.length > 0 && opening[open.at(-1) ?? ''] === sign) open.pop()
      return inside[sign] ?? outside[sign] ?? sign
    })
    .join('')
}

const opening: Record<string, string> = {
  '\u201c': '\u201d',
  '\u2018': '\u2019',
  '\u300c': '\u300d',
  '\u300e': '\u300f',
}

const isLetter = (sign: string | undefined): boolean => sign !== undefined && /\p{L}/u.test(sign)
