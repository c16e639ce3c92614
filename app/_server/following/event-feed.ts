import 'server-only'
import { database } from '@/db/client'
import { findAuthority } from '@/db/queries/authority'
import { currentEdition } from '@/db/queries/edition'
import { readFeedPage } from '@/db/queries/feed-page'
import { openFollowed } from '@/db/queries/followed-events'
import { findSite } from '@/db/queries/site/site'
import { loadToldRecords } from '@/db/queries/told-records'
import { textOf } from '@/lib/asking/read'
import { BadParameter } from '@/lib/asking/refusal'
import { eventItem } from '@/lib/events/item'
import { tagId } from '@/lib/events/tag'
import type { Feed } from '@/lib/feeds/feed'
import { type Followed, folderOf, pageOf, queryOf } from '@/lib/feeds/followed'
import { followedWords } from '@/lib/feeds/followed-words'
import { type Locale, say } from '@/lib/model'
import { parseSettings } from '@/lib/settings'
import { licenceIn } from '@/lib/words/site-words'
import { origin } from '../address'

/** What is followed, as a feed; null where there is no such dossier, record or archive. Throws `BadParameter`. */
export async function eventFeed(
  locale: Locale,
  asked: Followed,
  query: { readonly archive?: string | string[] | undefined },
): Promise<Feed | null> {
  const { db } = await database()
  const open = await openFollowed(db, asked)
  if (!open) return null
  const own = archiveOf(query)
  const page = await readFeedPage(db, open, own)
  if (!page) return null
  const { events, previous } = page
  const [authority, records, edition, site, root] = await Promise.all([
    findAuthority(db),
    loadToldRecords(db, events),
    currentEdition(db),
    findSite(db),
    origin(),
  ])
  const telling = { locale, root, authority, records }
  const items = events.map((event) => eventItem(event, telling))
  const { followed } = open
  const folder = folderOf(followed)
  const times = items.map(({ updated }) => updated).sort()
  return {
    id: tagId(authority, `${locale}/feed${folder}${queryOf(followed)}`),
    ...followedWords(open, { site, locale }),
    author: say(site.name, locale).text,
    licence: licenceIn(site, locale),
    url: `${root}/${locale}${pageOf(followed)}`,
    folder: `${root}/${locale}${folder}`,
    query: queryOf(followed),
    language: locale,
    updated: times.at(-1) ?? edition.publishedAt,
    items,
    archives: { own, previous },
    hub: hubOf(followed),
  }
}

/** The hub is told of feeds that have a name: filters and answers are too many to be told of. */
function hubOf({ filter, question }: Followed): string | null {
  const { hub, publicUrl } = parseSettings(process.env)
  return filter || question || !hub || !publicUrl ? null : hub
}

function archiveOf(query: { readonly archive?: string | string[] | undefined }): number | null {
  const text = textOf(query as { archive: string | undefined }, 'archive')
  if (text === undefined) return null
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new BadParameter('archive', text, { code: 'badPage' })
  return Number(text)
}
