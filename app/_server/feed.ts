import 'server-only'
import { micromark } from 'micromark'
import { withQuery } from '@/app/_components/reading'
import { BadParameter } from '@/app/_components/refusal'
import { readFilter } from '@/app/_components/timelineFilter'
import { database } from '@/db/client'
import { type NewReport, newestReports } from '@/db/queries/feed'
import { type Feed, htmlText } from '@/lib/feeds/feed'
import { rssType, toRss } from '@/lib/feeds/rss'
import { instantOf, isLocale, type Locale, say } from '@/lib/model'
import { translator } from '@/lib/text/messages'
import { origin } from './address'
import { findDossier, type OpenDossier, openSite } from './site'

const mostItems = 50
const nothingAsked = { filter: {}, parameters: {} }

/**
 * The newest reports of one dossier, or of all of them, as RSS 2.0; the feed of a dossier takes the filters of its timeline.
 * 404 for an unknown dossier or language, 400 for a filter that makes no sense.
 */
export async function answerRss(
  locale: string,
  dossierId: string | null,
  parameters?: URLSearchParams,
): Promise<Response> {
  let feed: Feed | null
  try {
    feed = isLocale(locale) ? await readFeed(locale, dossierId, parameters ?? new URLSearchParams()) : null
  } catch (refusal) {
    if (!(refusal instanceof BadParameter)) throw refusal
    const said = `The parameter “${refusal.parameter}” cannot be used. ${refusal.explain(translator('en'))}\n`
    return new Response(said, { status: 400, headers: { 'content-type': 'text/plain; charset=utf-8' } })
  }
  if (!feed)
    return new Response('There is no such feed.\n', {
      status: 404,
      headers: { 'content-type': 'text/plain; charset=utf-8' },
    })
  return new Response(toRss(feed), { headers: { 'content-type': rssType } })
}

async function readFeed(locale: Locale, dossierId: string | null, asked: URLSearchParams): Promise<Feed | null> {
  const { edition, dossiers } = await openSite()
  const wanted = dossiers.filter(({ id }) => dossierId === null || id === dossierId)
  if (dossierId !== null && wanted.length === 0) return null
  const { db } = await database()
  const opened = await Promise.all(wanted.map(({ id }) => findDossier(id)))
  const open = new Map(opened.flatMap((one) => (one ? [[one.dossier.id, one] as const] : [])))
  const [first] = open.values()
  const of = dossierId !== null && first ? readFilter({ ...first, query: Object.fromEntries(asked) }) : nothingAsked
  const reports = await newestReports(db, { dossier: dossierId, filter: of.filter, limit: mostItems })
  const t = translator(locale)
  const root = await origin()
  const [only] = wanted
  const title = dossierId !== null && only ? say(only.title, locale).text : t('site.name')
  const path = dossierId === null ? `/${locale}` : `/${locale}/${dossierId}`
  return {
    title: dossierId === null ? title : `${t('site.name')}: ${title}`,
    description: dossierId !== null && only?.summary ? say(only.summary, locale).text : t('site.tagline'),
    url: `${root}${path}`,
    self: `${root}${withQuery(`${path}/feed.xml`, of.parameters)}`,
    language: locale,
    updated: edition.publishedAt,
    items: reports.flatMap((entry) => {
      const from = open.get(entry.dossier)
      return from ? [itemOf(entry, from, locale, root)] : []
    }),
  }
}

function itemOf(
  { dossier, report }: NewReport,
  { compiled, sources, records }: OpenDossier,
  locale: Locale,
  root: string,
) {
  const source = sources.get(report.source)
  const publisher = source ? say(source.name, locale).text : report.source
  const t = translator(locale)
  const effects = report.effects.map((effect) => {
    const change = compiled.changes[compiled.changeIndex.get(effect.change) ?? -1]?.change
    const title = htmlText(change ? say(change.title, locale).text : effect.change)
    const said = effect.kind === 'moves' && effect.stage ? t(`stage.${effect.stage}`) : t(`effect.${effect.kind}`)
    return `<li>${title}: ${htmlText(said)}</li>`
  })
  return {
    guid: `urn:rulewire:${dossier}:report:${report.id}`,
    title: say(report.headline, locale).text,
    url: `${root}/${locale}/${dossier}/reports/${report.id}`,
    html: `<p>${htmlText(publisher)}</p>${micromark(report.summary)}${effects.length > 0 ? `<ul>${effects.join('')}</ul>` : ''}`,
    published: instantOf(report.published, records.dossier.timeZone),
    categories: [...new Set(report.effects.map(({ change }) => change))],
  }
}
