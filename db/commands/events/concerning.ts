import type { DossierRecords, Report } from '@/lib/model'
import type { PolicyEvent } from '@/lib/policy'
import { type RecordKey, recordKey } from '../../key'

/** Finds the records of a dossier that events concern. */
export class EventRecords {
  private readonly altered: ReadonlyMap<string, string[]>

  constructor(private readonly records: Pick<DossierRecords, 'dossier' | 'changes'>) {
    this.altered = new Map(records.changes.map(({ id, alterations }) => [id, alterations.map(({ rule }) => rule)]))
  }

  /** Of a report: its publisher, and the changes, rules and actors that it tells of. */
  ofReport({ id, source, effects, positions, expectations }: Report): RecordKey[] {
    const ruled = new Set(effects.flatMap(({ change, rules }) => (rules ? [] : [change])))
    const changes = [...effects, ...positions, ...expectations].map(({ change }) => change)
    const rules = [
      ...effects.flatMap(({ rules }) => rules ?? []),
      ...[...ruled].flatMap((change) => this.rulesOf(change)),
    ]
    const actors = [...positions.map(({ actor }) => actor), ...effects.flatMap(({ by }) => by ?? [])]
    return [
      ...this.keys('report', [id]),
      recordKey('source', '', source),
      ...this.keys('change', changes),
      ...this.keys('rule', rules),
      ...this.keys('actor', actors),
    ]
  }

  /** Of what the engine finds: the change, the rules that it alters or that move, the reports that tell it. */
  of({ kind, data }: PolicyEvent): RecordKey[] {
    switch (kind) {
      case 'step':
        return this.ofChange(data.change, [data.report])
      case 'postponed':
        return this.ofChange(data.change, [data.report], data.rules)
      case 'answers': {
        const { change, rules, reports } = data.because
        return change === null ? this.keys('rule', rules) : this.ofChange(change, reports, rules)
      }
      case 'forecast':
        return this.ofChange(data.change, [data.report])
      default:
        return this.ofChange(data.change, data.reports)
    }
  }

  private ofChange(change: string, reports: readonly (string | null)[], rules: readonly string[] = []): RecordKey[] {
    return [
      ...this.keys('change', [change]),
      ...this.keys('rule', rules.length > 0 ? rules : this.rulesOf(change)),
      ...this.keys(
        'report',
        reports.flatMap((report) => report ?? []),
      ),
    ]
  }

  private rulesOf = (change: string): readonly string[] => this.altered.get(change) ?? []

  private keys = (kind: RecordKey['kind'], ids: readonly string[]): RecordKey[] =>
    ids.map((id) => recordKey(kind, this.records.dossier.id, id))
}
