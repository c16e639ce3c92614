import { feedHandler } from '@/app/_server/feed'
import { siteFeed } from '@/app/_server/report-feed'
import { feeds } from '@/lib/addresses/feeds'

export const dynamic = 'force-dynamic'

/** `/{locale}/feed.xml`, `atom.xml`, `feed.json`: the newest reports of all dossiers. */
export const GET = feedHandler(feeds.site, (locale) => siteFeed(locale))
