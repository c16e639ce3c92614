import { type Day, type Dossier, type Locale, publishedDate, type Report, type Source, say } from '@/lib/model'
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
  const { locale, t, dossier, sources, today } = cited
  return workOfReport(report, sources.get(report.source), {
    date: publishedDate(report.published, dossier.timeZone),
    locale,
    official: t('kind.official'),
    accessed: today,
    ...foundAt(cited, addressOf(cited, 'reports', report.id)),
  })
}

/** The state of a dossier, as a page that this site published with the edition that is read. */
export function citedDossier(cited: Cited): Work {
  const { text, language } = say(cited.dossier.title, cited.locale)
  return workOfPage(cited, { id: cited.dossier.id, what: text, language, url: addressOf(cited) })
}

interface CitedPage extends Pick<Work, 'language'> {
  id: string
  what: string
  url: string
  /** The day for which it holds; left out, the one that is read. */
  on?: Day
}

/** A page of this site: its title says for which day it holds and of which edition it is, for many a form has no other place for that. */
export function workOfPage(cited: Cited, { id, what, language, url, on = cited.today }: CitedPage): Work {
  const { locale, t, siteName, edition, today } = cited
  const { number, publishedAt } = edition
  const date = formatDate(on, locale)
  return {
    id: `rulewire-${id}-edition-${number}`,
    kind: 'page',
    author: siteName,
    container: siteName,
    title: t('cite.page', { what, number, date }),
    language,
    issued: instantDay(publishedAt),
    url,
    accessed: today,
    version: t('edition.number', { number }),
    note: t('dossier.citationNote', { number, date }),
  }
}

/** Where this site keeps what is cited. */
export function foundAt({ locale, t, siteName, edition, today }: Cited, url: string): Pick<Work, 'found' | 'note'> {
  const named = { site: siteName, number: edition.number }
  return {
    found: t('cite.found', { ...named, url }),
    note: t('report.citationNote', { ...named, date: formatDate(today, locale), url }),
  }
}

/** The address at which a page of the dossier will always show what it shows now. */
export function addressOf(
  { locale, dossier, edition, today, origin }: Pick<Cited, 'locale' | 'dossier' | 'edition' | 'today' | 'origin'>,
  ...parts: string[]
): string {
  const pins = new URLSearchParams({ edition: String(edition.number), on: today })
  return `${origin}/${[locale, dossier.id, ...parts].join('/')}?${pins}`
}
