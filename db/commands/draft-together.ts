import type { Tx } from '@/db/dialect'
import { isSameRecord } from '@/lib/model'
import type { RecordKey } from '../key'
import { writeAudit } from './audit'
import { saveDraft } from './draft'
import { DraftsInTheWayError } from './errors'

/** What is to become of one record among several that are changed for one reason. */
export interface TogetherStep {
  key: RecordKey
  /** null: it is removed. */
  data: unknown
  /** What becomes of the text of one's own draft of it; undefined, or left out: such a draft is in the way. */
  ofDraft?: ((data: unknown) => unknown) | undefined
}

/**
 * Makes a draft of each record, all in one write; what one's own drafts of them say stays, with the same change made in it. Returns the ids of
 * the drafts in the order given. Nothing is public before they are published. Throws `DraftsInTheWayError`, and then nothing is made.
 */
export async function draftTogether(
  tx: Tx,
  { steps, by, at, note }: { steps: readonly TogetherStep[]; by: string; at: string; note: string },
): Promise<string[]> {
  const drafts: string[] = []
  const inTheWay: RecordKey[] = []
  for (const { key, data, ofDraft } of steps) {
    const saved = await saveDraft(tx, { key, data, author: by, at, note, isOneOfMany: true })
    if (saved.ok) {
      drafts.push(saved.draft.id)
      continue
    }
    const { id, version, data: own } = saved.conflict
    const text = isSameRecord(own, data) ? own : ofDraft?.(own)
    if (text === undefined) inTheWay.push(key)
    else if (!isSameRecord(own, text)) await saveDraft(tx, { id, key, data: text, author: by, at, version, note })
    drafts.push(id)
  }
  if (inTheWay.length > 0) throw new DraftsInTheWayError(inTheWay)
  await writeAudit(tx, { at, by, action: 'draft.together', subject: note, detail: { drafts } })
  return drafts
}
