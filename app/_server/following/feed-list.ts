import 'server-only'
import { feedAddress } from '@/lib/feeds/feed'
import { type Followed, folderOf, pageOf } from '@/lib/feeds/followed'
import { followedWords } from '@/lib/feeds/followed-words'
import { type FeedGroup, opmlType, toOpml } from '@/lib/feeds/opml'
import { type Instant, type Locale, say, usualLocale } from '@/lib/model'
import { origin } from '../address'
import { openSite } from '../site'

/**
 * The feeds to follow in some languages, as a list that readers take over whole (OPML): of each language those of its dossiers, which share
 * no item; while there is no dossier, that of all that there will be. Each stands once, as RSS: a reader that takes the list over wants one form.
 */
export async function feedList(languages: readonly Locale[]): Promise<Response> {
  const [{ edition, site, dossiers }, root] = await Promise.all([openSite(), origin()])
  const groups = languages.map((locale): FeedGroup => {
    const feeds = (dossiers.length > 0 ? dossiers : [null]).map((dossier) => {
      const followed: Followed = dossier ? { dossier: dossier.id } : {}
      const { title } = followedWords({ followed, dossier, title: null, names: {} }, { site, locale })
      return {
        title,
        feed: feedAddress({ folder: `${root}/${locale}${folderOf(followed)}`, query: '' }, 'feed.xml'),
        page: `${root}/${locale}${pageOf(followed)}`,
        language: locale,
      }
    })
    return { title: `${say(site.name, locale).text} (${languageName(locale)})`, feeds }
  })
  return answer(say(site.name, languages[0] ?? usualLocale).text, edition.publishedAt, groups)
}

const answer = (title: string, updated: Instant, groups: FeedGroup[]): Response =>
  new Response(toOpml({ title, updated, groups }), { headers: { 'content-type': opmlType } })

const languageName = (locale: Locale) => new Intl.DisplayNames(locale, { type: 'language' }).of(locale) ?? locale
