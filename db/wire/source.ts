import { eventItem } from '@/lib/events/item'
import { say } from '@/lib/model'
import type { Database } from '../client'
import { findAuthority } from '../queries/authority'
import { lastPlace, listFollowedEvents } from '../queries/followed-events'
import { findSite } from '../queries/site/site'
import { loadToldRecords } from '../queries/told-records'
import { listEventsAt } from '../queries/wire/delivery'
import { findFollowed, openWhat } from './followed'
import type { WireSource } from './wire'

/** Places that are looked through at once, and so many times before others have their turn. */
const [together, atMostTimes] = [1000, 20]

/** What the wire tells, as feeds tell it; `origin` is where the links in it lead. */
export function wireSource({ db }: Pick<Database, 'db'>, origin: string): WireSource {
  return {
    placesAfter: async (what, { after, limit }) => {
      // First, so that what comes to be meanwhile is read the next time.
      const last = await lastPlace(db)
      const open = await openWhat(db, what)
      if (!open) return { places: [], readTo: Math.max(after, last) }
      const places: number[] = []
      let readTo = after
      for (let times = 0; times < atMostTimes && readTo < last && places.length < limit; times++) {
        const upTo = Math.min(last, readTo + together)
        const asked = { after: readTo, upTo, order: 'oldest' as const, limit: limit - places.length }
        for (const { place } of await listFollowedEvents(db, open, asked)) places.push(place)
        readTo = places.length < limit ? upTo : (places.at(-1) ?? upTo)
      }
      return { places, readTo }
    },
    tell: async (what, places, locale) => {
      const [events, followed] = await Promise.all([listEventsAt(db, places), findFollowed(db, what, locale)])
      const records = await loadToldRecords(db, events)
      const telling = { locale, root: origin, authority: await findAuthority(db), records }
      return {
        locale,
        site: say((await findSite(db)).name, locale).text,
        followed: { title: followed?.title ?? what, url: `${origin}/${locale}${followed?.page ?? ''}` },
        items: events.map((event) => eventItem(event, telling)),
      }
    },
  }
}
