import { type AnyRecord, type DossierRecords, type Report, type Source, withReports } from '@/lib/model'
import type { RecordKey } from '../key'
import { as, assembleDossier } from '../queries/record'

/** A published record with its place among those of its kind. */
export interface PlacedRow {
  key: RecordKey
  revision: number
  ord: number
  data: AnyRecord
}

/** What becomes of a record; data null: it is removed. */
export interface PlacedChange {
  key: RecordKey
  revision: number
  ord: number
  data: AnyRecord | null
}

/**
 * What is public of a dossier (or, for '', outside of them): its reports by their ids, and everything else by kind and place. It is never
 * changed: a later form is another one that shares what stayed.
 */
export class DossierForm {
  /** As it is compiled and validated; null: the dossier itself is not published. */
  readonly records: DossierRecords | null
  /** The publishers, in their order. */
  readonly sources: readonly Source[]

  constructor(
    private readonly others: readonly PlacedRow[],
    private readonly reports: readonly Report[],
    earlier?: DossierForm,
  ) {
    this.records = this.assembled(earlier?.records ?? null)
    const sources = others.flatMap(({ key, data }) => (key.kind === 'source' ? [as<'source'>(data)] : []))
    this.sources = earlier && isSameList(earlier.sources, sources) ? earlier.sources : sources
  }

  /** How many records there are, the dossier itself included. */
  get size(): number {
    return this.others.length + this.reports.length
  }

  /** The last place that is taken by a record of a kind; -1: there is none. */
  lastPlace(kind: RecordKey['kind']): number {
    return this.others.reduce((last, { key, ord }) => (key.kind === kind ? Math.max(last, ord) : last), -1)
  }

  /** The form after some records changed, each named at most once. */
  with(changes: readonly PlacedChange[]): DossierForm {
    if (changes.length === 0) return this
    const reports = changes.flatMap(({ key, data }) =>
      key.kind === 'report' ? [{ id: key.id, data: data && as<'report'>(data) }] : [],
    )
    const rest = changes.filter(({ key }) => key.kind !== 'report')
    const named = new Set(rest.map(({ key }) => `${key.kind} ${key.id}`))
    const others =
      rest.length === 0
        ? this.others
        : [
            ...this.others.filter(({ key }) => !named.has(`${key.kind} ${key.id}`)),
            ...rest.flatMap(({ data, ...row }) => (data ? [{ ...row, data }] : [])),
          ].sort(inOrder)
    return new DossierForm(others, withReports(this.reports, reports), this)
  }

  /** The form with everything but its reports read anew: what is at the same revision stays the same object. */
  withOthers(rows: readonly PlacedRow[]): DossierForm {
    const known = new Map(this.others.map((row) => [`${row.key.kind} ${row.key.id}`, row]))
    const others = rows.map((row) => {
      const before = known.get(`${row.key.kind} ${row.key.id}`)
      return before?.revision === row.revision ? { ...row, data: before.data } : row
    })
    return new DossierForm(others.sort(inOrder), this.reports, this)
  }

  private assembled(earlier: DossierRecords | null): DossierRecords | null {
    const records = assembleDossier(this.others.map(({ key, data }) => ({ kind: key.kind, data })))
    if (!records) return null
    const { dossier, rules, changes, actors } = records
    const isSame =
      earlier?.dossier === dossier &&
      earlier.reports === this.reports &&
      isSameList(earlier.rules, rules) &&
      isSameList(earlier.changes, changes) &&
      isSameList(earlier.actors, actors)
    return isSame ? earlier : { dossier, rules, changes, actors, reports: this.reports as Report[] }
  }
}

const isSameList = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((item, at) => item === other[at])

const byId = (one: { id: string }, other: { id: string }): number =>
  one.id < other.id ? -1 : one.id > other.id ? 1 : 0

/** As a dossier's records stand: by their places, then by their ids. */
export const inOrder = (one: PlacedRow, other: PlacedRow): number => one.ord - other.ord || byId(one.key, other.key)
