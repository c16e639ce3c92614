import 'server-only'
import type { Db } from '@/db/client'
import type { RecordKey } from '@/db/key'
import { draftsOfRecord, findDraft } from '@/db/queries/draft'

/** The text of a person's own draft of a record; undefined where there is none, or where it removes the record. */
export async function ownText(db: Db, key: RecordKey, by: string): Promise<unknown> {
  const own = (await draftsOfRecord(db, key)).find(({ author }) => author === by)
  const draft = own && (await findDraft(db, own.id))
  return draft && draft.data !== null ? draft.data : undefined
}
