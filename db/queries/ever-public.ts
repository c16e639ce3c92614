import { gt } from 'drizzle-orm'
import type { Db } from '@/db/dialect'
import { revisions } from '@/db/schema'
import type { RecordKey } from '../key'

/** Every record that is or was public, as far as an edition after `since` has touched it. */
export const listEverPublic = (db: Db, { since }: { since: number }): Promise<RecordKey[]> =>
  db
    .selectDistinct({ kind: revisions.kind, dossier: revisions.dossier, id: revisions.id })
    .from(revisions)
    .where(gt(revisions.edition, since))
