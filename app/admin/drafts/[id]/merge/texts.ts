import 'server-only'
import { database } from '@/db/client'
import { recordKey } from '@/db/key'
import { type Draft, findDraft } from '@/db/queries/draft'
import { findRecord } from '@/db/queries/record'
import { findRevision } from '@/db/queries/revision'

/** A draft of one's own, the text it is merged with, and the text that both came from. */
export interface MergedTexts {
  draft: Draft
  base: unknown
  theirs: unknown
  /** The other draft; null: what is published. */
  from: Draft | null
  /** The revision that is public now; null: none is. */
  published: number | null
}

/** Reads what a draft is merged with: another draft of its record, or without one what is published. Null where one is gone. */
export async function readTexts(id: string, from: string): Promise<MergedTexts | null> {
  const { db } = await database()
  const draft = await findDraft(db, id)
  if (!draft) return null
  const key = recordKey(draft.kind, draft.dossier, draft.recordId)
  const [base, published, other] = await Promise.all([
    draft.baseRevision === null ? null : findRevision(db, key, draft.baseRevision),
    findRecord(db, key),
    from === '' ? null : findDraft(db, from),
  ])
  // A removal has no parts to choose from.
  if (draft.data === null) return null
  const isSame = (one: Draft) =>
    one.id !== id && one.kind === draft.kind && one.dossier === draft.dossier && one.recordId === draft.recordId
  if (from !== '' && !(other && isSame(other))) return null
  return {
    draft,
    base: base?.data ?? null,
    theirs: other ? other.data : (published?.record ?? null),
    from: other,
    published: published?.revision ?? null,
  }
}
