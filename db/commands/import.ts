import type { Tx } from '@/db/dialect'
import { keyText, type RecordKey } from '@/db/key'
import { listContent, publishedOf } from '@/db/queries/porting/differences'
import type { ContentTree } from '@/lib/content'
import { isSameRecord } from '@/lib/model'
import { writeAudit } from './audit'
import { saveDraft } from './draft'
import { discardDraft } from './draft-discard'
import { DraftsInTheWayError } from './errors'
import { lockHead, type MadeEdition, publishRecords } from './publish/publish'

/**
 * Publishes a content tree as one edition: the files win over what is public, records that are in no file stay as they are.
 * Importing the same tree again changes nothing. `isFirst`: where no edition is, one is made even of nothing. `keepsOrder`: what is public
 * already keeps its place in lists, and what is new comes after it. Throws `PublishRefusedError`.
 */
export async function importContent(
  tx: Tx,
  {
    content,
    by,
    at,
    reason,
    isFirst = false,
    keepsOrder = false,
  }: { content: ContentTree; by: string; at: string; reason: string; isFirst?: boolean; keepsOrder?: boolean },
): Promise<MadeEdition> {
  await lockHead(tx)
  const listed = listContent(content)
  const published = await publishedOf(tx, content)
  const asked = listed.map(({ key, data, ord }) => {
    const baseRevision = published.get(keyText(key))?.revision ?? null
    return { key, data, ord: keepsOrder ? undefined : ord, baseRevision }
  })
  return publishRecords(tx, { records: asked, by, at, reason, isFirst })
}

/** How many drafts an import has made, and how many of them stand in the place of another one. */
export interface ImportedDrafts {
  made: number
  replaced: number
}

/**
 * Makes a draft of every record that differs from what is public. A draft of the author's that says something else is in the
 * way: with `replace` it is discarded, and can be restored; without, nothing is made. Throws `DraftsInTheWayError`, which
 * lists them all, and `DraftTooLargeError`.
 */
export async function importDrafts(
  tx: Tx,
  {
    content,
    author,
    at,
    note = null,
    replace = false,
  }: { content: ContentTree; author: string; at: string; note?: string | null; replace?: boolean },
): Promise<ImportedDrafts> {
  const published = await publishedOf(tx, content)
  const inTheWay: RecordKey[] = []
  const count = { made: 0, replaced: 0 }
  for (const { key, data } of listContent(content)) {
    const row = published.get(keyText(key))
    if (row && isSameRecord(row.data, data)) continue
    const draft = { key, data, author, at, note, isOneOfMany: true }
    const saved = await saveDraft(tx, draft)
    if (saved.ok) count.made++
    else if (isSameRecord(saved.conflict.data, data)) continue
    else if (replace) {
      await discardDraft(tx, { id: saved.conflict.id, by: author, at })
      await saveDraft(tx, draft)
      count.made++
      count.replaced++
    } else inTheWay.push(key)
  }
  if (inTheWay.length > 0) throw new DraftsInTheWayError(inTheWay)
  if (count.made > 0)
    await writeAudit(tx, { at, by: author, action: 'draft.import', subject: author, detail: { ...count, note } })
  return count
}
