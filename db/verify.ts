import { asc, count, gt, max, sql } from 'drizzle-orm'
import { search } from '@/db/dialect'
import {
  corrections,
  editions,
  effects,
  expectations,
  months,
  positions,
  records,
  relations,
  reports,
  revisions,
  subjects,
} from '@/db/schema'
import {
  type DossierRecords,
  discreditedReports,
  fieldName,
  isSameRecord,
  parseRecord,
  type RecordKind,
  type Report,
  type Source,
  standingReports,
  validateDossier,
} from '@/lib/model'
import type { Database, Db } from './client'
import { correctionRows } from './commands/publish/correction-rows'
import { NewIds } from './commands/publish/new-ids'
import { type ReportRows, type ReportState, reportRows } from './commands/publish/report-rows'
import { searchedPlaces } from './commands/publish/search-rows'
import { searchText } from './commands/publish/search-text'
import type { Turn } from './commands/publish/turn'
import { DatabaseError } from './errors'
import { keyText } from './key'
import { pendingMigrations } from './migrate'
import { atEdition } from './queries/at-edition'
import { currentEditionNumber } from './queries/edition'
import { as, listDossiers, listSources, loadDossier } from './queries/record'
import { isPrevious, previous } from './queries/revision'
import { monthsOf } from './queries/timeline'
import { checkSigning } from './verify-signing'

/**
 * Checks that the database is sound: the engine's own check, foreign keys, migrations, editions without a gap up to the
 * head, records equal to their newest revisions, every dossier valid, lists and search equal to the records, signed editions an unbroken chain that ends in what is public. Returns what
 * is wrong, a line each; empty when all is well. It should run while nobody publishes.
 */
export async function verifyDatabase(database: Database): Promise<string[]> {
  const { db, upkeep } = database
  const pending = await pendingMigrations(database).catch((error: unknown) => {
    if (error instanceof DatabaseError) return [error.message]
    throw error
  })
  if (pending.length > 0) return pending.map((tag) => `migration ${tag} is not applied`)
  const problems = [...(await upkeep.integrity()), ...(await checkEditions(db)), ...(await checkRevisions(db))]
  const sources = await listSources(db)
  for (const { id } of await listDossiers(db)) {
    const dossier = await loadDossier(db, id)
    if (dossier) problems.push(...checkDossier(dossier, sources))
  }
  return [
    ...problems,
    ...(await checkLists(db)),
    ...(await checkCorrections(db)),
    ...(await checkSearch(db, sources)),
    ...(await checkSigning(db)),
  ]
}

async function checkEditions(db: Db): Promise<string[]> {
  const head = await currentEditionNumber(db)
  const [found] = await db.select({ last: max(editions.number), n: count() }).from(editions)
  const problems: string[] = []
  if ((found?.last ?? 0) !== head) problems.push(`the head says edition ${head}, the last one is ${found?.last ?? 0}`)
  if ((found?.n ?? 0) !== head) problems.push(`there are ${found?.n ?? 0} editions up to number ${head}`)
  return problems
}

async function checkRevisions(db: Db): Promise<string[]> {
  const problems: string[] = []
  const newest = new Map<string, { number: number; edition: number; data: unknown }>()
  for (const row of await db.select().from(revisions).orderBy(asc(revisions.number))) newest.set(keyText(row), row)
  for (const row of await db.select().from(records)) {
    const name = `${row.kind} ${row.dossier}/${row.id}`
    const revision = newest.get(keyText(row))
    newest.delete(keyText(row))
    if (!revision || revision.number !== row.revision || revision.edition !== row.edition)
      problems.push(`${name}: is not at its newest revision`)
    else if (!isSameRecord(revision.data, row.data)) problems.push(`${name}: differs from revision ${row.revision}`)
    const parsed = parseRecord(row.kind, row.data)
    if (!parsed.ok)
      for (const { path, message } of parsed.problems) problems.push(`${name}: ${fieldName(path)} ${message}`)
  }
  for (const [key, { data }] of newest) if (data !== null) problems.push(`${key}: is in its revisions, but not public`)
  return problems
}

const checkDossier = (dossier: DossierRecords, sources: Source[]): string[] =>
  validateDossier(dossier, sources).map(({ kind, id, path, message }) => `${kind} ${id}: ${fieldName(path)} ${message}`)

