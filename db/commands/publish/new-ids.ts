import {
  type AnyRecord,
  type DossierMove,
  type DossierRecords,
  dossierMovesOf,
  type RecordKind,
  type Renaming,
  renameIn,
  renamingsOf,
} from '@/lib/model'
import { keyText, type RecordKey } from '../../key'
import type { Turn } from './turn'

type Step = Turn['steps'][number]

/** A step told in the ids of the dossiers after: what stood in one that has another id now stood in that. */
interface ToldStep {
  key: RecordKey
  before: AnyRecord | null
  next: AnyRecord | null
}

/**
 * What was public before an edition, told in the ids that hold after it: a record that got another id is not a new one, and one
 * that names it says nothing else than before.
 */
export class NewIds {
  readonly moves: readonly DossierMove[]
  readonly renamings: readonly (Renaming & { dossier: string })[]
  /** Every step once, those of a dossier that got another id with what stood under the one before. */
  readonly steps: readonly ToldStep[]
  private readonly byKey: ReadonlyMap<string, ToldStep>
  private readonly dossiers: ReadonlyMap<string, string>

  constructor(steps: readonly Step[]) {
    const turnOf = ({ key, before, next }: Step) => ({ ...key, before: before?.data ?? null, next })
    this.moves = dossierMovesOf(steps.filter(({ key }) => key.kind === 'dossier').map(turnOf))
    this.dossiers = new Map(this.moves.map(({ from, to }) => [from, to]))
    this.byKey = this.told(steps)
    this.steps = [...this.byKey.values()]
    this.renamings = renamingsOf(this.steps.map(({ key, before, next }) => ({ ...key, before, next })))
  }

  /** The text that a record had before; null where it is new. */
  before({ key }: Step): AnyRecord | null {
    const before = this.byKey.get(keyText(key))?.before
    if (before) return this.named(key.kind, key.dossier, before)
    const from = this.renamings.find(
      ({ what, to, dossier }) => what.kind === key.kind && dossier === key.dossier && to === key.id,
    )
    const former = from && this.byKey.get(keyText({ ...key, id: from.what.id }))?.before
    return former ? Object.assign({}, this.named(key.kind, key.dossier, former), { id: key.id }) : null
  }

  /** The id of a dossier after. */
  dossierOf(id: string): string {
    return this.dossiers.get(id) ?? id
  }

  /** A dossier as it was. Of two records that became one, the one that stays stands in it. */
  form(records: DossierRecords): DossierRecords {
    const id = this.dossierOf(records.dossier.id)
    const dossier = id === records.dossier.id ? records.dossier : { ...records.dossier, id }
    if (this.renamings.length === 0) return dossier === records.dossier ? records : { ...records, dossier }
    const list = <R extends AnyRecord>(kind: RecordKind, own: R[]): R[] => {
      const all = own.map((record) => ({ record, to: this.idOf(kind, id, record.id) }))
      return all.flatMap(({ record, to }) => {
        const told = this.named(kind, id, record)
        if (to === record.id) return [told]
        return own.some((other) => other.id === to) ? [] : [{ ...told, id: to }]
      })
    }
    return {
      dossier: this.named('dossier', id, dossier),
      rules: list('rule', records.rules),
      changes: list('change', records.changes),
      actors: list('actor', records.actors),
      reports: list('report', records.reports),
    }
  }

  private told(steps: readonly Step[]): Map<string, ToldStep> {
    const told = new Map<string, ToldStep>()
    for (const { key, before, next } of steps) {
      const to = this.dossiers.get(key.dossier)
      const now = to === undefined ? key : { ...key, dossier: to, id: key.kind === 'dossier' ? to : key.id }
      const data = before?.data ?? null
      const was = data && now.id !== key.id ? Object.assign({}, data, { id: now.id }) : data
      const own = told.get(keyText(now))
      told.set(keyText(now), { key: now, before: was ?? own?.before ?? null, next: next ?? own?.next ?? null })
    }
    return told
  }

  private named<R extends AnyRecord>(kind: RecordKind, within: string, record: R): R {
    return this.renamings
      .filter(({ dossier, what }) => dossier === within || what.kind === 'source')
      .reduce((text, renaming) => renameIn(kind, text, renaming), record)
  }

  private idOf(kind: RecordKind, within: string, id: string): string {
    return (
      this.renamings.find(({ what, dossier }) => what.kind === kind && dossier === within && what.id === id)?.to ?? id
    )
  }
}
