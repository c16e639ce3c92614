import type { Path, Problem } from '../problem'
import type { RecordKind } from '../words'

/** What may be doubtful though it is lawful (model, section 3). */
export const doubtKinds = [
  'from-before-start',
  'step-after-start',
  'stage-reached-already',
  'start-not-over',
  'order-of-day-open',
  'end-of-a-part',
  'phase-told-as-step',
  'resolution-against-none',
  'resolution-without-effect',
  'resolutions-against-each-other',
  'times-overlap',
  'blank-of-none',
  'one-unnamed-origin',
  'address-used-twice',
  'long-summary',
] as const
export type DoubtKind = (typeof doubtKinds)[number]

/** One doubt about a record: which kind of doubt, and as of a problem the record, the field, and what to do about it. */
export interface Doubt extends Problem {
  doubt: DoubtKind
}

/** Where what is doubtful is told. */
export type Doubting = (doubt: DoubtKind, kind: RecordKind, id: string, path: Path, message: string) => void
