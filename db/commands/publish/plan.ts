import { and, eq, inArray, max, ne } from 'drizzle-orm'
import type { Tx } from '@/db/dialect'
import { records, reports, revisions } from '@/db/schema'
import type { EditionSummary } from '@/lib/events/edition-summary'
import {
  type AnyRecord,
  type DossierMove,
  type DossierRecords,
  isSameRecord,
  type Problem,
  parseRecord,
  type Site,
  type Source,
  validateDossier,
  validateSources,
} from '@/lib/model'
import { inChunks } from '../../chunks'
import type { DossierForm, PlacedChange, PlacedRow } from '../../held/form'
import { type HeldForms, rowsOf } from '../../held/held'
import { isSoundKey, keyText, type RecordKey } from '../../key'
import { atEdition } from '../../queries/at-edition'
import { authorityProblems } from '../authority'
import { type Conflict, PublishRefusedError } from '../errors'
import { NewIds } from './new-ids'
import { summaryOf } from './summary'
import { takenDossierIds } from './taken-ids'

/** What is to become of one record; data null: it is removed. */
export interface Asked {
  key: RecordKey
  data: unknown
  /** The published revision this was made from; null: none was published. */
  baseRevision: number | null
  /** Place among the records of its kind; left out: where it is, a new one last. */
  ord?: number | undefined
  draft?: string | undefined
  /** It was made of what is public in the write that publishes it: there is no other base. */
  follows?: true
  /** It is this record, as it is public, which stands under this key from now on; `data` is not looked at. */
  movedFrom?: RecordKey
}

/** One record that changes: what was public, what will be; `next` null: removed. */
export interface RecordStep {
  key: RecordKey
  before: PlacedRow | null
  next: AnyRecord | null
  revision: number
  ord: number
}

/** A publication that has passed every check, before its first row is written. */
export interface Plan {
  steps: RecordStep[]
  /** Records that only change their place; they get no revision. */
  moved: { key: RecordKey; ord: number }[]
  sources: readonly Source[]
  /** Every dossier whose rows may change, as it will be. */
  dossiers: DossierRecords[]
  /** Those whose own records change, as they were, told in the ids that hold after; one that is new is not among them. */
  before: Map<string, DossierRecords>
  /** The revision that each record that changes will be at, by `keyText`. */
  revisions: Map<string, number>
  summary: EditionSummary
  /** The dossiers that get another id. */
  moves: readonly DossierMove[]
  /** What will be held of the dossiers concerned, as it is read; null: too much of it changes. */
  forms: ReadonlyMap<string, DossierForm> | null
}

/** What more records than this become is read where it is asked for. */
const mostExpected = 200

/** The edition that is public now, and what is held of it. */
export interface PublicNow {
  current: number
  held: HeldForms
}

/**
 * Works out what a publication changes and checks all of it: each record by its schema, each base against what is public,
 * every dossier concerned as a whole. Throws `PublishRefusedError` with everything that is wrong.
 */
