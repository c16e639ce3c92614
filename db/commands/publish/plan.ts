import { and, eq, inArray, max, ne } from 'drizzle-orm'
import type { Tx } from '@/db/dialect'
import { records, reports, revisions } from '@/db/schema'
import {
  type AnyRecord,
  type DossierRecords,
  isSameRecord,
  type Problem,
  parseRecord,
  type RecordKind,
  type Source,
  validateDossier,
  validateSources,
} from '@/lib/model'
import type { EditionSummary } from '../../edition-summary'
import { isSoundKey, keyText, type RecordKey } from '../../key'
import { atEdition } from '../../queries/at-edition'
import { as, assembleDossier } from '../../queries/record'
import { type Conflict, PublishRefusedError } from '../errors'
import { inChunks } from './chunks'

/** What is to become of one record; data null: it is removed. */
export interface Asked {
  key: RecordKey
  data: unknown
  /** The published revision this was made from; null: none was published. */
  baseRevision: number | null
  /** Place among the records of its kind; left out: where it is, a new one last. */
  ord?: number | undefined
  draft?: string | undefined
}

export interface Row {
  key: RecordKey
  revision: number
  ord: number
  data: AnyRecord
}

/** One record that changes: what was public, what will be; `next` null: removed. */
export interface RecordStep {
  key: RecordKey
  before: Row | null
  next: AnyRecord | null
  revision: number
  ord: number
}

/** A publication that has passed every check, before its first row is written. */
export interface Plan {
  steps: RecordStep[]
  /** Records that only change their place; they get no revision. */
  moved: { key: RecordKey; ord: number }[]
  sources: Source[]
  /** Every dossier whose rows may change, as it will be. */
  dossiers: DossierRecords[]
  /** Those whose own records change, as they were; one that is new is not among them. */
  before: Map<string, DossierRecords>
  /** The revision that each of their records will be at, by `keyText`. */
  revisions: Map<string, number>
  summary: EditionSummary
}

/**
 * Works out what a publication changes and checks all of it: each record by its schema, each base against what is public,
 * every dossier concerned as a whole. Throws `PublishRefusedError` with everything that is wrong.
 */
export async function planPublication(tx: Tx, asked: Asked[]): Promise<Plan> {
  const parsed = parseAll(asked)
  const dossierIds = await dossiersConcerned(tx, asked)
  const state = await loadState(tx, dossierIds)
  refuse({ conflicts: conflictsOf(asked, state) })
  const { steps, moved } = await diff(tx, parsed, state)
  const before = formsBefore(state, steps)
  for (const step of steps) apply(state, step)
  for (const { key, ord } of moved) {
    const row = state.get(keyText(key))
    if (row) state.set(keyText(key), { ...row, ord })
  }
  const { sources, dossiers, problems } = assemble(state, dossierIds)
  refuse({ problems })
  const revisions = new Map([...state].map(([key, row]) => [key, row.revision]))
  return { steps, moved, sources, dossiers, before, revisions, summary: summarise(steps, moved) }
}

function refuse(given: { conflicts?: Conflict[]; problems?: Problem[] }): void {
  if (given.conflicts?.length || given.problems?.length) throw new PublishRefusedError(given)
}

type Parsed = Asked & { record: AnyRecord | null }

function parseAll(asked: Asked[]): Parsed[] {
  const problems: Problem[] = []
  const parsed = asked.map((one): Parsed => {
    const { kind, id } = one.key
    const wrong = (message: string) => problems.push({ kind, id, path: ['id'], message })
    if (!isSoundKey(one.key)) wrong(`cannot stand in “${one.key.dossier}”`)
    if (one.data === null) return { ...one, record: null }
    const result = parseRecord(kind, one.data)
    if (!result.ok) {
      problems.push(...result.problems.map((problem) => ({ ...problem, id })))
      return { ...one, record: null }
    }
    if (result.record.id !== id) wrong(`must stay “${id}”: ids never change`)
    return { ...one, record: result.record }
  })
  refuse({ problems })
  return parsed
}

/** A publisher is named in the search text of its reports, and one that goes may be missed anywhere. */
async function dossiersConcerned(tx: Tx, asked: Asked[]): Promise<string[]> {
  const ids = new Set(asked.map(({ key }) => key.dossier).filter((id) => id !== ''))
  const sources = asked.filter(({ key }) => key.kind === 'source')
  if (sources.some(({ data }) => data === null)) {
    const all = await tx.selectDistinct({ dossier: records.dossier }).from(records).where(ne(records.dossier, ''))
    for (const { dossier } of all) ids.add(dossier)
  } else
    for (const chunk of inChunks(sources.map(({ key }) => key.id))) {
      const naming = await tx
        .selectDistinct({ dossier: reports.dossier })
        .from(reports)
        .where(and(inArray(reports.source, chunk), atEdition(reports)))
      for (const { dossier } of naming) ids.add(dossier)
    }
  return [...ids].sort()
}

type State = Map<string, Row>

async function loadState(tx: Tx, dossierIds: string[]): Promise<State> {
  const state: State = new Map()
  for (const dossier of ['', ...dossierIds])
    for (const row of await tx.select().from(records).where(eq(records.dossier, dossier))) {
      const key = { kind: row.kind, dossier: row.dossier, id: row.id }
      state.set(keyText(key), { key, revision: row.revision, ord: row.ord, data: as<RecordKind>(row.data) })
    }
  return state
}

