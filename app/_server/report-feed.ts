import 'server-only'
import { micromark } from 'micromark'
import { withQuery } from '@/app/_reader/reading'
import { type FilterName, filterNames, readFilter } from '@/app/_reader/timeline-filter'
import { database } from '@/db/client'
import { type NewReport, newestReports } from '@/db/queries/feed'
import type { TimelineFilter } from '@/db/queries/timeline'
import type { Query } from '@/lib/asking/query'
import { summaryIn } from '@/lib/content/summary'
import { type Feed, type FeedItem, feedInstant, htmlText } from '@/lib/feeds/feed'
import { type Followed, folderOf, type RecordFolder, recordOf } from '@/lib/feeds/followed'
import { headingOf, type Locale, say } from '@/lib/model'
import { findChange } from '@/lib/policy'
import { translator } from '@/lib/words/messages'
import { stageWord } from '@/lib/words/own-words'
import { origin } from './address'
import { todayIn } from './clock'
import { findDossier, type OpenDossier, openSite } from './site'

const mostItems = 50
const noFilter = Object.fromEntries(filterNames.map((name) => [name, undefined])) as Query<FilterName>

/** What tells one feed of reports from another. */
interface Told extends Pick<Feed, 'title' | 'description'> {
  followed: Followed
  /** The page that it follows, below the language; its own address where that is not given. */
  page?: string
  filter?: TimelineFilter
  query?: string
}

/** The newest reports of all dossiers. */
export async function siteFeed(locale: Locale): Promise<Feed> {
  const t = translator(locale)
  return reportFeed(locale, { followed: {}, title: t('site.name'), description: t('site.tagline') })
}

/** The newest reports of a dossier that pass the filter of its timeline; null for an unknown dossier. Throws `BadParameter`. */
export async function dossierFeed(locale: Locale, id: string, query: Query<FilterName>): Promise<Feed | null> {
  const open = await findDossier(id)
  if (!open) return null
  const { filter, parameters } = readFilter({ ...open, query })
  return reportFeed(locale, {
    followed: { dossier: id },
    ...wordsOf(open, locale),
    filter,
    query: withQuery('', parameters),
  })
}

/** The newest reports about a rule, a change or an actor of a dossier; null where there is no such record. */
export async function recordFeed(
  locale: Locale,
  { dossier, folder, id }: { dossier: string; folder: RecordFolder; id: string },
): Promise<Feed | null> {
  const open = await findDossier(dossier)
  const record = open && recordOf(open.records, folder, id)
  if (!record) return null
  const { filter } = readFilter({ ...open, query: { ...noFilter, [record.parameter]: id } })
  return reportFeed(locale, {
    followed: { dossier, folder, id },
    title: `${translator(locale)('site.name')}: ${say(record.title, locale).text}`,
    description: wordsOf(open, locale).title,
    page: record.page,
    filter,
  })
}

function wordsOf({ dossier: { title, summary } }: OpenDossier, locale: Locale) {
  const t = translator(locale)
  return {
    title: `${t('site.name')}: ${say(title, locale).text}`,
    description: summary ? say(summary, locale).text : t('site.tagline'),
  }
}

async function reportFeed(locale: Locale, told: Told): Promise<Feed> {
  const { followed, title, description, filter = {}, query = '' } = told
  const { dossier = null } = followed
  const { db } = await database()
  const [{ edition, dossiers }, root] = await Promise.all([openSite(), origin()])
  // A report that is dated ahead is in no feed before its day.
  const days = new Map(dossiers.map(({ id, timeZone }) => [id, todayIn(timeZone)]))
  const reports = await newestReports(db, { dossier, filter, days, limit: mostItems })
  const ids = [...new Set(reports.map((entry) => entry.dossier))]
  const opened = await Promise.all(ids.map((id) => findDossier(id)))
  const open = new Map(opened.flatMap((one) => (one ? [[one.dossier.id, one] as const] : [])))
  const place = folderOf(followed)
  return {
    id: `urn:rulewire:feed:${locale}${place.replaceAll('/', ':')}${query}`,
    title,
    description,
    url: `${root}/${locale}${told.page ?? place}`,
    folder: `${root}/${locale}${place}`,
    query,
    language: locale,
    updated: edition.publishedAt,
    items: reports.flatMap((entry) => {
      const from = open.get(entry.dossier)
      return from ? [itemOf(entry, from, locale, root)] : []
    }),
  }
}

function itemOf(
  { dossier, report, appeared }: NewReport,
  { compiled, sources }: OpenDossier,
  locale: Locale,
  root: string,
): FeedItem {
  const source = sources.get(report.source)
  const publisher = source ? say(source.name, locale).text : report.source
  const t = translator(locale)
  const effects = report.effects.map((effect) => {
    const change = findChange(compiled, effect.change)?.change
    const title = htmlText(change ? say(change.title, locale).text : effect.change)
    const said =
      effect.kind === 'moves' && effect.stage
        ? stageWord({ locale, dossier: compiled.dossier }, effect.stage).text
        : t(`effect.${effect.kind}`)
    return `<li>${title}: ${htmlText(said)}</li>`
  })
  return {
    guid: `urn:rulewire:${dossier}:report:${report.id}`,
    title: say(headingOf(report), locale).text,
    url: `${root}/${locale}/${dossier}/reports/${report.id}`,
    html: `<p>${htmlText(publisher)}</p>${micromark(summaryIn(report, locale).text)}${effects.length > 0 ? `<ul>${effects.join('')}</ul>` : ''}`,
    published: feedInstant(report.published, appeared),
    appeared,
    categories: [...new Set(report.effects.map(({ change }) => change))],
  }
}
