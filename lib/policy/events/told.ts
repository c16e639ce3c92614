import type { ContradictionKind, DateText, Day, Disposition, Stage, Text } from '@/lib/model'
import type { Duty } from '@/lib/policy/answer/settle'
import type { Direction } from '@/lib/policy/compare/differences'
import type { Box } from '@/lib/policy/compiled/boxes'
import type { ForecastState } from '@/lib/policy/over-time/forecast'

/* What events tell, as data (model, section 10): ids, dates as they were told, and never a sentence. */

/** Where a change stands, and since when, as it is told. */
export interface StageTold {
  stage: Stage
  date: DateText
}

/** A change has come to stand elsewhere, or its step is dated otherwise; null: it does not exist. */
export interface StepTold {
  change: string
  before: StageTold | null
  after: StageTold | null
  /** The report that tells the step; null where none does any more. */
  report: string | null
}

/** An answer to cases; of what comes next `since` is the day from which it will be so. */
export interface AnswerTold {
  disposition: Disposition | 'mixed'
  rule: string | null
  change: string | null
  since: Day | null
  conditions: Text[]
  duties: Duty[]
}

/** Cases that were told the same before, and are told the same after. */
export interface AnswersMove {
  /** The whole of them, as blocks that share no case. */
  where: Box[]
  cases: number
  /** They are no cases of the dossier any more: `where` is in the words of the form before. */
  isGone: boolean
  /** Null, of what comes next: nothing that is known. */
  before: AnswerTold | null
  after: AnswerTold | null
}

/** Answers that one change moves in one direction. */
export interface AnswersTold {
  /** Whether the answers themselves are others, or what comes next for answers that stay. */
  about: 'now' | 'next'
  direction: Direction
  /** From which day on: of `now` the day itself, of `next` the first that is ahead; null: nothing is any more. */
  from: Day | null
  cases: number
  moves: AnswersMove[]
  because: {
    /** Null: no change explains it, a text was edited. */
    change: string | null
    rules: string[]
    reports: string[]
  }
}

/** A date that was ahead is another: of a step of a change, or of rules that a change in force puts off. */
export interface PostponedTold {
  change: string
  /** Null where it is the date of rules. */
  stage: Stage | null
  rules: string[]
  before: DateText
  after: DateText
  direction: 'postponed' | 'brought_forward'
  report: string | null
}

/** Reports on a change disagree. */
export interface ContradictionTold {
  change: string
  about: ContradictionKind
  stage: Stage | null
  reports: string[]
}

/** An editor has settled on what holds. */
export interface SettledTold extends ContradictionTold {
  holds: string
  against: string | null
}

/** What became of a forecast. */
export interface ForecastTold {
  report: string
  change: string
  stage: Stage
  from: DateText | null
  until: DateText | null
  outcome: Exclude<ForecastState, 'open'>
  /** Whole days past the end of its window, of one that is late or overdue. */
  days: number
  /** The report of the step that met it, or ended the change. */
  by: string | null
}

/** What the engine finds, by the kind of event. */
export interface PolicyEventData {
  step: StepTold
  answers: AnswersTold
  postponed: PostponedTold
  contradiction: ContradictionTold
  settled: SettledTold
  forecast: ForecastTold
}

type Told<Kind extends keyof PolicyEventData> = { kind: Kind; key: string; data: PolicyEventData[Kind] }

/** What happened to a dossier. `key` tells it from all others of its kind that one publication or day brings. */
export type PolicyEvent = { [Kind in keyof PolicyEventData]: Told<Kind> }[keyof PolicyEventData]
