import { and, asc, eq, gt, gte, inArray, isNotNull, lte, notExists, type SQL, sql } from 'drizzle-orm'
import { alias, type Db } from '@/db/dialect'
import { revisions } from '@/db/schema'
import type { AnyRecord, RecordKind } from '@/lib/model'
import type { RecordKey } from '../../key'
import { atMost } from '../limit'

/** Which records: of a kind, as they stood at an edition; of a dossier or some ids, where these are given. */
export interface ListedRecords {
  kind: RecordKind
  dossier?: string | undefined
  /** Of some dossiers: where records are named by their ids alone, these are found by their keys only in known dossiers. */
  dossiers?: readonly string[] | undefined
  ids?: readonly string[] | undefined
  edition: number
}

/** The state of a record at an edition. */
export interface RecordState {
  dossier: string
  id: string
  /** The edition that brought it. */
  edition: number
  /** Null: with this edition the record was removed. */
  data: unknown
}

const next = alias(revisions, 'next')

/** That a revision was the newest of its record at an edition: revisions are numbered without a gap, so one look by the key tells. */
const isNewest = (db: Db, edition: number): SQL =>
  notExists(
    db
      .select({ one: sql`1` })
      .from(next)
      .where(
        and(
          eq(next.kind, revisions.kind),
          eq(next.dossier, revisions.dossier),
          eq(next.id, revisions.id),
          eq(next.number, sql`${revisions.number} + 1`),
          lte(next.edition, edition),
        ),
      ),
  )

const conditionsOf = (db: Db, { ids, edition }: ListedRecords) => [
  ids && inArray(revisions.id, [...ids]),
  // Not as it stands in the index of editions, so that a list is not gathered by it and sorted: it is walked by its key.
  sql`${revisions.edition} + 0 <= ${edition}`,
  isNewest(db, edition),
]

const columns = {
  dossier: revisions.dossier,
  id: revisions.id,
  edition: revisions.edition,
  data: revisions.data,
}

/**
 * Records as they stood at an edition, by dossier and id, from behind a place on. One walk along the key of the revisions, which costs the
 * same whatever the edition and however many records there are.
 */
export async function listRecordStates(
  db: Db,
  asked: ListedRecords,
  { behind, limit }: { behind: { dossier: string; id: string } | null; limit: number },
): Promise<RecordState[]> {
  const beyond =
    behind === null
      ? undefined
      : asked.dossier === undefined
        ? sql`(${revisions.dossier}, ${revisions.id}) > (${behind.dossier}, ${behind.id})`
        : gt(revisions.id, behind.id)
  return db
    .select(columns)
    .from(revisions)
    .where(
      and(
        eq(revisions.kind, asked.kind),
        asked.dossier === undefined ? undefined : eq(revisions.dossier, asked.dossier),
        asked.dossiers && inArray(revisions.dossier, [...asked.dossiers]),
        ...conditionsOf(db, asked),
        isNotNull(revisions.data),
        beyond,
      ),
    )
    .orderBy(asc(revisions.kind), asc(revisions.dossier), asc(revisions.id))
    .limit(atMost(limit))
}

/**
 * Records that editions after `since` changed or removed, each once, as it stood at `edition`; by the edition that did, dossier and
 * id. One walk along the editions in between, whatever else there is.
 */
export async function listChangedStates(
  db: Db,
  asked: ListedRecords & { since: number },
  { behind, limit }: { behind: { edition: number; dossier: string; id: string } | null; limit: number },
): Promise<RecordState[]> {
  const beyond =
    behind === null
      ? gt(revisions.edition, asked.since)
      : sql`(${revisions.edition}, ${revisions.kind}, ${revisions.dossier}, ${revisions.id}) > (${behind.edition}, ${asked.kind}, ${behind.dossier}, ${behind.id})`
  return db
    .select(columns)
    .from(revisions)
    .where(
      and(
        // Neither as it stands in an index, so that only the editions in between are walked, in their order.
        sql`${revisions.kind} || '' = ${asked.kind}`,
        asked.dossier === undefined ? undefined : sql`${revisions.dossier} || '' = ${asked.dossier}`,
        ...conditionsOf(db, asked),
        beyond,
      ),
    )
    .orderBy(asc(revisions.edition), asc(revisions.kind), asc(revisions.dossier), asc(revisions.id))
    .limit(atMost(limit))
}

/** Names a record of one kind. */
export const stateKey = ({ dossier, id }: Pick<RecordState, 'dossier' | 'id'>): string => `${dossier} ${id}`

/**
 * Which records of a kind say, at an edition, that they had the id of another before: of those removed from an edition on, the id of
 * the record each was merged into or became, by `stateKey`.
 */
export async function listSuccessors(
  db: Db,
  { kind, from, edition }: { kind: RecordKind; from: number; edition: number },
): Promise<Map<string, string>> {
  const rows = await db
    .select(columns)
    .from(revisions)
    .where(
      and(
        eq(revisions.kind, kind),
        gte(revisions.edition, from),
        lte(revisions.edition, edition),
        // Most records have none: those are not read at all.
        sql`${revisions.data} LIKE ${'%"formerly":%'}`,
      ),
    )
    .orderBy(asc(revisions.edition), asc(revisions.id))
  return new Map(
    rows.flatMap(({ dossier, id, data }) =>
      ((data as AnyRecord).formerly ?? []).map((former): [string, string] => [
        stateKey({ dossier: kind === 'dossier' ? former : dossier, id: former }),
        id,
      ]),
    ),
  )
}

/** Whether a record was public at an edition or any time before. */
export async function wasPublicBy(db: Db, { kind, dossier, id }: RecordKey, edition: number): Promise<boolean> {
  const [first] = await db
    .select({ edition: revisions.edition })
    .from(revisions)
    .where(and(eq(revisions.kind, kind), eq(revisions.dossier, dossier), eq(revisions.id, id), eq(revisions.number, 1)))
  return first !== undefined && first.edition <= edition
}
