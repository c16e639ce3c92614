import { type DateText, type Locale, type Report, type Source, say } from '@/lib/model'
import { formatDate } from './dates'

/** How to cite a report: publisher, headline, date, address. */
export function citeReport(report: Report, source: Source | undefined, date: DateText, locale: Locale): string {
  const publisher = source ? say(source.name, locale).text : report.source
  const headline = say(report.headline, report.language).text
  const quoted = locale === 'ja' ? `「${headline}」` : `“${headline}”`
  return [publisher, quoted, formatDate(date, locale), report.url].filter(Boolean).join(locale === 'ja' ? '、' : ', ')
}
