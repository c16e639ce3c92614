import { origin } from '@/app/_server/address'
import { openSite } from '@/app/_server/site'
import { database } from '@/db/client'
import { listCorrections } from '@/db/queries/correction'
import { htmlText } from '@/lib/feeds/feed'
import { rssType, toRss } from '@/lib/feeds/rss'
import { isLocale, say } from '@/lib/model'
import { translator } from '@/lib/text/messages'

export const dynamic = 'force-dynamic'

const mostItems = 50

/** `/{locale}/corrections.xml`: what was corrected or retracted, as RSS 2.0. */
export async function GET(_request: Request, { params }: { params: Promise<{ locale: string }> }): Promise<Response> {
  const { locale } = await params
  if (!isLocale(locale)) return new Response('There is no such feed.\n', { status: 404 })
  const t = translator(locale)
  const { db } = await database()
  const [{ edition }, entries, root] = await Promise.all([
    openSite(),
    listCorrections(db, { limit: mostItems }),
    origin(),
  ])
  const feed = {
    title: `${t('site.name')}: ${t('correction.title')}`,
    description: t('correction.intro'),
    url: `${root}/${locale}/corrections`,
    self: `${root}/${locale}/corrections.xml`,
    language: locale,
    updated: edition.publishedAt,
    items: entries.map(({ dossier, verb, note, report, revision, at }) => ({
      guid: `urn:rulewire:${dossier}:${verb}:${report.id}:${revision}`,
      title: t('correction.line', { verb: t(`correction.${verb}`), headline: say(report.headline, locale).text }),
      url: `${root}/${locale}/${dossier}/reports/${report.id}`,
      html: `<p>${htmlText(say(note.note, locale).text)}</p>`,
      published: at,
      categories: [dossier],
    })),
  }
  return new Response(toRss(feed), { headers: { 'content-type': rssType } })
}
