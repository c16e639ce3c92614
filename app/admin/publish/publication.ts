import 'server-only'
import { checkDrafts } from '@/app/_server/draft-check'
import { database } from '@/db/client'
import { recordKey } from '@/db/key'
import { type Draft, type DraftEntry, findDraft, findDraftEntry } from '@/db/queries/draft'
import { findRecord, type Published } from '@/db/queries/record'
import { fitsForm } from '@/lib/forms/report'
import { mostBytes, type RecordKind } from '@/lib/model'

const mostDrafts = 200

/** A draft beside what is public of its record; null where nothing is. */
export interface Pair {
  draft: Draft
  published: Published<RecordKind> | null
}

/** What a publication of drafts would do. */
export interface Publication {
  pairs: Pair[]
  /** Those that are too large to be published: of them only what lists tell. */
  large: DraftEntry[]
  /** Those whose record was published again since they began. */
  stale: Pair[]
  /** What each dossier that they touch says of them. */
  checks: Awaited<ReturnType<typeof checkDrafts>>[]
}

/** Reads the drafts asked for and checks them together; those that are gone are left out. */
export async function readPublication(ids: string[]): Promise<Publication> {
  const { drafts, large } = await draftsOf(ids)
  const pairs = await Promise.all(drafts.map(async (draft) => ({ draft, published: await publishedOf(draft) })))
  const stale = pairs.filter(({ draft, published }) => (published?.revision ?? null) !== draft.baseRevision)
  const dossiers = [...new Set(drafts.map(({ dossier }) => dossier).filter((id) => id !== ''))]
  const checks = await Promise.all(
    (dossiers.length > 0 ? dossiers : ['']).map((id) =>
      checkDrafts(
        id,
        drafts.filter(({ dossier }) => dossier === id || dossier === ''),
      ),
    ),
  )
  return { pairs, large, stale, checks }
}

async function draftsOf(ids: string[]): Promise<{ drafts: Draft[]; large: DraftEntry[] }> {
  const { db } = await database()
  const found = await Promise.all([...new Set(ids)].slice(0, mostDrafts).map((id) => findDraftEntry(db, id)))
  const entries = found.flatMap((entry) => entry ?? [])
  const large = entries.filter(({ bytes, kind }) => bytes > mostBytes(kind))
  const read = await Promise.all(entries.filter((entry) => !large.includes(entry)).map(({ id }) => findDraft(db, id)))
  const drafts = read.flatMap((draft) => draft ?? [])
  const isHeld = ({ kind, data }: Draft) => kind !== 'report' || fitsForm(data)
  return { drafts: drafts.filter(isHeld), large: [...large, ...drafts.filter((draft) => !isHeld(draft))] }
}

async function publishedOf({ kind, dossier, recordId }: Draft): Promise<Published<RecordKind> | null> {
  const { db } = await database()
  return findRecord(db, recordKey(kind, dossier, recordId))
}

/** The address at which these drafts are published. */
export const addressOf = (drafts: readonly Draft[]): string =>
  `/admin/publish?${drafts.map(({ id }) => `draft=${id}`).join('&')}`
