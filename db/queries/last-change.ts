import { desc, eq, inArray, max } from 'drizzle-orm'
import type { Db } from '@/db/dialect'
import { editions, records, revisions } from '@/db/schema'
import type { Instant, RecordKind } from '@/lib/model'
import type { RecordKey } from '../key'

/** A record that is public now, with the moment of the edition that last changed it. */
export interface LastChange extends RecordKey {
  at: Instant
}

/** The public records of some kinds, each with its last change, in no order. */
export const lastChanges = (db: Db, kinds: readonly RecordKind[]): Promise<LastChange[]> =>
  db
    .select({ kind: records.kind, dossier: records.dossier, id: records.id, at: editions.publishedAt })
    .from(records)
    .innerJoin(editions, eq(editions.number, records.edition))
    .where(inArray(records.kind, [...kinds]))

/** Per dossier ('' for the publishers) the moment of the edition that last changed anything in it, a removal too. */
export async function lastChangesOfDossiers(db: Db): Promise<Map<string, Instant>> {
  const newest = db
    .select({ dossier: revisions.dossier, edition: max(revisions.edition).as('newest') })
    .from(revisions)
    .groupBy(revisions.dossier)
    .as('newest')
  const rows = await db
    .select({ dossier: newest.dossier, at: editions.publishedAt })
    .from(newest)
    .innerJoin(editions, eq(editions.number, newest.edition))
  return new Map(rows.map(({ dossier, at }) => [dossier, at]))
}

/** Every edition with its moment, the newest first. */
export const editionMoments = (db: Db): Promise<{ number: number; at: Instant }[]> =>
  db.select({ number: editions.number, at: editions.publishedAt }).from(editions).orderBy(desc(editions.number))
