import { feedHandler } from '@/app/_server/following/feed'
import { feeds } from '@/lib/addresses/feeds'
import { isRecordFolder } from '@/lib/feeds/followed'

export const dynamic = 'force-dynamic'

/** `/{locale}/{dossier}/rules/{id}/feed.xml`, `atom.xml`, `feed.json`, and so for changes, actors and sources: what happens to it. */
export const GET = feedHandler(feeds.record, ({ dossier, kind, id }: Record<'dossier' | 'kind' | 'id', string>) =>
  isRecordFolder(kind) ? { dossier, folder: kind, id } : null,
)
