import {
  type AnyColumn,
  and,
  asc,
  desc,
  eq,
  inArray,
  isNotNull,
  isNull,
  lte,
  max,
  type SQL,
  type SQLWrapper,
  sql,
} from 'drizzle-orm'
import { alias, type Db, part, prepared } from '@/db/dialect'
import { revisions } from '@/db/schema'
import type { AnyRecord, Dossier, RecordKind, Text } from '@/lib/model'
import type { RecordKey } from '../key'
import { keep } from './keep'
import { atMost } from './limit'

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

/** What lists tell of a published state; its text is read where it is shown. */
export interface RevisionEntry extends Pick<Revision, 'number' | 'edition' | 'by' | 'at' | 'reason'> {
  /** With this revision the record was removed. */
  removed: boolean
}

/** As `listRevisions`, without the texts. */
export async function listRevisionEntries(db: Db, key: RecordKey): Promise<RevisionEntry[]> {
  const { number, edition, by, at, reason, data } = revisions
  const rows = await db
    .select({ number, edition, by, at, reason, gone: sql<number>`CASE WHEN ${data} IS NULL THEN 1 ELSE 0 END` })
    .from(revisions)
    .where(ofRecord(key))
    .orderBy(desc(number))
  return rows.map(({ gone, ...row }) => ({ ...row, removed: Number(gone) === 1 }))
}

/** One published state of a record; null when it has no revision of that number. */
export async function findRevision(db: Db, key: RecordKey, number: number): Promise<Revision | null> {
  const [found] = await db
    .select()
    .from(revisions)
    .where(and(ofRecord(key), eq(revisions.number, number)))
  return found ?? null
}

/** The one revision of a record with this number: by columns of what the revisions are joined to, or by values. */
export const isRevision = (of: {
  kind: RecordKind | SQLWrapper
  dossier: SQLWrapper
  id: SQLWrapper
  number: number | SQLWrapper
}): SQL | undefined =>
  and(
    eq(revisions.kind, of.kind),
    eq(revisions.dossier, of.dossier),
    eq(revisions.id, of.id),
    eq(revisions.number, of.number),
  )

/** Beside a revision the one right before it. */
export const previous = alias(revisions, 'previous')
export const isPrevious = and(
  eq(previous.kind, revisions.kind),
  eq(previous.dossier, revisions.dossier),
  eq(previous.id, revisions.id),
  eq(previous.number, sql`${revisions.number} - 1`),
)

/** A record that came with an edition or went with it, by its title. */
export interface RecordTitle extends RecordKey {
  title: Text
}

/** A record that an edition changed, with its states before and after. */
export interface RecordChange extends RecordKey {
  before: AnyRecord
  after: AnyRecord
}

/** Of what an edition did to the records of a kind. */
interface Asked {
  edition: number
  kind: RecordKind
  /** How many to tell of. */
  limit: number
}

const ofEdition = and(eq(revisions.edition, sql.placeholder('edition')), eq(revisions.kind, sql.placeholder('kind')))
const byPlace = [asc(revisions.dossier), asc(revisions.id)]

/** Records of a kind that an edition changed, by dossier and id. */
export async function recordsUpdated(db: Db, { limit, ...asked }: Asked): Promise<RecordChange[]> {
  const query = keep(db, `records_updated_${limit}`, (name) =>
    prepared(
      db
        .select({ dossier: revisions.dossier, id: revisions.id, before: previous.data, after: revisions.data })
        .from(revisions)
        .innerJoin(previous, isPrevious)
        .where(and(ofEdition, isNotNull(revisions.data), isNotNull(previous.data)))
        .orderBy(...byPlace)
        .limit(atMost(limit)),
      name,
    ),
  )
  const { kind } = asked
  const rows = await query.execute({ ...asked })
  return rows.map((row) => ({ ...row, kind, before: row.before as AnyRecord, after: row.after as AnyRecord }))
}

/** Records of a kind that came with an edition, by dossier and id. */
export const recordsCreated = (db: Db, asked: Asked): Promise<RecordTitle[]> =>
  titlesOf(db, asked, 'created', revisions.data, and(isNotNull(revisions.data), isNull(previous.data)))

/** Records of a kind that went with an edition, by dossier and id. */
export const recordsRemoved = (db: Db, asked: Asked): Promise<RecordTitle[]> =>
  titlesOf(db, asked, 'removed', previous.data, isNull(revisions.data))

async function titlesOf(db: Db, { limit, ...asked }: Asked, what: string, record: AnyColumn, which: SQL | undefined) {
  const { kind } = asked
  const query = keep(db, `${kind}s_${what}_${limit}`, (name) =>
    prepared(
      db
        .select({ dossier: revisions.dossier, id: revisions.id, title: titleIn(record, kind) })
        .from(revisions)
        .leftJoin(previous, isPrevious)
        .where(and(ofEdition, which))
        .orderBy(...byPlace)
        .limit(atMost(limit)),
      name,
    ),
  )
  return (await query.execute({ ...asked })).map((row) => ({ ...row, kind }))
}

const titleFields: Record<RecordKind, string> = {
  dossier: 'title',
  rule: 'title',
  change: 'title',
  report: 'headline',
  actor: 'name',
  source: 'name',
  site: 'name',
}

/** What a record is called, taken out of it by the database: the rest of it need not be read. */
const titleIn = (record: AnyColumn, kind: RecordKind): SQL<Text> =>
  part(record, titleFields[kind]).mapWith(JSON.parse) as SQL<Text>

/** The records of one dossier ('' for the publishers and the site) that were public at an edition, in order; of some kinds, or all. */
export async function recordsAtEdition(db: Db, dossier: string, edition: number, kinds?: readonly RecordKind[]) {
  const ofKind = kinds && inArray(revisions.kind, [...kinds])
  const newest = db
    .select({ kind: revisions.kind, id: revisions.id, number: max(revisions.number).as('newest') })
    .from(revisions)
    .where(and(eq(revisions.dossier, dossier), lte(revisions.edition, edition), ofKind))
    .groupBy(revisions.kind, revisions.id)
    .as('newest')
  const rows = await db
    .select({
      kind: revisions.kind,
      id: revisions.id,
      number: revisions.number,
      ord: revisions.ord,
      data: revisions.data,
    })
    .from(revisions)
    .innerJoin(
      newest,
      and(eq(newest.kind, revisions.kind), eq(newest.id, revisions.id), eq(newest.number, revisions.number)),
    )
    .where(and(eq(revisions.dossier, dossier), ofKind))
    .orderBy(asc(revisions.ord), asc(revisions.id))
  return rows.filter((row) => row.data !== null)
}

/** The ids of the dossiers that an edition changed something of; '' stands for publishers and the site. */
export async function dossiersOfEdition(db: Db, edition: number): Promise<string[]> {
  const rows = await db
    .selectDistinct({ dossier: revisions.dossier })
    .from(revisions)
    .where(eq(revisions.edition, edition))
    .orderBy(asc(revisions.dossier))
  return rows.map(({ dossier }) => dossier)
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
