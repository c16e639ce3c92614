import { and, gt, sql } from 'drizzle-orm'
import type { Db } from '@/db/dialect'
import { records, revisions } from '@/db/schema'
import type { AnyRecord } from '@/lib/model'
import type { RecordKey } from '../key'

/** Every record that is or was public, as far as an edition after `since` has touched it. */
export const listEverPublic = (db: Db, { since }: { since: number }): Promise<RecordKey[]> =>
  db
    .selectDistinct({ kind: revisions.kind, dossier: revisions.dossier, id: revisions.id })
    .from(revisions)
    // Of all editions the key alone tells, and no row is read.
    .where(since === 0 ? undefined : gt(revisions.edition, since))

/** The records now public that had other ids before, as far as an edition after `since` has brought their text, with those ids. */
export async function listFormerIds(
  db: Db,
  { since }: { since: number },
): Promise<{ key: RecordKey; formerly: string[] }[]> {
  const rows = await db
    .select({ kind: records.kind, dossier: records.dossier, id: records.id, data: records.data })
    .from(records)
    // Most records have none: those are not read at all.
    .where(and(gt(records.edition, since), sql`${records.data} LIKE ${'%"formerly":%'}`))
  return rows.flatMap(({ data, ...key }) => {
    const { formerly = [] } = data as AnyRecord
    return formerly.length > 0 ? [{ key, formerly }] : []
  })
}
