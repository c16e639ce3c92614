import 'server-only'
import type { Db } from '@/db/client'
import { type Draft, type DraftEntry, findDraft, type OpenDraft } from '@/db/queries/draft'
import { mostBytes } from '@/lib/model'

/** Most drafts that are looked at together. */
export const mostTogether = 200

/** A draft that is looked at together with others. */
export interface DraftAlong {
  entry: OpenDraft
  /** Title of the draft that needs it; absent when it was asked for. */
  needer?: string
}

/** The drafts with those of new records that they name, and what these name in turn. */
export async function withNeeded(db: Db, asked: OpenDraft[], open: OpenDraft[]): Promise<DraftAlong[]> {
  const entries: DraftAlong[] = asked.map((entry) => ({ entry }))
  for (let at = 0; at < entries.length && entries.length < mostTogether; at++) {
    const { entry } = entries[at] as DraftAlong
    if (entry.bytes > mostBytes(entry.kind)) continue
    const draft = await findDraft(db, entry.id)
    if (!draft) continue
    const listed = entries.map((one) => one.entry)
    for (const needed of neededBy(draft, open, listed)) entries.push({ entry: needed, needer: entry.title })
  }
  return entries
}

/**
 * Drafts of new records that a draft names and cannot be published without, in the order in which they stand; of several of one
 * record the author's own. `listed` go along already.
 */
export function neededBy<Entry extends DraftEntry>(
  { author, dossier, recordId, data }: Pick<Draft, 'author' | 'dossier' | 'recordId' | 'data'>,
  open: readonly Entry[],
  listed: readonly DraftEntry[],
): Entry[] {
  const named = idsIn(data)
  const found = new Map<string, Entry>()
  for (const entry of open) {
    if (entry.baseRevision !== null || !named.has(entry.recordId) || entry.recordId === recordId) continue
    if (entry.dossier !== dossier && entry.dossier !== '') continue
    const isThere = ({ kind, dossier: of, recordId: id }: DraftEntry) =>
      kind === entry.kind && of === entry.dossier && id === entry.recordId
    if (listed.some(isThere)) continue
    const key = `${entry.kind} ${entry.recordId}`
    if (!found.has(key) || entry.author === author) found.set(key, entry)
  }
  return [...found.values()]
}

/** Every text in a record that could be the id of another. */
function idsIn(data: unknown): Set<string> {
  const ids = new Set<string>()
  const open: unknown[] = [data]
  while (open.length > 0) {
    const at = open.pop()
    if (typeof at === 'string') ids.add(at)
    else if (typeof at === 'object' && at !== null) for (const inner of Object.values(at)) open.push(inner)
  }
  return ids
}
