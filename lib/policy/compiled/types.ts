import type {
  Alteration,
  Change,
  DateText,
  Day,
  Dimension,
  Dossier,
  DossierRecords,
  Effect,
  Member,
  Report,
  Rule,
  Stage,
  Tier,
} from '@/lib/model'
import type { Bits } from './bits'
import type { SharedMap } from './shared-map'
import type { DayNumber, PlainStep, Steps } from './steps'

/** One leaf per dimension. */
export type Case = Record<string, string>

export interface CompiledDimension {
  readonly dimension: Dimension
  /** Leaf ids in tree order; a case names one of them. */
  readonly leaves: readonly string[]
  readonly leafIndex: ReadonlyMap<string, number>
  /** The leaves that each value stands for, leaf or inner, and each group. */
  readonly valueBits: ReadonlyMap<string, Bits>
  readonly members: ReadonlyMap<string, Member>
  /** Per leaf the rules whose scope holds it; behind them, one bit each, the scopes that the dossier does not track. */
  readonly rulesAt: readonly Bits[]
}

/** An alteration with its dates as day numbers; `start` null means: from the day the change is in force. */
export interface CompiledAlteration extends Pick<Alteration, 'to' | 'conditions' | 'says' | 'from' | 'until'> {
  readonly start: DayNumber | null
  readonly end: DayNumber | null
  /** Its place among all alterations of its rule. */
  readonly place: number
}

export interface CompiledRule {
  readonly id: string
  readonly rule: Rule
  readonly index: number
  readonly isDuty: boolean
  /** Per dimension, in the dossier's order, the leaves in scope. */
  readonly scope: readonly Bits[]
  /** The rules that override this one explicitly and are not overridden by it in turn; of a norm, only norms. */
  readonly overriddenBy: Bits
  /** The norms that are strictly narrower than this one. */
  readonly narrowedBy: Bits
  /** What alters it, in the order in which the changes begin. */
  readonly alteredBy: readonly AlteredBy[]
  /** The steps of those changes: of this rule only, and the same object as in the form before while all that alters it says the same. */
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

/** A report with the time at which it came out, as far as that is told. */
export interface CompiledReport {
  readonly report: Report
  /** Its date in the dossier's time zone, as it is told. */
  readonly date: DateText
  /** The first day of that. */
  readonly day: Day
  readonly first: DayNumber
  /** The last day of it: it counts for who knows of that day. */
  readonly last: DayNumber
  /** Milliseconds since the epoch; null: the start of its first day. */
  readonly instant: number | null
  readonly isInstant: boolean
}

/** One effect of a published report on a change. */
export interface CompiledEffect {
  readonly report: Report
  readonly told: CompiledReport
  readonly effect: Effect
  readonly position: number
  /** When it happened, as it is told: its own date, or that of its report. */
  readonly date: DateText
  /** The first day of that. */
  readonly on: Day
  readonly stage: Stage | null
}

/** A `moves` effect, whether it is a step or not: denied, set aside or fallen away, it is shown. */
export interface Move extends CompiledEffect {
  readonly stage: Stage
}

/** Whether an effect tells of a step. */
export const isMove = (told: CompiledEffect): told is Move => told.effect.kind === 'moves' && told.stage !== null

/** A step that stands in the life of a change (model, section 2, steps of a change). */
export interface Step extends PlainStep {
  readonly move: Move
  readonly stage: Stage
  readonly day: Day
}

/** Why something that is told of a change is no step of it, and by what. */
export interface Dropped {
  /**
   * Denied or only thought possible in itself; `setAside` by a resolution; announced and then `moved` to another date, `ended` before it
   * came, or `calledOff` by a denial; or the `exact` date is told by another.
   */
  why: 'denied' | 'possible' | 'setAside' | 'moved' | 'ended' | 'calledOff' | 'exact'
  by: CompiledEffect | null
}

/** The steps of a change that stand, in the order of a life, and what is no step. */
export interface LifeTold {
  steps: readonly Step[]
  dropped: ReadonlyMap<CompiledEffect, Dropped>
}

export interface CompiledChange {
  readonly id: string
  readonly change: Change
  readonly index: number
  /** All effects of any kind, by the day of which they tell. */
  readonly effects: readonly CompiledEffect[]
  /** Its steps when all reports count, and what is none. */
  readonly life: LifeTold
  /** The reports that its resolutions hold, of those that stand, with the day from which each counts. */
  readonly holding: ReadonlyMap<string, DayNumber>
  /** Whether what stands of it with less knowledge are the same steps without those not known yet. */
  readonly isPlain: boolean
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
  /** Which rules are duties; null: none is. */
  readonly duties: Bits | null
  /** Which rules another may override. */
  readonly overridable: Bits
  readonly reports: SharedMap<CompiledReport>
  /** Those that expect something; the same object as in the form before while they are the same. */
  readonly expecting: ReadonlySet<CompiledReport>
  /** The reports of which nothing holds. */
  readonly discredited: ReadonlySet<string>
  /** Of each publisher that is known. */
  readonly tiers: ReadonlyMap<string, Tier>
}
