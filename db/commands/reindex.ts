import { asc, eq } from 'drizzle-orm'
import { type Db, search, type Tx } from '@/db/dialect'
import { corrections, months, records, reports, revisions } from '@/db/schema'
import type { AnyRecord } from '@/lib/model'
import { keyText, type RecordKey } from '../key'
import { as, assembleDossier } from '../queries/record'
import type { Revision } from '../queries/revision'
import { writeLists } from './publish/lists'
import { lockHead } from './publish/publish'

/** Whether a migration has emptied the lists: something is public that the search does not know. */
export async function needsReindex(db: Db): Promise<boolean> {
  const [listed] = await db.select({ id: search.id }).from(search).limit(1)
  if (listed) return false
  const [found] = await db.select({ id: records.id }).from(records).limit(1)
  return found !== undefined
}

/**
 * Makes lists and search of every edition anew from the revisions, which hold all there is to know. Order of time: all of
 * the history is read, edition by edition.
 */
export async function reindex(tx: Tx): Promise<void> {
  const last = await lockHead(tx)
  await tx.delete(reports)
  await tx.delete(months)
  await tx.delete(search)
  await tx.delete(corrections)
  const state = new Map<string, Revision>()
  for (let edition = 1; edition <= last; edition++) {
    const rows = await tx.select().from(revisions).where(eq(revisions.edition, edition)).orderBy(asc(revisions.ord))
    const steps = rows.map((row) => {
      const before = state.get(keyText(row))
      return {
        key: keyOf(row),
        before: before ? { data: recordOf(before) } : null,
        next: row.data === null ? null : recordOf(row),
      }
    })
    for (const row of rows) {
      if (row.data === null) state.delete(keyText(row))
      else state.set(keyText(row), row)
    }
    await writeLists(tx, { edition, steps, ...publicIn(state, rows) })
  }
}

const keyOf = ({ kind, dossier, id }: Revision): RecordKey => ({ kind, dossier, id })
const recordOf = (row: Revision): AnyRecord => as<typeof row.kind>(row.data)

/** The dossiers that these rows may touch: their own and, for publishers, those that name them. */
function publicIn(state: ReadonlyMap<string, Revision>, rows: readonly Revision[]) {
  const all = [...state.values()].sort((a, b) => a.ord - b.ord || (a.id < b.id ? -1 : 1))
  const ids = new Set(
    rows.some(({ kind }) => kind === 'source') ? all.map(({ dossier }) => dossier) : rows.map(({ dossier }) => dossier),
  )
  return {
    sources: all.filter(({ kind }) => kind === 'source').map((row) => as<'source'>(row.data)),
    dossiers: [...ids].flatMap((id) => assembleDossier(all.filter(({ dossier }) => dossier === id)) ?? []),
    revisions: new Map([...state].map(([key, { number }]) => [key, number])),
  }
}
