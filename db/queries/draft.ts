import { and, asc, desc, eq } from 'drizzle-orm'
import type { Db } from '@/db/dialect'
import { drafts } from '@/db/schema'
import type { RecordKind } from '@/lib/model'
import type { RecordKey } from '../key'

/** A working copy of one record by one author; data null: the record is to be removed. */
export interface Draft {
  id: string
  kind: RecordKind
  dossier: string
  recordId: string
  author: string
  baseRevision: number | null
  data: unknown
  version: number
  note: string | null
  createdAt: string
  updatedAt: string
}

/** Drafts, those touched last first; `author` is a user's id. */
export async function listDrafts(db: Db, { author }: { author?: string } = {}): Promise<Draft[]> {
  return db
    .select()
    .from(drafts)
    .where(author === undefined ? undefined : eq(drafts.author, author))
    .orderBy(desc(drafts.updatedAt), asc(drafts.id))
}

export async function findDraft(db: Db, id: string): Promise<Draft | null> {
  const [found] = await db.select().from(drafts).where(eq(drafts.id, id))
  return found ?? null
}

/** Everyone's drafts of one record, oldest first. */
export async function draftsOfRecord(db: Db, key: RecordKey): Promise<Draft[]> {
  return db
    .select()
    .from(drafts)
    .where(and(eq(drafts.kind, key.kind), eq(drafts.dossier, key.dossier), eq(drafts.recordId, key.id)))
    .orderBy(asc(drafts.createdAt), asc(drafts.id))
}
