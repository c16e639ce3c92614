import { and, asc, eq } from 'drizzle-orm'
import type { Db } from '@/db/dialect'
import { records } from '@/db/schema'
import type { Dossier, DossierRecords, RecordKind, RecordOf, Source } from '@/lib/model'
import type { RecordKey } from '../key'
import { dossiersAtEdition, recordsAtEdition } from './revision'

/** A published record with its revision and the edition that brought it. */
export interface Published<K extends RecordKind> {
  record: RecordOf[K]
  revision: number
  edition: number
}

/** The published state of a record; null when there is none or it has been removed. */
export async function findRecord<K extends RecordKind>(db: Db, key: RecordKey<K>): Promise<Published<K> | null> {
  const [found] = await db.select().from(records).where(hasKey(key))
  return found ? { record: as<K>(found.data), revision: found.revision, edition: found.edition } : null
}

/** The published records of one kind in the order of their files; for sources the dossier is ''. */
export async function listRecords<K extends RecordKind>(db: Db, kind: K, dossier: string): Promise<RecordOf[K][]> {
  const rows = await db
    .select({ data: records.data })
    .from(records)
    .where(and(eq(records.kind, kind), eq(records.dossier, dossier)))
    .orderBy(asc(records.ord), asc(records.id))
  return rows.map((row) => as<K>(row.data))
}

/** Everything of one dossier, as it is compiled and validated, read in one statement; null when it is not published. */
export async function loadDossier(db: Db, id: string): Promise<DossierRecords | null> {
  const rows = await db
    .select({ kind: records.kind, data: records.data })
    .from(records)
    .where(eq(records.dossier, id))
    .orderBy(asc(records.ord), asc(records.id))
  return assembleDossier(rows)
}

/** Published dossiers in the order they were first published; with `edition`, as they stood at that edition. */
export async function listDossiers(db: Db, at: { edition?: number | undefined } = {}): Promise<Dossier[]> {
  if (at.edition !== undefined) return dossiersAtEdition(db, at.edition)
  const rows = await db
    .select({ data: records.data })
    .from(records)
    .where(eq(records.kind, 'dossier'))
    .orderBy(asc(records.ord), asc(records.id))
  return rows.map((row) => as<'dossier'>(row.data))
}

/** Published publishers in the order of their file; with `edition`, as they stood at that edition. */
export async function listSources(db: Db, at: { edition?: number } = {}): Promise<Source[]> {
  if (at.edition === undefined) return listRecords(db, 'source', '')
  const rows = await recordsAtEdition(db, '', at.edition)
  return rows.flatMap(({ kind, data }) => (kind === 'source' ? [as<'source'>(data)] : []))
}

/** Puts rows of one dossier, in order, into the form that lib/model validates; null without the dossier itself. */
export function assembleDossier(rows: { kind: RecordKind; data: unknown }[]): DossierRecords | null {
  const of = <K extends RecordKind>(kind: K) => rows.filter((row) => row.kind === kind).map((row) => as<K>(row.data))
  const [dossier] = of('dossier')
  if (!dossier) return null
  return { dossier, rules: of('rule'), changes: of('change'), actors: of('actor'), reports: of('report') }
}

/** Stored data has passed its schema before it was stored; `verify` checks that it still does. */
export const as = <K extends RecordKind>(data: unknown): RecordOf[K] => data as RecordOf[K]

const hasKey = (key: RecordKey) =>
  and(eq(records.kind, key.kind), eq(records.dossier, key.dossier), eq(records.id, key.id))
