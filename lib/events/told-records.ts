import type { RecordKind, RecordOf, Report } from '@/lib/model'
import type { StoredEvent } from './event'

/** Names a record: `dossier` is '' for a publisher, for a dossier its own id. */
export interface NamedRecord {
  kind: RecordKind
  dossier: string
  id: string
}

/** The records that events name, as they are public now; what is gone is not there. */
export interface ToldRecords {
  find<K extends RecordKind>(kind: K, dossier: string, id: string): RecordOf[K] | undefined
  /** What an edition gave as its reason. */
  reasonOf(edition: number): string | undefined
}

/** What an event names: its dossier, changes, rules and reports; what the reports name in turn is `namedByReport`. */
export function namedIn(event: StoredEvent): NamedRecord[] {
  const { dossier } = event
  const of = (kind: RecordKind, ids: readonly (string | null)[]): NamedRecord[] =>
    [...new Set(ids)].flatMap((id) => (id === null ? [] : [{ kind, dossier, id }]))
  return [...(dossier === '' ? [] : of('dossier', [dossier])), ...of('report', reportsOf(event)), ...told(event, of)]
}

function told(
  { kind, data }: StoredEvent,
  of: (kind: RecordKind, ids: readonly (string | null)[]) => NamedRecord[],
): NamedRecord[] {
  switch (kind) {
    case 'answers':
      return [...of('change', [data.because.change]), ...of('rule', data.because.rules.slice(0, mostNamed))]
    case 'postponed':
      return [...of('change', [data.change]), ...of('rule', data.rules.slice(0, mostNamed))]
    case 'step':
    case 'contradiction':
    case 'settled':
    case 'forecast':
      return of('change', [data.change])
    default:
      return []
  }
}

/** So many records of a kind are named in one event; there may be more. */
export const mostNamed = 5

/** The reports that an event tells of, the one that it rests on first. */
export function reportsOf({ kind, data }: StoredEvent): string[] {
  switch (kind) {
    case 'reported':
    case 'corrected':
    case 'retracted':
      return [data.report]
    case 'step':
    case 'postponed':
      return data.report === null ? [] : [data.report]
    case 'answers':
      return data.because.reports.slice(0, mostNamed)
    case 'settled':
      return [...new Set([data.holds, ...data.reports])].slice(0, mostNamed)
    case 'contradiction':
      return data.reports.slice(0, mostNamed)
    case 'forecast':
      return [data.report, ...(data.by ? [data.by] : [])]
    case 'edition':
      return []
  }
}

/** What a report names: its publisher, the changes it tells of, the actors that it quotes. */
export const namedByReport = (dossier: string, { source, effects, positions }: Report): NamedRecord[] => [
  { kind: 'source', dossier: '', id: source },
  ...[...effects, ...positions].map(({ change }): NamedRecord => ({ kind: 'change', dossier, id: change })),
  ...[...positions.map(({ actor }) => actor), ...effects.flatMap(({ by }) => by ?? [])].map(
    (id): NamedRecord => ({ kind: 'actor', dossier, id }),
  ),
]
