import type {
  Alteration,
  Change,
  Day,
  Dimension,
  Dossier,
  DossierRecords,
  Effect,
  Report,
  Rule,
  Stage,
} from '@/lib/model'
import type { Bits } from './bits'
import type { DayNumber, Steps } from './steps'

/** One leaf per dimension. */
export type Case = Record<string, string>

export interface CompiledDimension {
  readonly dimension: Dimension
  /** Leaf ids in tree order; a case names one of them. */
  readonly leaves: readonly string[]
  readonly leafIndex: ReadonlyMap<string, number>
  /** The leaves that each value, leaf or inner, stands for. */
  readonly valueBits: ReadonlyMap<string, Bits>
  /** Per leaf the rules whose scope holds it. */
  readonly rulesAt: readonly Bits[]
}

/** An alteration with its dates as day numbers; `start` null means: from the day the change is in force. */
export interface CompiledAlteration extends Pick<Alteration, 'to' | 'conditions' | 'from' | 'until'> {
  readonly start: DayNumber | null
  readonly end: DayNumber | null
  /** Its place among all alterations of its rule. */
  readonly place: number
}

export interface CompiledRule {
  readonly id: string
  readonly rule: Rule
  readonly index: number
  /** Per dimension, in the dossier's order, the leaves in scope. */
  readonly scope: readonly Bits[]
  /** The rules that override this one explicitly. */
  readonly overriddenBy: Bits
  /** They and the strictly narrower ones that this one does not override: each sets it aside where it speaks. */
  readonly setAsideBy: Bits
  /** What alters it, in the order in which the changes begin. */
  readonly alteredBy: readonly AlteredBy[]
  /** The steps of those changes. */
  readonly steps: Steps
  /** Per change the latest `start` of its alterations of the rule; 0 when none has any. */
  readonly lastStarts: Int32Array
}

/** What one change alters of a rule. */
export interface AlteredBy {
  readonly change: CompiledChange
  /** In the order of the change's list. */
  readonly alterations: readonly CompiledAlteration[]
  /** Sorts by change id, then rule id. */
  readonly order: number
}

/** One effect of a published report on a change, with the days that section 2 sorts by. */
export interface CompiledEffect {
  readonly report: Report
  /** Day of publication in the dossier's time zone. */
  readonly day: Day
  readonly effect: Effect
  readonly position: number
  readonly on: Day
  readonly stage: Stage | null
}

/** A `moves` effect: one step in the life of a change. */
export interface Move extends CompiledEffect {
  readonly stage: Stage
}

/** Whether an effect is a step. */
export const isMove = (told: CompiledEffect): told is Move => told.effect.kind === 'moves' && told.stage !== null

export interface CompiledChange {
  readonly id: string
  readonly change: Change
  readonly index: number
  /** All `moves` effects, in the order of a life. */
  readonly moves: readonly Move[]
  /** All effects of any kind, in the same order. */
  readonly effects: readonly CompiledEffect[]
}

/** A dossier made ready for asking: built once per edition, never changed afterwards; what is worked out of it, `remember` keeps. */
export interface Compiled {
  /** All records, retracted reports too. */
  readonly records: DossierRecords
  /** The records that count. */
  readonly standing: DossierRecords
  readonly dossier: Dossier
  readonly dimensions: readonly CompiledDimension[]
  /** In the order of their ids. */
  readonly rules: readonly CompiledRule[]
  readonly ruleIndex: ReadonlyMap<string, number>
  readonly changes: readonly CompiledChange[]
  readonly changeIndex: ReadonlyMap<string, number>
  /** The steps of all changes. */
  readonly steps: Steps
  readonly reports: ReadonlyMap<string, Report>
}
