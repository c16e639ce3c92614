import { writingOf } from '@/lib/addresses/languages'
import { type DateText, type Day, type Locale, type Report, type Source, say } from '@/lib/model'
import { formatDate } from '@/lib/words/dates'

/** A published work as reference managers know it: who published it, what, when, where, and when it was read. */
export interface Work {
  /** A slug, which may serve as a key. */
  id: string
  kind: 'news' | 'official' | 'page'
  /** The institution that published it. */
  author: string
  title: string
  /** BCP 47 tag. */
  language: string
  /** At the precision at which it is known. */
  issued: DateText
  url?: string | undefined
  accessed: Day
  note: string
}

interface Read extends Pick<Work, 'accessed' | 'note'> {
  /** The day of publication, at its precision. */
  date: DateText
  locale: Locale
}

/** A report as its publisher published it: with the headline in its own language, where that is recorded. */
export const workOfReport = (
  report: Report,
  source: Source | undefined,
  { date, locale, accessed, note }: Read,
): Work => ({
  id: report.id,
  kind: report.kind === 'news' || report.kind === 'official' ? report.kind : 'page',
  author: source ? say(source.name, locale).text : report.source,
  title: say(report.headline, report.language).text,
  language: report.language,
  issued: date,
  url: report.url,
  accessed,
  note,
})

/** How to cite a work in a line of text: publisher, title, date, address. */
export function citeInWords({ author, title, issued, url }: Work, locale: Locale): string {
  const { quotes, separator } = writingOf(locale)
  const quoted = quotes.join(title)
  return [author, quoted, formatDate(issued, locale), url].filter(Boolean).join(separator)
}

/** A text on one line: the formats end a field with its line. */
export const onOneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim()
