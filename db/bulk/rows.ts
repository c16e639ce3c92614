import { contradictionForm, editionForm, eventForm } from '@/lib/api/records/entry-form'
import { pageOfRecord } from '@/lib/api/records/record-form'
import { type ToldList, toldBy } from '@/lib/api/records/told'
import type { Row } from '@/lib/bulk/column'
import type { TableName } from '@/lib/bulk/names'
import { madeTables } from '@/lib/bulk/tables'
import { alterationsIn, valuesIn } from '@/lib/bulk/tables/parts'
import type { RecordAt } from '@/lib/bulk/tables/records'
import { type RecordKind, type RecordOf, type Report, sourcesNamed } from '@/lib/model'
import { contradictionsOf, momentAt, ruleHistory, statesOf } from '@/lib/policy'
import { listEditionPage } from '../queries/edition'
import { type CorrectionPlace, listCorrectionPage } from '../queries/records/correction-page'
import { listEventPage } from '../queries/records/event-page'
import { listRecordStates } from '../queries/records/record-list'
import { listReports } from '../queries/records/report-page'
import { statementsOf } from '../queries/signing/statement'
import type { BulkSource } from './source'

/** So many are read at once; dossiers may be long, of these fewer. */
const pageSize = 100
const mostDossiers = 20

const otherWork = () => new Promise((resolve) => setImmediate(resolve))

/** Pages of a list, each from where the one before ended, until there is none; between two of them others get their turn. */
async function* pagesOf<Item>(
  read: (behind: Item | null, limit: number) => Promise<Item[]>,
  limit = pageSize,
): AsyncGenerator<Item[]> {
  for (let behind: Item | null = null; ; ) {
    const page: Item[] = await read(behind, limit)
    if (page.length > 0) yield page
    if (page.length < limit) return
    behind = page.at(-1) ?? null
    await otherWork()
  }
}

function placed<K extends RecordKind>(
  { place, dossiers }: BulkSource,
  kind: K,
  { dossier, id, edition, data }: { dossier: string; id: string; edition: number; data: unknown },
): RecordAt<RecordOf[K]> {
  const zone = dossiers.find((one) => one.id === dossier)?.timeZone ?? 'UTC'
  // Stored data has passed its schema before it was stored.
  return { dossier, edition, record: data as RecordOf[K], page: pageOfRecord(kind, { dossier, id }, place.root), zone }
}

/** Records of a kind by dossier and id, all that there are. */
async function* records<K extends RecordKind>(source: BulkSource, kind: K): AsyncGenerator<RecordAt<RecordOf[K]>[]> {
  const { db, edition } = source
  const dossier = kind === 'source' ? undefined : source.dossier
  const read = (behind: { dossier: string; id: string } | null, limit: number) =>
    listRecordStates(db, { kind, dossier, edition }, { behind, limit })
  for await (const page of pagesOf(read, kind === 'dossier' ? mostDossiers : pageSize))
    yield page.map((state) => placed(source, kind, state))
}

/** The same of reports; with a filter those that it lets through, the newest first. */
async function* reports(source: BulkSource, telling?: ToldList): AsyncGenerator<RecordAt<Report>[]> {
  const { db, edition, filter, dossier = null } = source
  if (!filter) return yield* records(source, 'report')
  type Found = Awaited<ReturnType<typeof listReports>>[number]
  const read = (behind: Found | null, limit: number) =>
    listReports(db, {
      ...{ dossier, filter, edition, telling },
      // It may no longer be when the last page is read.
      isNewest: false,
      behind: behind && { ...behind, isIn: false },
      limit,
    })
  for await (const page of pagesOf(read))
    yield page.map(({ report, ...state }) => placed(source, 'report', { ...state, data: report }))
}

async function* told(source: BulkSource, list: ToldList) {
  for await (const page of reports(source, list))
    yield page
      .filter(({ record }) => !record.retracted)
      .flatMap((one) =>
        toldBy(one.record, list, source.filter ?? {}).map(({ place: position, item }) => ({
          ...one,
          position,
          told: item,
        })),
      )
}

/** The publishers; of one dossier those that its reports name. */
async function* sources(source: BulkSource) {
  const named = source.dossier === undefined ? undefined : await publishersOf(source, source.dossier)
  for await (const page of records(source, 'source')) yield page.filter(({ record }) => named?.has(record.id) ?? true)
}

async function publishersOf(source: BulkSource, dossier: string): Promise<Set<string>> {
  const { records: all } = await source.compile(dossier)
  return new Set(all.reports.flatMap(sourcesNamed))
}

async function* contradictions(source: BulkSource) {
  for (const { id, timeZone } of source.dossiers) {
    const moment = momentAt(await source.compile(id), { on: source.dayIn(timeZone) })
    const { root } = source.place
    let position = 0
    for (const change of moment.compiled.changes) {
      yield contradictionsOf(moment, change).map((one) => ({
        position: position++,
        told: contradictionForm(one, { dossier: id, root }),
      }))
      await otherWork()
    }
  }
}