function conflictsOf(asked: Asked[], state: State): Conflict[] {
  const conflicts: Conflict[] = []
  const seen = new Map<string, Asked>()
  for (const one of asked) {
    const { key, draft, baseRevision: base, data: yours } = one
    const row = state.get(keyText(key))
    const current = row?.revision ?? null
    const twin = seen.get(keyText(key))
    if (twin) conflicts.push({ key, draft, base, current, yours, theirs: twin.data })
    else if (base !== current) conflicts.push({ key, draft, base, current, yours, theirs: row?.data ?? null })
    seen.set(keyText(key), one)
  }
  return conflicts
}

async function diff(tx: Tx, parsed: Parsed[], state: State): Promise<Pick<Plan, 'steps' | 'moved'>> {
  const newest = await newestRevisions(
    tx,
    parsed.filter(({ key }) => !state.has(keyText(key))),
  )
  const nextOrd = await ordCounter(tx, state)
  const plan: Pick<Plan, 'steps' | 'moved'> = { steps: [], moved: [] }
  for (const { key, record: next, ord: given } of parsed) {
    // Reports stand in files of their own: they have no order but their ids.
    const ord = key.kind === 'report' ? 0 : given
    const before = state.get(keyText(key)) ?? null
    if (!before && !next) continue
    if (before && next && isSameRecord(before.data, next)) {
      if (ord !== undefined && ord !== before.ord) plan.moved.push({ key, ord })
      continue
    }
    const revision = (before?.revision ?? newest.get(keyText(key)) ?? 0) + 1
    plan.steps.push({ key, before, next, revision, ord: ord ?? before?.ord ?? nextOrd(key) })
  }
  return plan
}

/** The last revision of records that are not public: one that was removed goes on counting when it comes back. */
async function newestRevisions(tx: Tx, parsed: Parsed[]): Promise<Map<string, number>> {
  const newest = new Map<string, number>()
  for (const chunk of inChunks([...new Set(parsed.map(({ key }) => key.id))])) {
    const rows = await tx
      .select({ kind: revisions.kind, dossier: revisions.dossier, id: revisions.id, number: max(revisions.number) })
      .from(revisions)
      .where(inArray(revisions.id, chunk))
      .groupBy(revisions.kind, revisions.dossier, revisions.id)
    for (const row of rows) newest.set(keyText(row), row.number ?? 0)
  }
  return newest
}

async function ordCounter(tx: Tx, state: State): Promise<(key: RecordKey) => number> {
  const [dossiers] = await tx
    .select({ last: max(records.ord) })
    .from(records)
    .where(eq(records.kind, 'dossier'))
  const shelf = ({ kind, dossier }: RecordKey) => (kind === 'dossier' ? kind : `${kind} ${dossier}`)
  const last = new Map<string, number>([['dossier', dossiers?.last ?? -1]])
  for (const { key, ord } of state.values()) last.set(shelf(key), Math.max(last.get(shelf(key)) ?? -1, ord))
  return (key) => {
    const next = (last.get(shelf(key)) ?? -1) + 1
    last.set(shelf(key), next)
    return next
  }
}

function apply(state: State, { key, next, revision, ord }: RecordStep): void {
  if (next) state.set(keyText(key), { key, revision, ord, data: next })
  else state.delete(keyText(key))
}

const inOrder = (a: Row, b: Row): number => a.ord - b.ord || (a.key.id < b.key.id ? -1 : 1)

function formsBefore(state: State, steps: readonly RecordStep[]): Map<string, DossierRecords> {
  const forms = new Map<string, DossierRecords>()
  for (const id of new Set(steps.map(({ key }) => key.dossier)))
    if (id !== '') {
      const rows = [...state.values()].filter(({ key }) => key.dossier === id).sort(inOrder)
      const records = assembleDossier(rows.map(({ key, data }) => ({ kind: key.kind, data })))
      if (records) forms.set(id, records)
    }
  return forms
}

function assemble(
  state: State,
  dossierIds: string[],
): { sources: Source[]; dossiers: DossierRecords[]; problems: Problem[] } {
  const rows = [...state.values()].sort(inOrder)
  const flat = rows.map(({ key, data }) => ({ kind: key.kind, dossier: key.dossier, data }))
  const sources = flat.filter((row) => row.kind === 'source').map((row) => as<'source'>(row.data))
  const problems = validateSources(sources)
  const dossiers: DossierRecords[] = []
  for (const id of dossierIds) {
    const own = flat.filter((row) => row.dossier === id)
    const records = assembleDossier(own)
    if (records) {
      dossiers.push(records)
      problems.push(...validateDossier(records, sources))
    } else if (own.length > 0)
      problems.push({
        kind: 'dossier',
        id,
        path: [],
        message: `is not published, but ${own.length} of its records would be`,
      })
  }
  return { sources, dossiers, problems }
}

function summarise(steps: RecordStep[], moved: Plan['moved']): EditionSummary {
  const summary: EditionSummary = { dossiers: [], records: {} }
  const touched = new Set([...steps, ...moved].map(({ key }) => key.dossier).filter((id) => id !== ''))
  summary.dossiers = [...touched].sort()
  for (const { key, before, next } of steps) {
    const tally = summary.records[key.kind] ?? { created: 0, updated: 0, removed: 0 }
    tally[next === null ? 'removed' : before ? 'updated' : 'created']++
    summary.records[key.kind] = tally
  }
  return summary
}
