import { feedHandler } from '@/app/_server/following/feed'
import { feeds } from '@/lib/addresses/feeds'

export const dynamic = 'force-dynamic'

/** `/{locale}/feed.xml`, `atom.xml`, `feed.json`: everything that happens. */
export const GET = feedHandler(feeds.site, () => ({}))
