import { inModernKanji } from './kanji'

/**
 * A text as it is read: NFKC, lower case, kanji in the forms in use today, no invisible or control characters, single spaces, one
 * sort of hyphen, one of wave dash (U+301C and U+FF5E look alike, and keyboards differ in which they write). Full-width and
 * half-width forms meet; what is stored and what is asked for pass through this same function.
 */
export function normalise(text: string): string {
  return inOneForm(text.normalize('NFKC'))
    .replace(/[\p{Cf}\p{Cs}]+/gu, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
}

/** A text in lower case, its kanji, hyphens and wave dashes in one form each, sign for sign. */
export const inOneForm = (text: string): string =>
  inModernKanji(text.toLowerCase())
    .replace(/[\u2010-\u2013\u2212]/g, '-')
    .replace(/[\u301c\u223c]/g, '~')

/** A normalised text as it is searched: katakana and hiragana are the same. Its places stay what they were. */
export const inOneKana = (text: string): string =>
  text.replace(/[\u30a1-\u30f6\u30fd\u30fe]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
