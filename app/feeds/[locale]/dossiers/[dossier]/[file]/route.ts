import { feedHandler } from '@/app/_server/feed'
import { dossierFeed } from '@/app/_server/report-feed'

export const dynamic = 'force-dynamic'

/** `/{locale}/{dossier}/feed.xml`, `atom.xml`, `feed.json`: the newest reports of one dossier, with the filters of its timeline. */
export const GET = feedHandler<{ dossier: string }>((locale, { dossier }, parameters) =>
  dossierFeed(locale, dossier, parameters),
)
