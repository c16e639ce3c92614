import { eq, inArray, or } from 'drizzle-orm'
import type { Db } from '@/db/dialect'
import { records } from '@/db/schema'
import type { ContentTree } from '@/lib/content'
import { type AnyRecord, isSameRecord } from '@/lib/model'
import { keyText, type RecordKey, recordKey } from '../../key'

/** A record of a content tree. */
export interface ListedRecord {
  key: RecordKey
  data: AnyRecord
  /** Place in its file; a dossier stands in no file with others. */
  ord: number | undefined
}

/** All records of a content tree, in the order of its files. */
export function listContent({ site, sources, dossiers }: ContentTree): ListedRecord[] {
  const list = (kind: RecordKey['kind'], dossier: string, all: readonly AnyRecord[]): ListedRecord[] =>
    all.map((data, ord) => ({ key: recordKey(kind, dossier, data.id), data, ord }))
  return [
    ...list('site', '', site ? [site] : []),
    ...list('source', '', sources),
    ...dossiers.flatMap(({ dossier, rules, changes, actors, reports }) => [
      { key: recordKey('dossier', dossier.id, dossier.id), data: dossier, ord: undefined },
      ...list('actor', dossier.id, actors),
      ...list('rule', dossier.id, rules),
      ...list('change', dossier.id, changes),
      ...list('report', dossier.id, reports),
    ]),
  ]
}

/** What is public of the dossiers of a tree, and of the publishers and the site: rows by the text of their keys. */
export async function publishedOf(db: Db, { dossiers }: ContentTree) {
  const ids = dossiers.map(({ dossier }) => dossier.id)
  const rows = await db
    .select()
    .from(records)
    .where(or(eq(records.dossier, ''), ids.length > 0 ? inArray(records.dossier, ids) : undefined))
  return new Map(rows.map((row) => [keyText(row), row]))
}

/** A record that an import would bring: `before` null where it is new. */
export interface ImportedRecord {
  key: RecordKey
  before: AnyRecord | null
  after: AnyRecord
}

/** What an import of a tree would change, in the order of its files. */
export interface ImportPreview {
  changes: ImportedRecord[]
  /** How many records say the same as what is public. */
  same: number
}

/** Compares a tree with what is public, record by record. What is in no file stays as it is, and is not told. */
export async function previewImport(db: Db, content: ContentTree): Promise<ImportPreview> {
  const published = await publishedOf(db, content)
  const changes: ImportedRecord[] = []
  let same = 0
  for (const { key, data } of listContent(content)) {
    const before = (published.get(keyText(key))?.data ?? null) as AnyRecord | null
    if (before && isSameRecord(before, data)) same++
    else changes.push({ key, before, after: data })
  }
  return { changes, same }
}