async function checkLists(db: Db): Promise<string[]> {
  const expected: ReportRows = {
    reports: [],
    effects: [],
    positions: [],
    expectations: [],
    relations: [],
    subjects: [],
  }
  const rows = await db.select().from(reports).where(atEdition(reports))
  const stateOf = new Map(rows.map((row): [string, ReportState] => [`${row.dossier} ${row.id}`, row]))
  const problems: string[] = []
  for (const { id } of await listDossiers(db)) {
    const records = await loadDossier(db, id)
    const standing = standingReports(records?.reports ?? [])
    const discredited = records ? discreditedReports(records) : new Set<string>()
    for (const report of standing) {
      const state = stateOf.get(`${id} ${report.id}`)
      if (!state) continue
      const told = { ...state, discredited: discredited.has(report.id) }
      const parts = reportRows(report, (records as DossierRecords).dossier, told)
      expected.reports.push(...parts.reports)
      expected.effects.push(...parts.effects)
      expected.positions.push(...parts.positions)
      expected.expectations.push(...parts.expectations)
      expected.relations.push(...parts.relations)
      expected.subjects.push(...parts.subjects)
    }
    if (standing.length !== rows.filter((row) => row.dossier === id).length)
      problems.push(`reports: the list of ${id} does not hold its ${standing.length} reports`)
    const counted = (await monthsOf(db, { dossier: id, filter: {} })).map((row) => ({ dossier: id, ...row }))
    problems.push(
      ...compare(
        'months',
        counted,
        (await db.select().from(months)).filter((row) => row.dossier === id),
      ),
    )
  }
  const current = new Set(rows.map((row) => `${row.dossier} ${row.id} ${row.edition}`))
  const isCurrent = (row: { dossier: string; report: string; edition: number }) =>
    current.has(`${row.dossier} ${row.report} ${row.edition}`)
  return [
    ...problems,
    ...compare('reports', expected.reports, rows),
    ...compare('effects', expected.effects, (await db.select().from(effects)).filter(isCurrent)),
    ...compare('positions', expected.positions, (await db.select().from(positions)).filter(isCurrent)),
    ...compare('expectations', expected.expectations, (await db.select().from(expectations)).filter(isCurrent)),
    ...compare('relations', expected.relations, (await db.select().from(relations)).filter(isCurrent)),
    ...compare('subjects', expected.subjects, (await db.select().from(subjects)).filter(isCurrent)),
    ...(await checkSpans(db)),
  ]
}

async function checkCorrections(db: Db): Promise<string[]> {
  const states = await db
    .select({ state: revisions, before: previous.data })
    .from(revisions)
    .leftJoin(previous, isPrevious)
  const byEdition = new Map<number, (Turn['steps'][number] & { revision: number })[]>()
  for (const { state, before } of states) {
    const { kind, dossier, id, edition, number: revision } = state
    const step = {
      key: { kind, dossier, id },
      before: before === null ? null : { data: as<RecordKind>(before) },
      next: state.data === null ? null : as<RecordKind>(state.data),
      revision,
    }
    const own = byEdition.get(edition)
    if (own) own.push(step)
    else byEdition.set(edition, [step])
  }
  const expected = [...byEdition].flatMap(([edition, steps]) => {
    const ids = new NewIds(steps)
    return steps.flatMap((step) => {
      const { key, next, revision } = step
      if (key.kind !== 'report' || next === null) return []
      return correctionRows(next as Report, ids.before(step) as Report | null, {
        dossier: key.dossier,
        edition,
        revision,
      })
    })
  })
  return compare('corrections', expected, await db.select().from(corrections))
}

/** Of each record one state after another, none of them endless but the last. */
async function checkSpans(db: Db): Promise<string[]> {
  const overlapping = [reports, search].map(async (table) => {
    const open = await db
      .select({ dossier: table.dossier, id: table.id, n: count() })
      .from(table)
      .where(atEdition(table))
      .groupBy(table.dossier, table.id, ...('kind' in table && table === search ? [search.kind] : []))
      .having(gt(count(), 1))
    const backwards = await db.$count(table, sql`${table.until} <= ${table.edition}`)
    return open.length + backwards
  })
  const wrong = (await Promise.all(overlapping)).reduce((sum, found) => sum + found, 0)
  return wrong === 0 ? [] : [`lists: ${wrong} states overlap or end before they begin`]
}

async function checkSearch(db: Db, sources: Source[]): Promise<string[]> {
  const opened = await Promise.all((await listDossiers(db)).map(({ id }) => loadDossier(db, id)))
  const dossiers = opened.filter((records): records is DossierRecords => records !== null)
  const expected = searchedPlaces(dossiers, sources).flatMap((place) =>
    place.shelves.flatMap(({ kind, dossier, records }) =>
      records.map((record) => ({ kind, dossier, id: record.id, ...searchText(kind, record, place) })),
    ),
  )
  const { kind, dossier, id, day, title, text } = search
  const found = await db.select({ kind, dossier, id, day, title, text }).from(search).where(atEdition(search))
  return compare('search', expected, found)
}

function compare(table: string, expected: Record<string, unknown>[], found: Record<string, unknown>[]): string[] {
  const asText = (row: Record<string, unknown>) =>
    JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)))
  const have = new Set(found.map(asText))
  const want = new Set(expected.map(asText))
  const missing = [...want].filter((row) => !have.has(row)).length
  const extra = [...have].filter((row) => !want.has(row)).length
  return missing + extra === 0
    ? []
    : [`${table}: ${missing} rows are missing and ${extra} are not what the records say`]
}
