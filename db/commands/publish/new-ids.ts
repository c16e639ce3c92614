import { type AnyRecord, type DossierRecords, type RecordKind, type Renaming, renameIn, renamingsOf } from '@/lib/model'
import type { Turn } from './turn'

type Step = Turn['steps'][number]

/**
 * What was public before an edition, told in the ids that hold after it: a record that got another id is not a new one, and one
 * that names it says nothing else than before.
 */
export class NewIds {
  readonly renamings: readonly (Renaming & { dossier: string })[]

  constructor(private readonly steps: readonly Step[]) {
    this.renamings = renamingsOf(steps.map(({ key, before, next }) => ({ ...key, before: before?.data ?? null, next })))
  }

  /** The text that a record had before; null where it is new. */
  before({ key, before }: Step): AnyRecord | null {
    if (before) return this.told(key.kind, key.dossier, before.data)
    const from = this.renamings.find(
      ({ what, to, dossier }) => what.kind === key.kind && dossier === key.dossier && to === key.id,
    )
    if (!from) return null
    const former = this.steps.find(
      (step) => step.key.kind === key.kind && step.key.dossier === key.dossier && step.key.id === from.what.id,
    )?.before
    return former ? Object.assign({}, this.told(key.kind, key.dossier, former.data), { id: key.id }) : null
  }

  /** A dossier as it was. Of two records that became one, the one that stays stands in it. */
  form(records: DossierRecords): DossierRecords {
    if (this.renamings.length === 0) return records
    const { id } = records.dossier
    const list = <R extends AnyRecord>(kind: RecordKind, own: R[]): R[] => {
      const all = own.map((record) => ({ record, to: this.idOf(kind, id, record.id) }))
      return all.flatMap(({ record, to }) => {
        const told = this.told(kind, id, record)
        if (to === record.id) return [told]
        return own.some((other) => other.id === to) ? [] : [{ ...told, id: to }]
      })
    }
    return {
      dossier: this.told('dossier', id, records.dossier),
      rules: list('rule', records.rules),
      changes: list('change', records.changes),
      actors: list('actor', records.actors),
      reports: list('report', records.reports),
    }
  }

  private told<R extends AnyRecord>(kind: RecordKind, within: string, record: R): R {
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
