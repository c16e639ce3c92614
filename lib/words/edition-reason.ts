import type { Translator } from './messages'

/** Why the program itself publishes, as it is kept and signed: a first start with content, and one without. */
export const firstReasons = { first: 'First edition', firstEmpty: 'First edition, with nothing in it yet' } as const

/** Why an edition was published: the program's own reasons in the reader's language, others in the words of who published. */
export function reasonInWords(t: Translator, reason: string): string {
  if (reason === firstReasons.first) return t('edition.first')
  return reason === firstReasons.firstEmpty ? t('edition.firstEmpty') : reason
}
