import type { Database } from '@/db/client'
import { findAuthority } from '@/db/queries/authority'
import { readFeedPage } from '@/db/queries/feed-page'
import { openFollowed } from '@/db/queries/followed-events'
import { loadToldRecords } from '@/db/queries/told-records'
import { eventItem } from '@/lib/events/item'
import type { Followed } from '@/lib/feeds/followed'
import { toRss } from '@/lib/feeds/rss'
import { measureBoth } from './filled'
import { mark, median } from './marks'

/*
 * What a feed costs that nobody has a copy of, at 100 reports and at 100,000, on both engines: `tsx tests/bench/feeds.ts`. From what is
 * followed to the bytes. At 100,000 it may cost one and a half times what it does at 100, of feeds of about as many items.
 */

const most = 1.5
const runs = 31

const feeds: Record<string, Followed> = {
  'the site': {},
  'a dossier': { dossier: 'test' },
  'a change': { dossier: 'test', folder: 'changes', id: 'change-3' },
  'a publisher': { dossier: 'test', folder: 'sources', id: 'source-1' },
  'an actor': { dossier: 'test', folder: 'actors', id: 'actor-1' },
  'a filter by stage': { dossier: 'test', filter: { stage: 'agreed' } },
  'a filter by change': { dossier: 'test', filter: { change: 'change-3' } },
  'an answer': { dossier: 'test', question: { thing: 'radar' } },
  corrections: { only: 'corrections' },
}

/** The items of a feed and the bytes of it. */
async function print({ db }: Database, followed: Followed): Promise<number> {
  const open = await openFollowed(db, followed)
  const page = open && (await readFeedPage(db, open, null))
  if (!open || !page) throw new Error('There is nothing to follow.')
  const [authority, records] = await Promise.all([findAuthority(db), loadToldRecords(db, page.events)])
  const telling = { locale: 'en' as const, root: 'https://example.org', authority, records }
  const items = page.events.map((event) => eventItem(event, telling))
  toRss({
    id: 'tag:example.org,2026-01-01:feed',
    ...{
      title: 'Feed',
      description: 'Feed',
      author: 'Rulewire',
      licence: { text: 'CC BY 4.0' },
      url: 'https://example.org/en',
    },
    ...{ folder: 'https://example.org/en', query: '', language: 'en', updated: '2026-01-01T00:00:00Z', hub: null },
    items,
    archives: { own: null, previous: page.previous },
  })
  return items.length
}

/** Median milliseconds of each, by its name and how many items it has: of few items less is written. */
async function timesOf(database: Database): Promise<Map<string, number>> {
  const times = new Map<string, number>()
  for (const [name, followed] of Object.entries(feeds)) {
    const taken: number[] = []
    let items = 0
    for (let run = 0; run < runs; run++) {
      const began = performance.now()
      items = await print(database, followed)
      taken.push(performance.now() - began)
    }
    times.set(name, median(taken))
    times.set(`${name}, items`, items)
  }
  return times
}

await measureBoth('tests/bench/feeds.ts', timesOf, (small, large) => {
  for (const name of Object.keys(feeds)) {
    const of = (times: ReadonlyMap<string, number>) => ({
      time: times.get(name) ?? Number.NaN,
      items: times.get(`${name}, items`) ?? 0,
    })
    const [before, after] = [of(small), of(large)]
    const says = `${name}: ${before.time.toFixed(2)} -> ${after.time.toFixed(2)} ms, ${before.items} -> ${after.items} items`
    const ratio = after.time / before.time
    // A feed that has more to tell writes more: the mark is for what has as many items.
    if (after.items <= before.items * 1.1) mark(says, ratio, `at most ${most} times`, ratio <= most)
    else console.log(`       ${says}: ${ratio.toFixed(2)} times`)
  }
})
