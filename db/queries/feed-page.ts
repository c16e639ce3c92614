import type { Db } from '@/db/dialect'
import type { StoredEvent } from '@/lib/events/event'
import { lastFollowedPlace, lastPlace, listFollowedEvents, type OpenFollowed } from './followed-events'

/** So many of the newest items are in a feed. */
export const mostItems = 50
/** So many places of events are in an archive, whatever is followed: one that is complete never gets an item. */
export const archivedPlaces = 100

/** Items of a feed, the newest first, and the archive that has what is older; null: nothing is. */
export interface FeedPage {
  events: StoredEvent[]
  previous: number | null
}

/**
 * The items of a feed or of one of its archives (RFC 5005, section 4), which are numbered from 1; null where there is no such archive yet.
 * The feed itself has all that stands in no complete archive, so that nobody who follows the links misses one.
 */
export async function readFeedPage(db: Db, open: OpenFollowed, archive: number | null): Promise<FeedPage | null> {
  const last = await lastPlace(db)
  if (archive !== null && archive * archivedPlaces > last) return null
  const events = archive === null ? await newest(db, open, last) : await ofArchive(db, open, archive)
  const before = archive === null ? (events.at(-1)?.place ?? 1) - 1 : (archive - 1) * archivedPlaces
  const place = before < 1 ? null : await lastFollowedPlace(db, open, before)
  return { events, previous: place === null ? null : Math.ceil(place / archivedPlaces) }
}

async function newest(db: Db, open: OpenFollowed, last: number): Promise<StoredEvent[]> {
  const complete = Math.floor(last / archivedPlaces) * archivedPlaces
  const events = await listFollowedEvents(db, open, { order: 'newest', limit: Math.max(mostItems, archivedPlaces) })
  return events.filter(({ place }, at) => at < mostItems || place > complete)
}

const ofArchive = (db: Db, open: OpenFollowed, archive: number): Promise<StoredEvent[]> =>
  listFollowedEvents(db, open, {
    after: (archive - 1) * archivedPlaces,
    upTo: archive * archivedPlaces,
    order: 'newest',
    limit: archivedPlaces,
  })
