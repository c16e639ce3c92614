import { feedHandler } from '@/app/_server/following/feed'
import { feeds } from '@/lib/addresses/feeds'
import { textOf } from '@/lib/asking/read'
import { filterNames } from '@/lib/asking/timeline-filter'

export const dynamic = 'force-dynamic'

/**
 * `/{locale}/{dossier}/feed.xml`, `atom.xml`, `feed.json`: what happens to one dossier; with the filters of its timeline the reports that
 * it shows, and what becomes of them.
 */
export const GET = feedHandler(feeds.dossier, ({ dossier }: { dossier: string }, query) => {
  const given = filterNames.flatMap((name) => {
    const text = textOf(query, name)
    return text === undefined ? [] : [[name, text] as const]
  })
  return given.length === 0 ? { dossier } : { dossier, filter: Object.fromEntries(given) }
})
