import { feedHandler } from '@/app/_server/following/feed'
import { feeds } from '@/lib/addresses/feeds'

export const dynamic = 'force-dynamic'

/** `/{locale}/corrections/feed.xml`, `atom.xml`, `feed.json`: what was corrected or retracted. */
export const GET = feedHandler(feeds.corrections, () => ({ only: 'corrections' }))
