import { asc, eq } from 'drizzle-orm'
import type { Db } from '@/db/dialect'
import { comments } from '@/db/schema'
import type { RecordKind } from '@/lib/model'

/** What was said of a draft, at one of its fields or of the whole. */
export interface DraftComment {
  id: string
  draftId: string
  kind: RecordKind
  dossier: string
  recordId: string
  /** Path of the field (`effects.0.quote`); '' : the whole draft. */
  field: string
  text: string
  by: string
  at: string
  resolvedBy: string | null
  resolvedAt: string | null
}

/** All comments on a draft, oldest first, those that are resolved too; they stay when the draft is gone. */
export async function listComments(db: Db, draftId: string): Promise<DraftComment[]> {
  return db.select().from(comments).where(eq(comments.draftId, draftId)).orderBy(asc(comments.at), asc(comments.id))
}
