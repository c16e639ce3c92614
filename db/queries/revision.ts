import { and, asc, desc, eq, gt, lt, lte, max, sql } from 'drizzle-orm'
import { alias, type Db } from '@/db/dialect'
import { revisions } from '@/db/schema'
import type { AnyRecord, Dossier, RecordKind } from '@/lib/model'
import type { RecordKey } from '../key'

/** One published state of a record; data null: with this revision the record was removed. */
export interface Revision {
  kind: RecordKind
  dossier: string
  id: string
  number: number
  edition: number
  ord: number
  data: unknown
  by: string
  at: string
  reason: string
}

/** All published states of a record, newest first. */
export async function listRevisions(db: Db, key: RecordKey): Promise<Revision[]> {
  return db.select().from(revisions).where(ofRecord(key)).orderBy(desc(revisions.number))
}

export async function findRevision(db: Db, key: RecordKey, number: number): Promise<Revision | null> {
  const [found] = await db
    .select()
    .from(revisions)
    .where(and(ofRecord(key), eq(revisions.number, number)))
  return found ?? null
}

/** What one edition changed, in order of kind and id. */
export async function revisionsOfEdition(db: Db, edition: number): Promise<Revision[]> {
  return db
    .select()
    .from(revisions)
    .where(eq(revisions.edition, edition))
    .orderBy(asc(revisions.kind), asc(revisions.dossier), asc(revisions.id))
}

/** Beside a revision the one right before it. */
export const previous = alias(revisions, 'previous')
export const isPrevious = and(
  eq(previous.kind, revisions.kind),
  eq(previous.dossier, revisions.dossier),
  eq(previous.id, revisions.id),
  eq(previous.number, sql`${revisions.number} - 1`),
)

/** What an edition made of one record; null where it was not there before, or is not after. */
export interface RecordChange extends RecordKey {
  before: AnyRecord | null
  after: AnyRecord | null
}

/** Every record that an edition changed, with its states before and after, in order of kind, dossier and id. */
export async function changesOfEdition(db: Db, edition: number): Promise<RecordChange[]> {
  const rows = await db
    .select({
      kind: revisions.kind,
      dossier: revisions.dossier,
      id: revisions.id,
      after: revisions.data,
      before: previous.data,
    })
    .from(revisions)
    .leftJoin(previous, isPrevious)
    .where(eq(revisions.edition, edition))
    .orderBy(asc(revisions.kind), asc(revisions.dossier), asc(revisions.id))
  return rows.map((row) => ({
    ...row,
    before: row.before as AnyRecord | null,
    after: row.after as AnyRecord | null,
  }))
}

/**
 * Revisions that changed or removed a report which was already public, newest first: what a list of corrections is made
 * of. `before` is the edition to go on from.
 */
export async function reportsRevised(
  db: Db,
  { dossier, before, limit }: { dossier?: string; before?: number; limit: number },
): Promise<Revision[]> {
  return db
    .select()
    .from(revisions)
    .where(
      and(
        eq(revisions.kind, 'report'),
        gt(revisions.number, 1),
        dossier === undefined ? undefined : eq(revisions.dossier, dossier),
        before === undefined ? undefined : lt(revisions.edition, before),
      ),
    )
    .orderBy(desc(revisions.edition), asc(revisions.dossier), asc(revisions.id))
    .limit(limit)
}

/** The records of one dossier ('' for the publishers) that were public at an edition, in order. */
export async function recordsAtEdition(db: Db, dossier: string, edition: number) {
  const newest = db
    .select({ kind: revisions.kind, id: revisions.id, number: max(revisions.number).as('newest') })
    .from(revisions)
    .where(and(eq(revisions.dossier, dossier), lte(revisions.edition, edition)))
    .groupBy(revisions.kind, revisions.id)
    .as('newest')
  const rows = await db
    .select({ kind: revisions.kind, data: revisions.data })
    .from(revisions)
    .innerJoin(
      newest,
      and(eq(newest.kind, revisions.kind), eq(newest.id, revisions.id), eq(newest.number, revisions.number)),
    )
    .where(eq(revisions.dossier, dossier))
    .orderBy(asc(revisions.ord), asc(revisions.id))
  return rows.filter((row) => row.data !== null)
}

/** The dossiers that were public at an edition, in order. */
export async function dossiersAtEdition(db: Db, edition: number): Promise<Dossier[]> {
  const rows = await db
    .select({ id: revisions.id, data: revisions.data, ord: revisions.ord })
    .from(revisions)
    .where(and(eq(revisions.kind, 'dossier'), lte(revisions.edition, edition)))
    .orderBy(asc(revisions.number))
  const newest = new Map(rows.map((row) => [row.id, row]))
  return [...newest.values()]
    .sort((a, b) => a.ord - b.ord || (a.id < b.id ? -1 : 1))
    .flatMap(({ data }) => (data === null ? [] : [data as Dossier]))
}

const ofRecord = (key: RecordKey) =>
  and(eq(revisions.kind, key.kind), eq(revisions.dossier, key.dossier), eq(revisions.id, key.id))
