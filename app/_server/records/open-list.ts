import 'server-only'
import { database } from '@/db/client'
import { type ListPlace, listPlaceOf, writeListPlace } from '@/lib/asking/list-place'
import type { Given, Query } from '@/lib/asking/query'
import { editionOf, limitOf } from '@/lib/asking/read'
import { BadParameter } from '@/lib/asking/refusal'
import { origin } from '../address'
import { openSite } from '../site'

type Db = Awaited<ReturnType<typeof database>>['db']

/** So many items a page has, unless fewer or more are asked for, and so many at most. */
const items = { usual: 100, most: 200 }
/** Characters of JSON after which a page takes no further item: a record may be long. */
const mostText = 4_000_000

/** A list that is read: of which edition, from where on, and how much of it. */
export interface OpenList {
  db: Db
  /** Scheme and host of the site. */
  root: string
  edition: number
  /** Whether that is what is public now. */
  isNewest: boolean
  since: number | null
  /** What stood last on the page before; null on the first. */
  behind: string[] | null
  limit: number
  /** The cursor of the page that begins behind a place. */
  cursorBehind(behind: readonly string[]): string
}

/**
 * Opens a list by its name, whose places are told by `size` texts. The first page is of the edition that the address names or of the
 * current one, and its cursor keeps to that whatever is published in between. Throws `BadParameter`.
 */
export async function openList(
  query: Query<'edition' | 'cursor' | 'limit'>,
  list: string,
  { size, since: given }: { size: number; since?: Given },
): Promise<OpenList> {
  const [{ db }, { newest }, root] = await Promise.all([database(), openSite(), origin()])
  const place = listPlaceOf(query, list, size)
  const asked = editionOf(query, 'edition')
  const askedSince = editionOf({ since: given }, 'since')
  if (place) refuseOther(query, place, { asked, askedSince, newest })
  const edition = place?.edition ?? asked ?? newest
  if (edition > newest) throw new BadParameter('edition', String(edition), { code: 'lateEdition', newest })
  const since = place ? place.since : (askedSince ?? null)
  if (since !== null && since > edition)
    throw new BadParameter('since', String(since), { code: 'lateEdition', newest: edition })
  return {
    db,
    root,
    edition,
    isNewest: edition === newest,
    since,
    behind: place?.behind ?? null,
    limit: limitOf(query, 'limit', items),
    cursorBehind: (behind) => writeListPlace(list, { edition, since, behind: [...behind] }),
  }
}

/** A page is of the edition that its cursor names, and of no other. */
function refuseOther(
  { cursor }: Query<'cursor'>,
  { edition, since }: ListPlace,
  { asked, askedSince, newest }: { asked: number | undefined; askedSince: number | undefined; newest: number },
): void {
  if (edition <= newest && (asked ?? edition) === edition && (askedSince ?? since) === since) return
  throw new BadParameter('cursor', String(cursor), { code: 'badCursor' })
}

/** What stands on a page, in its order, each with its place in the list. */
export interface PageItem {
  item: object
  behind: readonly string[]
  /** Whether it only says that something is gone. */
  isGone?: boolean
}

/** A page as its JSON text: as many items as it may have, or fewer where they are long, and where to go on. `found` holds one more if there is one. */
export function pageText(
  { edition, since, limit, cursorBehind }: Omit<OpenList, 'db'>,
  found: readonly PageItem[],
  { isSince, hasMore }: { isSince: boolean; hasMore: boolean },
): string {
  const texts = { here: [] as string[], gone: [] as string[] }
  let length = 0
  let taken = 0
  for (const { item, isGone } of found.slice(0, limit)) {
    const text = JSON.stringify(item)
    if (taken > 0 && length + text.length > mostText) break
    texts[isGone ? 'gone' : 'here'].push(text)
    length += text.length
    taken++
  }
  const last = found[taken - 1]
  const next = last && (hasMore || taken < found.length) ? cursorBehind(last.behind) : null
  const parts = [
    `"edition":${edition}`,
    ...(isSince ? [`"since":${since}`] : []),
    `"items":[${texts.here.join(',')}]`,
    ...(isSince ? [`"removed":[${texts.gone.join(',')}]`] : []),
    `"next":${JSON.stringify(next)}`,
  ]
  return `{${parts.join(',')}}\n`
}
