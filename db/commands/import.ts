import { eq, inArray, or } from 'drizzle-orm'
import type { Tx } from '@/db/dialect'
import { records } from '@/db/schema'
import type { ContentTree } from '@/lib/content'
import type { AnyRecord } from '@/lib/model'
import { type Conflict, PublishRefusedError } from '../errors'
import { keyText, type RecordKey, recordKey } from '../key'
import { saveDraft } from './draft'
import { type Done, lockHead, publishRecords } from './publish'

/**
 * Publishes a content tree as one edition: the files win over what is public, records that are in no file stay as they are.
 * Importing the same tree again changes nothing. Throws `PublishRefusedError`.
 */
export async function importContent(
  tx: Tx,
  { content, by, at, reason }: { content: ContentTree; by: string; at: string; reason: string },
): Promise<Done> {
  await lockHead(tx)
  const listed = listContent(content)
  const published = await publishedOf(tx, content)
  const asked = listed.map(({ key, data, ord }) => {
    return { key, data, ord, baseRevision: published.get(keyText(key))?.revision ?? null }
  })
  return publishRecords(tx, { records: asked, by, at, reason })
}

/**
 * Makes a draft of every record that differs from what is public; returns how many. A draft of the author's that says
 * something else is never overwritten. Throws `PublishRefusedError` that lists them.
 */
export async function importDrafts(
  tx: Tx,
  { content, author, at, note = null }: { content: ContentTree; author: string; at: string; note?: string | null },
): Promise<number> {
  const published = await publishedOf(tx, content)
  const conflicts: Conflict[] = []
  let made = 0
  for (const { key, data } of listContent(content)) {
    const row = published.get(keyText(key))
    if (row && JSON.stringify(row.data) === JSON.stringify(data)) continue
    const saved = await saveDraft(tx, { key, data, author, at, note })
    if (saved.ok) made++
    else if (JSON.stringify(saved.conflict.data) !== JSON.stringify(data)) {
      const { id: draft, baseRevision: base, data: theirs } = saved.conflict
      conflicts.push({ key, draft, base, current: row?.revision ?? null, yours: data, theirs })
    }
  }
  if (conflicts.length > 0) throw new PublishRefusedError({ conflicts })
  return made
}

interface Listed {
  key: RecordKey
  data: AnyRecord
  /** Place in its file; a dossier stands in no file with others. */
  ord: number | undefined
}

function listContent({ sources, dossiers }: ContentTree): Listed[] {
  const list = (kind: RecordKey['kind'], dossier: string, all: readonly AnyRecord[]): Listed[] =>
    all.map((data, ord) => ({ key: recordKey(kind, dossier, data.id), data, ord }))
  return [
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

async function publishedOf(tx: Tx, { dossiers }: ContentTree) {
  const ids = dossiers.map(({ dossier }) => dossier.id)
  const rows = await tx
    .select()
    .from(records)
    .where(or(eq(records.dossier, ''), ids.length > 0 ? inArray(records.dossier, ids) : undefined))
  return new Map(rows.map((row) => [keyText(row), row]))
}
