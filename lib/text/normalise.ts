/**
 * A text as it is searched: NFKC, lower case, no invisible or control characters, single spaces, one sort of hyphen. Full-width
 * and half-width forms meet; what is stored and what is asked for pass through this same function.
 */
export function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2010-\u2013\u2212]/g, '-')
    .replace(/[\p{Cf}\p{Cs}]+/gu, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
}
