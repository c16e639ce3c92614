import { publisherOf } from '@/app/_components/reports/ReportLink'
import type { Reading } from '@/app/_reader/reading'
import { Retracted } from '@/app/_reader/refusal'
import { requireRecord } from '@/app/_reader/require-record'
import { framed } from '@/app/[locale]/_frame/picture-parts'
import { summaryIn } from '@/lib/content/summary'
import { headingOf, publishedDate, type Report, say } from '@/lib/model'
import type { Card } from '@/lib/pictures/card'
import { formatDate } from '@/lib/words/dates'

/** The report; throws `Retracted` for one that no longer counts, and `Missing` for none. */
export function requireReport(reading: Reading, id: string): Report {
  const found = reading.compiled.records.reports.find((report) => report.id === id)
  if (found?.retracted) throw new Retracted(found)
  return found ?? requireRecord(reading, 'report', reading.records.reports, id)
}

/** Our summary, as plain text: of its Markdown only the words of links and what is stressed are kept. */
export const reportInWords = ({ locale }: Reading, report: Report): string =>
  summaryIn(report, locale)
    .text.replace(/\[([^\]\n]{1,500})\]\([^)\n]{1,500}\)/g, '$1')
    .replace(/[*_`]{1,3}(?=\S)|(?<=\S)[*_`]{1,3}/g, '')
    .replace(/\s+/g, ' ')
    .trim()

/** A report as a picture: its heading, what it says, who published it and when. */
export function reportCard(reading: Reading, report: Report): Card {
  const { t, locale, dossier } = reading
  const { foot, ...frame } = framed(reading)
  const date = formatDate(publishedDate(report.published, dossier.timeZone), locale)
  return {
    ...frame,
    kicker: t('report.kicker'),
    heading: say(headingOf(report), locale).text,
    note: reportInWords(reading, report),
    foot: [t('preview.reported', { publisher: publisherOf(reading, report), date }), foot[1]],
  }
}
