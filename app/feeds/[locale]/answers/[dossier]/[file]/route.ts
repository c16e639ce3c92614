import { feedHandler } from '@/app/_server/following/feed'
import { findDossier } from '@/app/_server/site'
import { feeds } from '@/lib/addresses/feeds'

export const dynamic = 'force-dynamic'

const dimensionsOf = async ({ dossier }: { dossier: string }) =>
  ((await findDossier(dossier))?.dossier.dimensions ?? []).map(({ id }) => id)

/** `/{locale}/{dossier}/ask/feed.xml?<dimension>=<value>...`, `atom.xml`, `feed.json`: what happens to one answer. */
export const GET = feedHandler(
  feeds.answer,
  ({ dossier }: { dossier: string }, { archive: _, ...question }) => ({
    dossier,
    question: question as Record<string, string>,
  }),
  dimensionsOf,
)
