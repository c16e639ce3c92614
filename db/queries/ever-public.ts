import { and, gt, sql } from 'drizzle-orm'
import { type Db, gathered } from '@/db/dialect'
import { records, revisions } from '@/db/schema'
import type { AnyRecord } from '@/lib/model'
import type { RecordKey } from '../key'

/** Every record that is or was public, as far as an edition after `since` has touched it: the ids of each kind in each dossier. */
export async function listEverPublic(
  db: Db,
  { since }: { since: number },
): Promise<(Omit<RecordKey, 'id'> & { ids: string[] })[]> {
  const ever = db
    .selectDistinct({ kind: revisions.kind, dossier: revisions.dossier, id: revisions.id })
    .from(revisions)
    // Of all editions the key alone tells, and no row is read.
    .where(since === 0 ? undefined : gt(revisions.edition, since))
    .as('ever')
  const rows = await db
    .select({ kind: ever.kind, dossier: ever.dossier, ids: gathered(ever.id) })
    .from(ever)
    .groupBy(ever.kind, ever.dossier)
  return rows.map(({ ids, ...row }) => ({ ...row, ids: JSON.parse(ids) }))
}

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
