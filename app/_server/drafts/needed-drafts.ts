import 'server-only'
import type { Db } from '@/db/client'
import { keyText, recordKey } from '@/db/key'
import { type Draft, type DraftEntry, findDraft, type OpenDraft } from '@/db/queries/draft'
import { askableIds, type Dossier, type IdMention, mostBytes, recordsMentioning, type Text } from '@/lib/model'
import { findDossier, openSite } from '../site'

/** Most drafts that are looked at together. */
export const mostTogether = 200

/** A draft that is looked at together with others. */
export interface DraftAlong {
  entry: OpenDraft
  /** What the draft that needs it is called; absent when it was asked for. */
  needer?: Text
}

/**
 * The drafts with those of new records that they name, and those of records that name what they take away, and what these need in
 * turn: another id, given to a record or a value, goes along with whatever calls it so.
 */
export async function withNeeded(db: Db, asked: OpenDraft[], open: OpenDraft[]): Promise<DraftAlong[]> {
  const entries: DraftAlong[] = asked.map((entry) => ({ entry }))
  for (let at = 0; at < entries.length && entries.length < mostTogether; at++) {
    const { entry } = entries[at] as DraftAlong
    if (entry.bytes > mostBytes(entry.kind)) continue
    const draft = await findDraft(db, entry.id)
    if (!draft) continue
    const listed = entries.map((one) => one.entry)
    const needed = neededBy(draft, open, listed)
    const bound = await boundTo(draft, open, [...listed, ...needed])
    for (const one of [...needed, ...bound]) entries.push({ entry: one, needer: entry.titles })
  }
  return entries
}

/**
 * Drafts of new records that a draft names and cannot be published without, that of a new dossier around it among them, in the order in which they stand; of several of one
 * record the author's own. `listed` go along already.
 */
export function neededBy<Entry extends DraftEntry>(
  { author, kind, dossier, recordId, data }: Pick<Draft, 'author' | 'kind' | 'dossier' | 'recordId' | 'data'>,
  open: readonly Entry[],
  listed: readonly DraftEntry[],
): Entry[] {
  const named = idsIn(data)
  const found = new Map<string, Entry>()
  for (const entry of open) {
    const isItsDossier = entry.kind === 'dossier' && entry.dossier === dossier
    if (entry.baseRevision !== null || !(isItsDossier || named.has(entry.recordId))) continue
    if (entry.kind === kind && entry.recordId === recordId) continue
    if (entry.dossier !== dossier && entry.dossier !== '') continue
    const isThere = ({ kind, dossier: of, recordId: id }: DraftEntry) =>
      kind === entry.kind && of === entry.dossier && id === entry.recordId
    if (listed.some(isThere)) continue
    const key = `${entry.kind} ${entry.recordId}`
    if (!found.has(key) || entry.author === author) found.set(key, entry)
  }
  return [...found.values()]
}

/** Open drafts of public records that name what a draft takes away, and of those whose id it takes over; the author's own first. */
async function boundTo(draft: Draft, open: readonly OpenDraft[], listed: readonly DraftEntry[]): Promise<OpenDraft[]> {
  const wanted = new Set(await boundKeys(draft))
  if (wanted.size === 0) return []
  const textOf = ({ kind, dossier, recordId }: DraftEntry) => keyText({ kind, dossier, id: recordId })
  const there = new Set(listed.map(textOf))
  const found = new Map<string, OpenDraft>()
  for (const entry of open) {
    const key = textOf(entry)
    if (!wanted.has(key) || there.has(key)) continue
    if (!found.has(key) || entry.author === draft.author) found.set(key, entry)
  }
  return [...found.values()]
}

async function boundKeys({ kind, dossier, recordId, data }: Draft): Promise<string[]> {
  const { formerly } = Object(data) as { formerly?: unknown }
  const taken = Array.isArray(formerly) ? formerly.map((id) => keyText(recordKey(kind, dossier, String(id)))) : []
  const gone: IdMention[] = []
  if (kind !== 'dossier' && kind !== 'site' && data === null) gone.push({ kind, id: recordId })
  if (kind === 'dossier' && data !== null) {
    const published = (await findDossier(dossier))?.dossier
    if (published) gone.push(...takenAway(published, data))
  }
  if (gone.length === 0) return taken
  const places = kind === 'source' ? (await openSite()).dossiers.map(({ id }) => id) : [dossier]
  const named: string[] = []
  for (const place of places) {
    const records = (await findDossier(place))?.compiled.records
    for (const what of records ? gone : [])
      for (const one of records ? recordsMentioning(records, what) : [])
        named.push(keyText(recordKey(one.kind, place, one.id)))
  }
  return [...taken, ...named.filter((key) => key !== keyText(recordKey(kind, dossier, recordId)))]
}

/** What stands in a dossier that is public, and not in a draft of it. */
function takenAway(published: Dossier, data: unknown): IdMention[] {
  const { dimensions } = Object(data) as { dimensions?: unknown }
  const left = Array.isArray(dimensions) ? dimensions : []
  return published.dimensions.flatMap((dimension): IdMention[] => {
    const own = left.find((one) => Object(one).id === dimension.id)
    if (own === undefined) return [{ kind: 'dimension', id: dimension.id }]
    return askableIds(dimension).flatMap((id) =>
      standsIn(own, id) ? [] : [{ kind: 'value' as const, dimension: dimension.id, id }],
    )
  })
}

/** Whether a value, group or member of that id stands in a dimension of a draft. */
function standsIn(dimension: unknown, id: string): boolean {
  const { values, groups, members } = Object(dimension) as Record<'values' | 'groups' | 'members', unknown>
  const isIt = (one: unknown): boolean => one === id || Object(one).id === id || inTree(Object(one).values)
  const inTree = (list: unknown): boolean => Array.isArray(list) && list.some(isIt)
  const inList = (list: unknown): boolean =>
    Array.isArray(list) && list.some((one) => one === id || Object(one).id === id)
  return inTree(values) || inList(groups) || inList(members)
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
