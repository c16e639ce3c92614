import type { Dossier } from './records'
import type { RecordKind } from './words'

const lawStages: readonly unknown[] = ['decided', 'in_force']

/**
 * Whether a dossier wants a second person to look at a draft of one of its records before it is published: always, or (`law`)
 * where an effect of a report reaches `decided` or `in_force`, and where a report is removed that may have held one, by itself or
 * with its dossier. `data` is
 * a draft's text in whatever state it is; null: the record is removed.
 */
export function needsSecondPerson(review: Dossier['review'], kind: RecordKind, data: unknown): boolean {
  if (review?.second === 'always') return true
  if (review?.second !== 'law') return false
  // It takes its reports along.
  if (kind === 'dossier') return data === null
  if (kind !== 'report') return false
  if (data === null) return true
  const { effects } = Object(data) as { effects?: unknown }
  return Array.isArray(effects) && effects.some((effect) => lawStages.includes(Object(effect).stage))
}
