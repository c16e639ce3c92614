import type { Day, Stage } from '@/lib/model'
import { findChange, findRule } from '@/lib/policy/compiled/find'
import { collectSteps, dayNumber, type Steps } from '@/lib/policy/compiled/steps'
import type { Compiled, CompiledChange, Move } from '@/lib/policy/compiled/types'
import { remember } from '@/lib/policy/remember'
import type { Limits } from './limits'

/** Where a change stands at a moment. */
export interface Life {
  stage: Stage
  /** The first day of the stage it is in: the `on` of the step that gave it. */
  on: Day
  /** Start of the trailing unbroken run of `in_force`; null unless the stage is `in_force`. */
  inForceOn: Day | null
  /** The step that gives the stage; null in an assumed life. */
  last: Move | null
}

export interface MomentOptions {
  /** The day the rules are asked about. */
  on: Day
  /** Only reports published by the end of this day count; left out: all of them. */
  known?: Day | undefined
  /** Lives, begun by then, put in place of the reported ones, for asking "what if"; null: the change does not exist. */
  assume?: ReadonlyMap<string, Life | null>
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
  lives: ReadonlyMap<string, Life | null>
  /** The steps of the rules that those changes alter; all others stand as they do without. */
  steps: ReadonlyMap<number, Steps>
  without: Moment
}

const mostMoments = 16

/** The moments asked for lately, so that a page's many questions share their work. */
const sharedMoments = remember((_: Compiled): Moment[] => [])

/** The dossier at (on, known). The moments asked for last, without assumptions, are shared. */
export function momentAt(compiled: Compiled, { on, known, assume }: MomentOptions): Moment {
  const moments = sharedMoments(compiled)
  let moment = moments.find((one) => one.on === on && one.known === (known ?? null))
  if (!moment) {
    moment = { ...newMoment(compiled, on, known ?? null), isPassing: false }
    moments.unshift(moment)
    moments.splice(mostMoments)
  }
  return assume ? assuming(moment, assume) : moment
}

/** A moment that is not shared: for walks over many days that nobody asks about again. */
export function newMoment(compiled: Compiled, on: Day, known: Day | null): Moment {
  return {
    compiled,
    on,
    known,
    limits: { on: dayNumber(on), published: known === null ? Number.POSITIVE_INFINITY : dayNumber(known) },
    assumed: null,
    isPassing: true,
  }
}

/** Another day of the same dossier, as known on the same day, with assumed lives; not shared. */
export const passingMoment = (
  { compiled, known }: Moment,
  on: Day,
  assume: ReadonlyMap<string, Life | null>,
): Moment => {
  const without =
    sharedMoments(compiled).find((one) => one.on === on && one.known === known) ?? newMoment(compiled, on, known)
  return assume.size === 0 ? without : assuming(without, assume)
}

function assuming(without: Moment, lives: ReadonlyMap<string, Life | null>): Moment {
  const { compiled, on, known } = without
  const steps = new Map<number, Steps>()
  for (const id of lives.keys())
    for (const { rule: ruleId } of findChange(compiled, id)?.change.alterations ?? []) {
      const rule = findRule(compiled, ruleId)
      if (rule)
        steps.set(rule.index, collectSteps(rule.alteredBy.map(({ change }) => movesIn(lives.get(change.id), change))))
    }
  return { ...newMoment(compiled, on, known), assumed: { lives, steps, without } }
}

/** The steps of a change; an assumed life is a single one, reported ever since. */
function movesIn(life: Life | null | undefined, { moves }: CompiledChange) {
  if (life === undefined) return moves
  return life ? [{ on: life.inForceOn ?? life.on, day: '0000-01-01', stage: life.stage }] : []
}