export async function planPublication(tx: Tx, asked: Asked[], at: PublicNow): Promise<Plan> {
  const parsed = parseAll(asked)
  const dossierIds = await dossiersConcerned(tx, asked)
  const state = await readState(tx, { asked, dossierIds, ...at })
  refuse({ conflicts: conflictsOf(asked, state) })
  const { steps, moved } = await diff(tx, parsed, state)
  const { forms, sources, dossiers, problems } = assemble(state, { steps, moved })
  for (const { key, next } of steps)
    if (key.kind === 'site' && next) problems.push(...(await authorityProblems(tx, next as Site)))
  problems.push(...(await takenDossierIds(tx, steps)))
  refuse({ problems })
  const revisions = new Map(steps.map(({ key, revision }) => [keyText(key), revision]))
  const ids = new NewIds(steps)
  return {
    steps,
    moved,
    sources,
    dossiers,
    before: formsBefore(state, ids, steps),
    revisions,
    summary: summaryOf({ steps, moved, ids }),
    moves: ids.moves,
    forms: ids.moves.length > 0 || steps.length > mostExpected ? null : forms,
  }
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
    if (one.data === null || one.movedFrom) return { ...one, record: null }
    const result = parseRecord(kind, one.data)
    if (!result.ok) {
      problems.push(...result.problems.map((problem) => ({ ...problem, id })))
      return { ...one, record: null }
    }
    if (result.record.id !== id) wrong(`must stay “${id}”: the desk gives another id, which all follow`)
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

/** What is public before the publication, at edition `current`. */
interface State {
  current: number
  /** Of the records that are asked for those that are there, by `keyText`. */
  rows: ReadonlyMap<string, PlacedRow>
  /** By dossier what is public of it; under '' what stands outside of them. */
  forms: ReadonlyMap<string, DossierForm>
}

async function readState(
  tx: Tx,
  { asked, dossierIds, current, held }: PublicNow & { asked: Asked[]; dossierIds: string[] },
): Promise<State> {
  const forms = new Map<string, DossierForm>()
  for (const dossier of ['', ...dossierIds]) forms.set(dossier, await held.at(tx, dossier, current))
  const keys = [...new Map(asked.map(({ key }) => [keyText(key), key])).values()]
  return { current, rows: await rowsOf(tx, keys), forms }
}

function conflictsOf(asked: Asked[], state: State): Conflict[] {
  const conflicts: Conflict[] = []
  const seen = new Map<string, Asked>()
  for (const one of asked) {
    const { key, draft, baseRevision: base, data: yours } = one
    const row = state.rows.get(keyText(key))
    const current = row?.revision ?? null
    const twin = seen.get(keyText(key))
    if (twin) conflicts.push({ key, draft, base, current, yours, theirs: twin.data })
    else if (base !== current && !one.follows)
      conflicts.push({ key, draft, base, current, yours, theirs: row?.data ?? null })
    seen.set(keyText(key), one)
  }
  return conflicts
}

async function diff(tx: Tx, parsed: Parsed[], state: State): Promise<Pick<Plan, 'steps' | 'moved'>> {
  const isNew = ({ key }: Parsed) => !state.rows.has(keyText(key))
  // Before the first edition nothing has ever been public.
  const newest = await newestRevisions(tx, state.current === 0 ? [] : parsed.filter(isNew))
  const nextOrd = await ordCounter(tx, state)
  const going = parsed.flatMap(({ key, record }) => (record ? [] : (state.rows.get(keyText(key)) ?? [])))
  /** A record that only gets another id, or one back, stands where it stood. */
  const ordBefore = (key: RecordKey, next: AnyRecord | null): number | undefined =>
    going.find(
      (row) =>
        (key.kind === 'dossier' ? row.key.kind === key.kind : keyText({ ...row.key, id: key.id }) === keyText(key)) &&
        (next?.formerly?.includes(row.key.id) || row.data.formerly?.includes(key.id)),
    )?.ord
  const plan: Pick<Plan, 'steps' | 'moved'> = { steps: [], moved: [] }
  for (const { key, record, movedFrom, ord: given } of parsed) {
    const next = movedFrom ? (state.rows.get(keyText(movedFrom))?.data ?? null) : record
    // Reports stand in files of their own: they have no order but their ids.
    const ord = key.kind === 'report' ? 0 : given
    const before = state.rows.get(keyText(key)) ?? null
    if (!before && !next) continue
    if (before && next && isSameRecord(before.data, next)) {
      if (ord !== undefined && ord !== before.ord) plan.moved.push({ key, ord })
      continue
    }
    const revision = (before?.revision ?? newest.get(keyText(key)) ?? 0) + 1
    plan.steps.push({ key, before, next, revision, ord: ord ?? before?.ord ?? ordBefore(key, next) ?? nextOrd(key) })
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

async function ordCounter(tx: Tx, { forms }: State): Promise<(key: RecordKey) => number> {
  const [dossiers] = await tx
    .select({ last: max(records.ord) })
    .from(records)
    .where(eq(records.kind, 'dossier'))
  const shelf = ({ kind, dossier }: RecordKey) => (kind === 'dossier' ? kind : `${kind} ${dossier}`)
  const last = new Map<string, number>([['dossier', dossiers?.last ?? -1]])
  return (key) => {
    const next = (last.get(shelf(key)) ?? forms.get(key.dossier)?.lastPlace(key.kind) ?? -1) + 1
    last.set(shelf(key), next)
    return next
  }
}

function formsBefore({ forms }: State, ids: NewIds, steps: readonly RecordStep[]): Map<string, DossierRecords> {
  const before = new Map<string, DossierRecords>()
  for (const id of new Set(steps.map(({ key }) => key.dossier))) {
    const records = id === '' ? null : forms.get(id)?.records
    if (records) before.set(ids.dossierOf(id), ids.form(records))
  }
  return before
}

/** Everything concerned as it will be, and what is wrong with it. */
function assemble(
  { rows, forms }: State,
  { steps, moved }: Pick<Plan, 'steps' | 'moved'>,
): Pick<Plan, 'sources' | 'dossiers'> & { forms: Map<string, DossierForm>; problems: Problem[] } {
  const asRead = (next: AnyRecord | null): AnyRecord | null =>
    steps.length > mostExpected ? next : JSON.parse(JSON.stringify(next))
  const changes = [
    ...steps.map(({ next, ...step }): PlacedChange => ({ ...step, data: asRead(next) })),
    ...moved.flatMap(({ key, ord }): PlacedChange[] => {
      const row = rows.get(keyText(key))
      return row ? [{ ...row, ord }] : []
    }),
  ]
  const after = new Map<string, DossierForm>(
    [...forms].map(([id, form]) => [id, form.with(changes.filter(({ key }) => key.dossier === id))]),
  )
  const sources = after.get('')?.sources ?? []
  const problems = validateSources(sources)
  const dossiers: DossierRecords[] = []
  for (const [id, form] of after) {
    if (id === '') continue
    if (form.records) {
      dossiers.push(form.records)
      problems.push(...validateDossier(form.records, sources, { reports: reportsToCheck(id, steps) }))
    } else if (form.size > 0)
      problems.push({
        kind: 'dossier',
        id,
        path: [],
        message: `is not published, but ${form.size} of its records would be`,
      })
  }
  return { forms: after, sources, dossiers, problems }
}

/** The reports that may be unsound now: those that change; where anything goes, all may name it (undefined). */
function reportsToCheck(dossier: string, steps: readonly RecordStep[]): ReadonlySet<string> | undefined {
  const concerning = steps.filter(({ key }) => key.dossier === dossier || key.kind === 'source')
  if (concerning.some(({ next }) => next === null)) return undefined
  return new Set(concerning.flatMap(({ key }) => (key.kind === 'report' ? [key.id] : [])))
}
