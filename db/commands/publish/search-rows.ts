import { and, eq, inArray } from 'drizzle-orm'
import { search, type Tx } from '@/db/dialect'
import {
  type AnyRecord,
  type DossierRecords,
  type Report,
  reportsNamed,
  type Source,
  standingReports,
} from '@/lib/model'
import { namesIn, type SearchedKind, searchedKinds } from '@/lib/search/fields'
import { inChunks } from '../../chunks'
import { keyText, type RecordKey } from '../../key'
import { atEdition, open } from '../../queries/at-edition'
import { broughtBy, type Changed, revisionsOf } from './changed'
import { insertRows } from './insert-rows'
import { type SearchIn, searchText } from './search-text'
import type { Turn } from './turn'

interface Turned {
  changed: Changed
  /** What is no longer public. */
  gone: readonly RecordKey[]
  /** Dossiers whose reports are on other days now. */
  moved: readonly DossierRecords[]
}

/** Ends the search texts of what an edition changed, and begins new ones: of what names something that changed as well. */
export async function writeSearch(tx: Tx, turn: Turn, { changed, gone, moved }: Turned): Promise<void> {
  const { edition } = turn
  const brought = broughtBy(turn)
  await endSearch(tx, gone, edition)
  for (const place of searchedPlaces(turn.dossiers, turn.sources))
    for (const { kind, dossier, records } of place.shelves) {
      const hasMoved = kind === 'report' && moved.some((one) => one.dossier.id === dossier)
      const rows = hasMoved ? records : concerned({ kind, dossier, records }, changed)
      const ids = rows.map(({ id }) => id)
      await endSearch(
        tx,
        ids.map((id) => ({ kind, dossier, id })).filter((key) => !brought.has(keyText(key))),
        edition,
      )
      const revisions = await revisionsOf(tx, turn, { kind, dossier, ids })
      for (const chunk of inChunks(rows))
        await insertRows(
          tx,
          search,
          chunk.map((record) => ({
            ...{ kind, dossier, id: record.id, edition },
            until: open,
            revision: revisions.get(record.id) ?? 1,
            ...searchText(kind, record, place),
          })),
        )
    }
}

/**
 * The records of a shelf that have another search text now: those that changed, rules by the names of their values, reports by those of publishers,
 * changes and actors.
 */
function concerned({ kind, dossier, records }: SearchedShelf, changed: Changed): readonly AnyRecord[] {
  const own = changed.of(kind, dossier)
  if (kind === 'rule' && changed.of('dossier', dossier).size > 0) return records
  if (kind !== 'report') return own.size === 0 ? [] : records.filter(({ id }) => own.has(id))
  const reports = records as readonly Report[]
  const [sources, changes, actors] = (['source', 'change', 'actor'] as const).map((one) => changed.of(one, dossier))
  const isNamed = [sources, changes, actors].some((ids) => ids && ids.size > 0)
  if (!isNamed) return reportsNamed(reports, own)
  return reports.filter(({ id, source, effects, positions, expectations }) => {
    const isOf = ({ change }: { change: string }) => changes?.has(change)
    return (
      own.has(id) ||
      sources?.has(source) ||
      effects.some(isOf) ||
      positions.some(isOf) ||
      expectations.some(isOf) ||
      positions.some(({ actor }) => actors?.has(actor))
    )
  })
}

/** The records of one kind that stand together and can be searched. */
export interface SearchedShelf {
  kind: SearchedKind
  /** '' for publishers. */
  dossier: string
  records: readonly AnyRecord[]
}

/** Everything that can be searched, by where it stands. */
export const searchedPlaces = (
  dossiers: readonly DossierRecords[],
  sources: readonly Source[],
): (SearchIn & { shelves: SearchedShelf[] })[] => [
  ...dossiers.map((records) => ({
    names: namesIn(records, sources),
    dossier: records.dossier,
    shelves: shelvesOf(records),
  })),
  { names: null, dossier: null, shelves: [{ kind: 'source', dossier: '', records: sources }] },
]

function shelvesOf({ dossier, rules, changes, actors, reports }: DossierRecords): SearchedShelf[] {
  const of: Record<SearchedKind, readonly AnyRecord[]> = {
    dossier: [dossier],
    rule: rules,
    change: changes,
    actor: actors,
    report: standingReports(reports),
    source: [],
  }
  return searchedKinds.map((kind) => ({ kind, dossier: dossier.id, records: of[kind] }))
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
