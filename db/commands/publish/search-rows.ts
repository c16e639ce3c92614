import { and, eq, inArray } from 'drizzle-orm'
import { search, type Tx } from '@/db/dialect'
import {
  type AnyRecord,
  type DossierRecords,
  type RecordKind,
  type Report,
  type Source,
  standingReports,
} from '@/lib/model'
import { namesIn, searchedKinds } from '@/lib/search/fields'
import { keyText, type RecordKey, recordKey } from '../../key'
import { atEdition, open } from '../../queries/at-edition'
import { inChunks } from './chunks'
import { type SearchIn, searchText } from './search-text'
import type { Turn } from './turn'

interface Turned {
  /** Keys of what the edition changed, by `keyText`. */
  changed: ReadonlySet<string>
  /** What is no longer public. */
  gone: readonly RecordKey[]
  /** Dossiers whose reports are on other days now. */
  moved: readonly DossierRecords[]
}

/** Ends the search texts of what an edition changed, and begins new ones: of what names something that changed as well. */
export async function writeSearch(tx: Tx, turn: Turn, { changed, gone, moved }: Turned): Promise<void> {
  const { edition, revisions } = turn
  await endSearch(tx, gone, edition)
  for (const place of searchedPlaces(turn.dossiers, turn.sources)) {
    const rows = place.records.filter(
      ({ key, record }) =>
        changed.has(keyText(key)) ||
        namesChanged(key, record, changed) ||
        (key.kind === 'report' && moved.some(({ dossier }) => dossier.id === key.dossier)),
    )
    await endSearch(
      tx,
      rows.map(({ key }) => key),
      edition,
    )
    for (const chunk of inChunks(rows))
      await tx.insert(search).values(
        chunk.map(({ key, record }) => ({
          ...key,
          edition,
          until: open,
          revision: revisions.get(keyText(key)) ?? 1,
          ...searchText(key.kind, record, place),
        })),
      )
  }
}

/** Rules are searched by the names of their values, reports by those of publishers, changes and actors. */
function namesChanged({ kind, dossier }: RecordKey, record: AnyRecord, changed: ReadonlySet<string>): boolean {
  const has = (named: RecordKind, id: string) => changed.has(keyText(recordKey(named, dossier, id)))
  if (kind === 'rule') return has('dossier', dossier)
  if (kind !== 'report') return false
  const { source, effects, positions, expectations } = record as Report
  return (
    has('source', source) ||
    [...effects, ...positions, ...expectations].some(({ change }) => has('change', change)) ||
    positions.some(({ actor }) => has('actor', actor))
  )
}

/** Everything that can be searched, by where it stands. */
export const searchedPlaces = (
  dossiers: readonly DossierRecords[],
  sources: readonly Source[],
): (SearchIn & { records: { key: RecordKey; record: AnyRecord }[] })[] => [
  ...dossiers.map((records) => ({
    names: namesIn(records, sources),
    dossier: records.dossier,
    records: searchedRecords(records),
  })),
  {
    names: null,
    dossier: null,
    records: sources.map((record) => ({ key: recordKey('source', '', record.id), record })),
  },
]

function searchedRecords({ dossier, rules, changes, actors, reports }: DossierRecords) {
  const of: Record<RecordKind, readonly AnyRecord[]> = {
    dossier: [dossier],
    rule: rules,
    change: changes,
    actor: actors,
    report: standingReports(reports),
    source: [],
  }
  return searchedKinds.flatMap((kind) =>
    of[kind].map((record) => ({ key: recordKey(kind, dossier.id, record.id), record })),
  )
}

async function endSearch(tx: Tx, keys: readonly RecordKey[], edition: number): Promise<void> {
  const groups = new Map<string, RecordKey[]>()
  for (const key of keys) {
    const name = `${key.kind} ${key.dossier}`
    const group = groups.get(name)
    if (group) group.push(key)
    else groups.set(name, [key])
  }
  for (const group of groups.values())
    for (const chunk of inChunks(group)) {
      const [first] = chunk
      if (!first) continue
      const ids = chunk.map(({ id }) => id)
      const these = and(eq(search.kind, first.kind), eq(search.dossier, first.dossier), inArray(search.id, ids))
      await tx
        .update(search)
        .set({ until: edition })
        .where(and(these, atEdition(search)))
    }
}
