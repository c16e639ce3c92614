import { type Dossier, type Locale, publishedDate, type Report, type Source, say } from '@/lib/model'
import { formatDate, instantDay } from '@/lib/words/dates'
import type { Translator } from '@/lib/words/messages'
import { type Work, workOfReport } from './work'

/** What a citation depends on: the dossier, and the state in which it is read. */
export interface Cited {
  locale: Locale
  t: Translator
  siteName: string
  dossier: Dossier
  sources: ReadonlyMap<string, Source>
  edition: { number: number; publishedAt: string }
  today: string
  origin: string
}

/** A report as its publisher published it, with the state of the tracker in which it was found. */
export function citedReport(cited: Cited, report: Report): Work {
  const { locale, t, siteName, dossier, sources, edition, today } = cited
  return workOfReport(report, sources.get(report.source), {
    date: publishedDate(report.published, dossier.timeZone),
    locale,
    accessed: today,
    note: t('report.citationNote', {
      site: siteName,
      number: edition.number,
      date: formatDate(today, locale),
      url: addressOf(cited, 'reports', report.id),
    }),
  })
}

/** The state of a dossier, as a page that this site published with the edition that is read. */
export function citedDossier(cited: Cited): Work {
  const { locale, t, siteName, dossier, edition, today } = cited
  const { text, language } = say(dossier.title, locale)
  return {
    id: `rulewire-${dossier.id}-edition-${edition.number}`,
    kind: 'page',
    author: siteName,
    title: text,
    language,
    issued: instantDay(edition.publishedAt),
    url: addressOf(cited),
    accessed: today,
    note: t('dossier.citationNote', { number: edition.number, date: formatDate(today, locale) }),
  }
}

/** The address at which a page of the dossier will always show what it shows now. */
export function addressOf({ locale, dossier, edition, today, origin }: Cited, ...parts: string[]): string {
  const pins = new URLSearchParams({ edition: String(edition.number), on: today })
  return `${origin}/${[locale, dossier.id, ...parts].join('/')}?${pins}`
}
