import { type DateText, type Day, type Stage, stageRank } from '@/lib/model'
import { findChange, findRule } from '@/lib/policy/compiled/find'
import {
  collectSteps,
  type DayNumber,
  dayNumber,
  type PlainStep,
  type Steps,
  withOtherLives,
} from '@/lib/policy/compiled/steps'
import type { Compiled, CompiledChange, CompiledRule, Step } from '@/lib/policy/compiled/types'
import { remember } from '@/lib/policy/remember'
import { stepsKnown } from './known'
import type { Limits } from './limits'

/** Where a change stands at a moment (model, section 2, life of a change). */
export interface Life {
  stage: Stage
  /** The first day of the stage it is in. */
  on: Day
  /** The same as it is told. */
  date: DateText
  /** First day of the stretch in force that runs, whatever interrupted it; null unless the stage is `in_force`. */
  inForceOn: Day | null
  /** The step that led to the stage; null in an assumed life. */
  step: Step | null
}

/** What is taken to be so: a change is in force from a day on; null: it does not exist. */
export type Assumptions = ReadonlyMap<string, Day | null>

export interface MomentOptions {
  /** The day the rules are asked about. */
  on: Day
  /** Only reports that counted by the end of this day do; left out: all of them. */
  known?: Day | undefined
  /** For asking “what if” (model, section 2). */
  assume?: Assumptions | undefined
}

/** A compiled dossier on a day, as known by a day. */
export interface Moment {
  compiled: Compiled
  on: Day
  known: Day | null
  /** The same as numbers. */
  limits: Limits
  assumed: Assumed | null
  /** Nobody asks about it again, so that nothing is kept of it that is quickly found. */
  isPassing: boolean
}

/** What is assumed of some changes. */
interface Assumed {
  assumptions: Assumptions
  lives: ReadonlyMap<string, readonly AssumedStep[]>
  /** The steps of the rules that those changes alter, those not known left out; all others stand as they do without. */
  steps: ReadonlyMap<number, Steps>
  without: Moment
}

/** A step of an assumed life: one that is told, or the assumed one. */
export type AssumedStep = Step | PlainStep

const mostMoments = 16

/** The moments asked for lately, so that a page's many questions share their work. */
const sharedMoments = remember((_: Compiled): Moment[] => [])

/** The dossier at (on, known). The moments asked for last are shared, those under one set of assumptions too. */
export function momentAt(compiled: Compiled, { on, known, assume }: MomentOptions): Moment {
  const moments = sharedMoments(compiled)
  const assumed = assume && assume.size > 0 ? assume : null
  let moment = moments.find(
    (one) =>
      one.on === on && one.known === (known ?? null) && sameAssumptions(one.assumed?.assumptions ?? null, assumed),
  )
  if (!moment) {
    const plain = newMoment(compiled, on, known ?? null)
    moment = { ...(assumed ? assuming(plain, assumed) : plain), isPassing: false }
    moments.unshift(moment)
    moments.splice(mostMoments)
  }
  return moment
}

const sameAssumptions = (a: Assumptions | null, b: Assumptions | null): boolean =>
  a === b || (a !== null && b !== null && a.size === b.size && [...a].every(([id, day]) => b.get(id) === day))

/** A moment that is not shared: for walks over many days that nobody asks about again. */
export function newMoment(compiled: Compiled, on: Day, known: Day | null, assume: Assumptions | null = null): Moment {
  const plain: Moment = {
    compiled,
    on,
    known,
    limits: { on: dayNumber(on), known: known === null ? Number.POSITIVE_INFINITY : dayNumber(known) },
    assumed: null,
    isPassing: true,
  }
  return assume && assume.size > 0 ? assuming(plain, assume) : plain
}

/** Another day of the same dossier, with the same knowledge and the same assumptions; not shared. */
export const onDay = ({ compiled, known, assumed }: Moment, on: Day): Moment =>
  newMoment(compiled, on, known, assumed?.assumptions ?? null)

/** The same moment under more assumptions; not shared. */
export const assumingAlso = ({ compiled, on, known, assumed }: Moment, more: Assumptions): Moment =>
  newMoment(compiled, on, known, new Map([...(assumed?.assumptions ?? []), ...more]))

function assuming(without: Moment, assumptions: Assumptions): Moment {
  const { compiled, limits } = without
  const lives = new Map<string, readonly AssumedStep[]>()
  for (const [id, day] of assumptions) {
    const change = findChange(compiled, id)
    if (change) lives.set(id, assumedLife(stepsKnown(change, limits.known).steps, day))
  }
  return withLives(without, assumptions, lives)
}

/** The life of a change that is taken to be in force from a day on, or not to exist. */
export const assumedLife = (steps: readonly Step[], day: Day | null): readonly AssumedStep[] =>
  day === null ? [] : withStart(steps, dayNumber(day))

/** A moment at which some changes have other lives. */
export function withLives(
  without: Moment,
  assumptions: Assumptions,
  lives: ReadonlyMap<string, readonly AssumedStep[]>,
): Moment {
  const { compiled, limits } = without
  const altered = new Set<string>()
  for (const id of lives.keys())
    for (const { rule } of findChange(compiled, id)?.change.alterations ?? []) altered.add(rule)
  const steps = new Map<number, Steps>()
  const stepsIn = (change: CompiledChange) => lives.get(change.id) ?? stepsKnown(change, limits.known).steps
  for (const id of altered) {
    const rule = findRule(compiled, id)
    if (rule)
      steps.set(
        rule.index,
        limits.known === Number.POSITIVE_INFINITY
          ? otherSteps(rule, lives)
          : collectSteps(rule.alteredBy.map(({ change }) => stepsIn(change))),
      )
  }
  return { ...without, assumed: { assumptions, lives, steps, without } }
}

/** The steps of a rule by all reports, but for some changes that have other lives. */
function otherSteps({ alteredBy, steps }: CompiledRule, lives: ReadonlyMap<string, readonly AssumedStep[]>): Steps {
  const others = alteredBy.flatMap(({ change }, at) => {
    const life = lives.get(change.id)
    return life ? [[at, life] as const] : []
  })
  return withOtherLives(steps, new Map(others))
}

/** A life in which the change is in force from a day on, whatever is told of that day and those after it. */
const withStart = (steps: readonly Step[], on: DayNumber): AssumedStep[] => [
  ...steps.filter((step) => step.on <= on),
  { on, counts: 0, rank: stageRank('in_force') },
]
