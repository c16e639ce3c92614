import { and, asc, desc, eq, gt, or, sql } from 'drizzle-orm'
import type { Db } from '@/db/dialect'
import { type DraftState, discardedDrafts, drafts } from '@/db/schema'
import { type RecordKind, readTitles, say, type Text, usualLocale } from '@/lib/model'
import type { RecordKey } from '../key'

/** What lists tell of a working copy; none of them reads its text, which may be large. */
export interface DraftEntry {
  id: string
  kind: RecordKind
  dossier: string
  recordId: string
  author: string
  baseRevision: number | null
  version: number
  note: string | null
  createdAt: string
  updatedAt: string
  /** Its headline, title or name so far, else the id of its record. */
  title: string
  /** The same in every language in which it has a title. */
  titles: Text
  /** Length of its text as it is stored. */
  bytes: number
  /** It may not be published before this instant. */
  embargo: string | null
  /** Who has last changed its text; null: its author. */
  savedBy: string | null
}

/** Where a draft stands, beside what lists tell of it and of one that was discarded. */
export interface DraftProgress {
  state: DraftState
  /** Who brought it there, and when. */
  stateBy: string | null
  stateAt: string | null
}

/** What lists tell of a draft that is open. */
export interface OpenDraft extends DraftEntry, DraftProgress {}

/** A working copy of one record by one author; data null: the record is to be removed. */
export interface Draft extends OpenDraft {
  data: unknown
}

/** Drafts, those touched last first; `author` is a user's id. */
export async function listDrafts(db: Db, { author }: { author?: string } = {}): Promise<OpenDraft[]> {
  const found = await db
    .select(entry)
    .from(drafts)
    .where(author === undefined ? undefined : eq(drafts.author, author))
    .orderBy(desc(drafts.updatedAt), asc(drafts.id))
  return found.map(titled)
}

/** One draft with its text, however large; null when there is none of that id. */
export async function findDraft(db: Db, id: string): Promise<Draft | null> {
  const [found] = await db.select(whole).from(drafts).where(eq(drafts.id, id))
  return found ? titled(found) : null
}

/** What lists tell of one draft, however large it is; null when there is none of that id. */
export async function findDraftEntry(db: Db, id: string): Promise<OpenDraft | null> {
  const [found] = await db.select(entry).from(drafts).where(eq(drafts.id, id))
  return found ? titled(found) : null
}

/** The beginning of a draft's text as it is stored (JSON), so many characters of it; '' when there is none of that id. */
export async function readDraftStart(db: Db, { id, length }: { id: string; length: number }): Promise<string> {
  const [found] = await db
    .select({ start: sql<string | null>`substr(${drafts.data}, 1, ${length})` })
    .from(drafts)
    .where(eq(drafts.id, id))
  return found?.start ?? ''
}

/** The draft that the author's request of this key has made, or has saved last; null when that request came to nothing yet. */
export async function draftOfAttempt(
  db: Db,
  { author, attempt }: { author: string; attempt: string },
): Promise<OpenDraft | null> {
  const [found] = await db
    .select(entry)
    .from(drafts)
    .where(and(eq(drafts.author, author), or(eq(drafts.firstAttempt, attempt), eq(drafts.lastAttempt, attempt))))
  return found ? titled(found) : null
}

/** Everyone's drafts of one record, oldest first. */
export async function draftsOfRecord(db: Db, key: RecordKey): Promise<OpenDraft[]> {
  const found = await db
    .select(entry)
    .from(drafts)
    .where(and(eq(drafts.kind, key.kind), eq(drafts.dossier, key.dossier), eq(drafts.recordId, key.id)))
    .orderBy(asc(drafts.createdAt), asc(drafts.id))
  return found.map(titled)
}

/** A draft that was discarded and can be restored; by whom and when. */
export interface DiscardedEntry extends DraftEntry {
  discardedBy: string
  discardedAt: string
}

/** Discarded drafts that can be restored at the instant `at`, those discarded last first; `author` is a user's id. */
export async function listDiscarded(
  db: Db,
  { author, at }: { author?: string | undefined; at: string },
): Promise<DiscardedEntry[]> {
  const found = await db
    .select(discarded)
    .from(discardedDrafts)
    .where(
      and(
        gt(discardedDrafts.discardedAt, restorableSince(at)),
        author === undefined ? undefined : eq(discardedDrafts.author, author),
      ),
    )
    .orderBy(desc(discardedDrafts.discardedAt), asc(discardedDrafts.id))
  return found.map(titled)
}

/** One discarded draft with its text, by the id it had; null when there is none that can be restored at `at`. */
export async function findDiscarded(
  db: Db,
  { id, at }: { id: string; at: string },
): Promise<(DiscardedEntry & { data: unknown }) | null> {
  const [found] = await db
    .select({ ...discarded, data: discardedDrafts.data })
    .from(discardedDrafts)
    .where(and(eq(discardedDrafts.id, id), gt(discardedDrafts.discardedAt, restorableSince(at))))
  return found ? titled(found) : null
}

const daysKept = 30

/** What was discarded by this instant is past restoring at the instant given. */
export const restorableSince = (at: string): string =>
  new Date(Date.parse(at) - daysKept * 24 * 60 * 60 * 1000).toISOString()

const columns = (from: typeof drafts | typeof discardedDrafts) => ({
  id: from.id,
  kind: from.kind,
  dossier: from.dossier,
  recordId: from.recordId,
  author: from.author,
  baseRevision: from.baseRevision,
  version: from.version,
  note: from.note,
  createdAt: from.createdAt,
  updatedAt: from.updatedAt,
  title: from.title,
  bytes: from.bytes,
  embargo: from.embargo,
  savedBy: from.savedBy,
})
const entry = {
  ...columns(drafts),
  state: drafts.state,
  stateBy: drafts.stateBy,
  stateAt: drafts.stateAt,
}
const whole = { ...entry, data: drafts.data }
const discarded = {
  ...columns(discardedDrafts),
  discardedBy: discardedDrafts.discardedBy,
  discardedAt: discardedDrafts.discardedAt,
}

/** A row of drafts as lists tell of it: what it is called is read from how it is kept. */
export function titled<Row extends { title: string; recordId: string }>(row: Row): Row & { titles: Text } {
  const titles = readTitles(row.title || row.recordId)
  return { ...row, titles, title: say(titles, usualLocale).text || row.recordId }
}
