import { feedHandler } from '@/app/_server/feed'
import { recordFeed } from '@/app/_server/report-feed'
import { feeds } from '@/lib/addresses/feeds'
import { isRecordFolder } from '@/lib/feeds/followed'

export const dynamic = 'force-dynamic'

/** `/{locale}/{dossier}/rules/{id}/feed.xml`, `atom.xml`, `feed.json`, and so for changes and actors: the reports about it. */
export const GET = feedHandler(
  feeds.record,
  async (locale, { dossier, kind, id }: Record<'dossier' | 'kind' | 'id', string>) =>
    isRecordFolder(kind) ? recordFeed(locale, { dossier, folder: kind, id }) : null,
)
