import { origin } from '@/app/_server/address'
import { todayIn } from '@/app/_server/clock'
import { fileHandler } from '@/app/_server/file'
import { openSite } from '@/app/_server/site'
import { database } from '@/db/client'
import { timelinePage } from '@/db/queries/timeline'
import { files } from '@/lib/addresses/feeds'
import { mostNews, type NewsPage, toNewsSitemap } from '@/lib/feeds/news-sitemap'
import { sitemapType } from '@/lib/feeds/sitemap'
import { addDays, headingOf, precisionOf, publishedDate, say, shownLanguages } from '@/lib/model'

export const dynamic = 'force-dynamic'

/** `/sitemap-news.xml`: the reports of today and yesterday, counted in the time zone of their dossiers, in every language. */
export const GET = fileHandler(files.newsSitemap, async () => {
  const [{ site, dossiers }, root, { db }] = await Promise.all([openSite(), origin(), database()])
  const languages = shownLanguages(site)
  const found = await Promise.all(
    dossiers.map(async ({ id, timeZone }) => {
      const today = todayIn(timeZone)
      const filter = { from: addDays(today, -1), to: today }
      const { reports } = await timelinePage(db, { dossier: id, filter, limit: Math.ceil(mostNews / languages.length) })
      // Of what is dated to a month nobody knows whether it is of these days.
      return reports.filter(({ report }) => precisionOf(publishedDate(report.published, timeZone)) === 'day')
    }),
  )
  const newest = found.flat().sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0))
  const pages = newest.flatMap(({ dossier, report }) =>
    languages.map(
      (locale): NewsPage => ({
        url: `${root}/${locale}/${dossier}/reports/${report.id}`,
        title: say(headingOf(report), locale).text,
        locale,
        published: report.published,
      }),
    ),
  )
  const body = toNewsSitemap(pages, (locale) => say(site.name, locale).text)
  return new Response(body, { headers: { 'content-type': sitemapType } })
})
