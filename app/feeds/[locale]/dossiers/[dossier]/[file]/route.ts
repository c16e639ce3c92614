import { feedHandler } from '@/app/_server/feed'
import { dossierFeed } from '@/app/_server/report-feed'
import { feeds } from '@/lib/addresses/feeds'

export const dynamic = 'force-dynamic'

/** `/{locale}/{dossier}/feed.xml`, `atom.xml`, `feed.json`: the newest reports of one dossier, with the filters of its timeline. */
export const GET = feedHandler(feeds.dossier, (locale, { dossier }: { dossier: string }, query) =>
  dossierFeed(locale, dossier, query),
)
