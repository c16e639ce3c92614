import { createHash } from 'node:crypto'
import { plainLanguage } from '@/lib/addresses/names'
import type { Locale, Report } from '@/lib/model'

/** What a translation says it is of: the first 12 hex digits of the SHA-256 of the text in UTF-8, without blank lines around it. */
export const signOf = (text: string): string => createHash('sha256').update(text.trim()).digest('hex').slice(0, 12)

/** The summary of a report as a reader gets it. */
export interface ReadSummary {
  text: string
  language: Locale
  /** Whether it translates what the summary said before. */
  isEarlier: boolean
}

/** The summary in the reader's language; else as it was written. */
export function summaryIn({ summary, translations }: Report, locale: Locale): ReadSummary {
  const translation = locale === plainLanguage ? undefined : translations?.[locale]
  return translation
    ? { text: translation.summary, language: locale, isEarlier: translation.of !== signOf(summary) }
    : { text: summary, language: plainLanguage, isEarlier: false }
}