async function* states(source: BulkSource) {
  for (const { id: dossier } of source.dossiers) {
    let number = 0
    for await (const { periods, ...of } of statesOf(await source.compile(dossier))) {
      const own = number++
      yield periods.map((period) => ({ dossier, number: own, of, period }))
    }
  }
}

async function* statuses(source: BulkSource) {
  for (const { id: dossier } of source.dossiers) {
    const compiled = await source.compile(dossier)
    for (const { rule } of compiled.rules) {
      yield ruleHistory(compiled, rule.id).map((period) => ({ dossier, rule: rule.id, period }))
      await otherWork()
    }
  }
}

/** The dossier under the ids that it had and has, in the order in which it had them; undefined: all dossiers. */
function idsOf({ dossier, dossiers }: BulkSource): (string | undefined)[] {
  const { formerly = [] } = dossiers.find(({ id }) => id === dossier) ?? {}
  return [...formerly, dossier]
}

async function* corrections(source: BulkSource) {
  type Found = Awaited<ReturnType<typeof listCorrectionPage>>[number]
  const { db, edition } = source
  for (const dossier of idsOf(source))
    yield* pagesOf((behind: (Found & CorrectionPlace) | null, limit: number) =>
      listCorrectionPage(db, { dossier, edition, behind, limit }),
    )
}

/** The oldest first. */
async function* events({ db, dossier, edition }: BulkSource) {
  type Found = Awaited<ReturnType<typeof listEventPage>>[number]
  const read = (behind: Found | null, limit: number) =>
    listEventPage(db, { dossier, records: [], edition, since: 0, behind: behind?.place ?? null, limit })
  for await (const page of pagesOf(read)) yield page.map(eventForm)
}

/** The oldest first; of one dossier those that changed it. */
async function* editions(source: BulkSource) {
  const { db, dossier, edition, place } = source
  const ids = new Set(idsOf(source))
  type Found = Awaited<ReturnType<typeof listEditionPage>>[number]
  const read = (behind: Found | null, limit: number) =>
    listEditionPage(db, { upTo: edition, since: 0, behind: behind?.number ?? null, limit })
  for await (const page of pagesOf(read)) {
    const shown = page.filter(({ summary }) => dossier === undefined || summary.dossiers.some((id) => ids.has(id)))
    const signed = await statementsOf(
      db,
      shown.map(({ number }) => number),
    )
    yield shown.map((one) => editionForm(one, signed.get(one.number) ?? null, place.root))
  }
}

async function* dimensions(source: BulkSource) {
  for await (const page of records(source, 'dossier'))
    yield page.flatMap(({ edition, record }) =>
      record.dimensions.map((dimension, position) => ({ dossier: record.id, edition, position, dimension })),
    )
}

async function* eachOf<From, To>(pages: AsyncIterable<From[]>, make: (one: From) => To[]): AsyncGenerator<To[]> {
  for await (const page of pages) yield page.flatMap(make)
}

async function* rows<Item>(
  pages: AsyncIterable<Item[]>,
  { rowOf }: { rowOf: (item: Item) => Row },
): AsyncGenerator<Row[]> {
  for await (const page of pages) yield page.map(rowOf)
}

const made = madeTables

const readers: Record<TableName, (source: BulkSource) => AsyncGenerator<Row[]>> = {
  dossiers: (source) => rows(records(source, 'dossier'), made.dossiers),
  sources: (source) => rows(sources(source), made.sources),
  dimensions: (source) => rows(dimensions(source), made.dimensions),
  values: (source) => rows(eachOf(dimensions(source), valuesIn), made.values),
  actors: (source) => rows(records(source, 'actor'), made.actors),
  rules: (source) => rows(records(source, 'rule'), made.rules),
  changes: (source) => rows(records(source, 'change'), made.changes),
  alterations: (source) => rows(eachOf(records(source, 'change'), alterationsIn), made.alterations),
  reports: (source) => rows(reports(source), made.reports),
  effects: (source) => rows(told(source, 'effects') as Told<'effects'>, made.effects),
  positions: (source) => rows(told(source, 'positions') as Told<'positions'>, made.positions),
  expectations: (source) => rows(told(source, 'expectations') as Told<'expectations'>, made.expectations),
  contradictions: (source) => rows(contradictions(source), made.contradictions),
  corrections: (source) => rows(corrections(source), made.corrections),
  states: (source) => rows(states(source), made.states),
  statuses: (source) => rows(statuses(source), made.statuses),
  events: (source) => rows(events(source), made.events),
  editions: (source) => rows(editions(source), made.editions),
}

/** What `toldBy` finds is of the kind of its list. */
type Told<List extends ToldList> = AsyncGenerator<Parameters<(typeof madeTables)[List]['rowOf']>[0][]>

/**
 * The rows of a table, page by page, as they were at the edition of the source: by dossier and id, with a filter the newest report first,
 * of events and editions the oldest first. What it holds at a time does not grow with what there is, but for what the engine works out.
 */
export const rowsOf = (source: BulkSource, table: TableName): AsyncGenerator<Row[]> => readers[table](source)
