import { origin } from '@/app/_server/address'
import { fileHandler } from '@/app/_server/file'
import { findDossier, type OpenDossier, openSite } from '@/app/_server/site'
import { files } from '@/lib/addresses/feeds'
import { feedAddress } from '@/lib/feeds/feed'
import { folderOf, recordFolders, recordOf } from '@/lib/feeds/followed'
import { type FeedGroup, opmlType, toOpml } from '@/lib/feeds/opml'
import { type Locale, locales, say, usualLocale } from '@/lib/model'
import { translator } from '@/lib/words/messages'

export const dynamic = 'force-dynamic'

const languageName = (locale: Locale) => new Intl.DisplayNames(locale, { type: 'language' }).of(locale) ?? locale

/** `/feeds.opml`: every feed in both languages, each once, as RSS: a feed reader that takes the list over wants one form. */
export const GET = fileHandler(files.opml, async () => {
  const [{ edition, dossiers }, root] = await Promise.all([openSite(), origin()])
  const opened = (await Promise.all(dossiers.map(({ id }) => findDossier(id)))).filter((open) => open !== null)
  const groups = locales.map((locale) => feedsIn(locale, opened, `${root}/${locale}`))
  const body = toOpml({ title: translator(usualLocale)('site.name'), updated: edition.publishedAt, groups })
  return new Response(body, { headers: { 'content-type': opmlType } })
})

function feedsIn(locale: Locale, dossiers: readonly OpenDossier[], root: string): FeedGroup {
  const t = translator(locale)
  const listed = (title: string, folder: string, page = folder) => ({
    title,
    feed: feedAddress({ folder: `${root}${folder}`, query: '' }, 'feed.xml'),
    page: `${root}${page}`,
    language: locale,
  })
  return {
    title: `${t('site.name')} (${languageName(locale)})`,
    feeds: [listed(t('feeds.all'), ''), listed(t('correction.title'), '/corrections')],
    groups: dossiers.map(({ dossier, records }) => {
      const title = say(dossier.title, locale).text
      return {
        title,
        feeds: [listed(title, `/${dossier.id}`)],
        groups: recordFolders.map((folder) => ({
          title: t(`nav.${folder}`),
          feeds: records[folder].flatMap(({ id }) => {
            const record = recordOf(records, folder, id)
            const place = folderOf({ dossier: dossier.id, folder, id })
            return record ? [listed(say(record.title, locale).text, place, record.page)] : []
          }),
        })),
      }
    }),
  }
}
