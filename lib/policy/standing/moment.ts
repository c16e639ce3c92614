import type { Day } from '@/lib/model'
import type { Compiled, CompiledChange } from '@/lib/policy/compiled/compile'
import { collectSteps, dayNumber, type Steps } from '@/lib/policy/compiled/steps'
import type { Life, Limits } from './life'
import type { Standing } from './status'

export interface MomentOptions {
  /** The day the rules are asked about. */
  on: Day
  /** Only reports published by the end of this day count; left out: all of them. */
  known?: Day | undefined
  /** Lives, begun by then, put in place of the reported ones, for asking "what if"; null: the change does not exist. */
  assume?: ReadonlyMap<string, Life | null>
}

/** A compiled dossier on a day, as known by a day. How its rules stand is worked out when first asked for. */
export interface Moment {
  compiled: Compiled
  on: Day
  known: Day | null
  /** The same as numbers. */
  limits: Limits
  assumed: Assumed | null
  /** By the index of the rule. */
  standings: (Standing | undefined)[]
}

/** What is assumed of some changes. */
interface Assumed {
  lives: ReadonlyMap<string, Life | null>
  /** The steps of the rules that those changes alter; all others stand as they do without. */
  steps: ReadonlyMap<number, Steps>
  without: Moment
}

const mostMoments = 16

/** The dossier at (on, known). The moments asked for last, without assumptions, are shared. */
export function momentAt(compiled: Compiled, { on, known, assume }: MomentOptions): Moment {
  const { moments } = compiled
  let moment = moments.find((one) => one.on === on && one.known === (known ?? null))
  if (!moment) {
    moment = newMoment(compiled, on, known ?? null)
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
    standings: new Array(compiled.rules.length),
  }
}

/** Another day of the same dossier, as known on the same day, with assumed lives; not shared. */
export const passingMoment = (
  { compiled, known }: Moment,
  on: Day,
  assume: ReadonlyMap<string, Life | null>,
): Moment => {
  const without = compiled.moments.find((one) => one.on === on && one.known === known) ?? newMoment(compiled, on, known)
  return assume.size === 0 ? without : assuming(without, assume)
}

function assuming(without: Moment, lives: ReadonlyMap<string, Life | null>): Moment {
  const { compiled, on, known } = without
  const steps = new Map<number, Steps>()
  for (const id of lives.keys())
    for (const { rule } of compiled.changes[compiled.changeIndex.get(id) ?? -1]?.change.alterations ?? []) {
      const index = compiled.ruleIndex.get(rule) ?? -1
      const alteredBy = compiled.rules[index]?.alteredBy ?? []
      steps.set(index, collectSteps(alteredBy.map(({ change }) => movesIn(lives.get(change.change.id), change))))
    }
  return { ...newMoment(compiled, on, known), assumed: { lives, steps, without } }
}

/** The steps of a change; an assumed life is a single one, reported ever since. */
function movesIn(life: Life | null | undefined, { moves }: CompiledChange) {
  if (life === undefined) return moves
  return life ? [{ on: life.inForceOn ?? life.on, day: '0000-01-01', stage: life.stage }] : []
}
