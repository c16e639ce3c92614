import { LRUCache } from 'lru-cache'
import { addDays, type DateText, type Day, firstDay, type Stage } from '@/lib/model'
import { leavesAskedBy, rulesMeeting } from './answer'
import type { Bits } from './bits'
import { compareMoments, type Difference } from './compare'
import type { CompiledChange } from './compile'
import { type Life, lifeAt } from './life'
import { type Moment, momentAt } from './moment'
import { type Pending, pendingOn } from './standing'

/** What a pending change would make of a question's cases. */
export interface Adoption {
  change: string
  stage: Stage
  /** The step by which the change stands at that stage, as its report dates it. */
  since: DateText
  /** From when the answers would differ, where that is still to come; null: as soon as it is in force. */
  from: DateText | null
  /** The cases that would be answered otherwise, and how. */
  differences: Difference[]
}

/**
 * What each of the changes that are pending on a question would make of its answers: one that is in force, on each of its dates
 * ahead; any other, once it is in force; all others taken as they stand on the day asked about, whatever became of them later.
 * A change that would move no answer stays out. In the order of the pending alterations. A question is asked in two languages:
 * what was found is remembered for as long as the moment is.
 */
export function adoptionsOf(moment: Moment, question: Record<string, string>): readonly Adoption[] {
  const known = found.get(moment) ?? new LRUCache<string, readonly Adoption[]>({ max: 64 })
  found.set(moment, known)
  const key = JSON.stringify(moment.compiled.dimensions.map(({ dimension }) => question[dimension.id]))
  const adoptions = known.get(key) ?? workOut(moment, question)
  known.set(key, adoptions)
  return adoptions
}

const found = new WeakMap<Moment, LRUCache<string, readonly Adoption[]>>()

function workOut(moment: Moment, question: Record<string, string>): readonly Adoption[] {
  const { compiled } = moment
  const within = leavesAskedBy(compiled, question)
  const byChange = new Map<string, Pending[]>()
  for (const one of pendingOn(moment, rulesMeeting(compiled, within)))
    byChange.set(one.change, [...(byChange.get(one.change) ?? []), one])
  const later = laterDays(moment)
  return [...byChange].flatMap(([id, own]) => {
    const change = compiled.changes[compiled.changeIndex.get(id) ?? -1]
    const life = change && lifeAt(moment, change)
    if (!life) return []
    const told = { change: id, stage: life.stage, since: life.last?.effect.on ?? life.on }
    const steps =
      life.stage === 'in_force' ? applied(later, id, own, within) : adopted(later, change, life, own, within)
    return steps.map((one) => ({ ...told, ...one }))
  })
}

type Found = Pick<Adoption, 'from' | 'differences'>

/** A later day, as it would be if no change moved from where it stands, but for one that may be given another life. */
interface Later {
  moment: Moment
  on: (day: Day, other?: [change: string, life: Life]) => Moment
}

function laterDays(moment: Moment): Later {
  const { compiled, known } = moment
  const moving = compiled.changes.filter(({ moves }) => (moves.at(-1)?.on ?? '') > moment.on)
  const still = moving.map((change): [string, Life | null] => [change.change.id, lifeAt(moment, change)])
  return {
    moment,
    on: (day, other) => {
      const assume = new Map(other ? [...still, other] : still)
      return momentAt(compiled, { on: day, known: known ?? undefined, ...(assume.size > 0 && { assume }) })
    },
  }
}

/** What a change in force brings on each of its dates ahead. */
function applied(later: Later, id: string, own: readonly Pending[], within: readonly Bits[]): Found[] {
  const dates = new Set(own.flatMap(({ from }) => from ?? []))
  return [...dates].sort().flatMap((from) => {
    const day = firstDay(from)
    const all = compareMoments(later.on(addDays(day, -1)), later.on(day), within)
    const differences = all.filter(({ change }) => change === id)
    return differences.length > 0 ? [{ from, differences }] : []
  })
}

/** What a change would bring, on the first day on which it makes a difference. */
function adopted(
  later: Later,
  { change: { id }, moves }: CompiledChange,
  life: Life,
  own: readonly Pending[],
  within: readonly Bits[],
): Found[] {
  const { on, known } = later.moment
  // Of what is decided the day may be known; what is only proposed has none, whatever became of it later.
  const step = moves.find(
    (move) =>
      life.stage === 'decided' && move.stage === 'in_force' && move.on > on && (known === null || move.day <= known),
  )
  const start = step ? (step.effect.on ?? step.on) : on
  const inForceOn = firstDay(start)
  for (const date of datesFrom(later.moment, start, own)) {
    const day = firstDay(date)
    const then = later.on(day, [id, { stage: 'in_force', on: inForceOn, inForceOn, last: null }])
    const differences = compareMoments(later.on(day, [id, life]), then, within)
    if (differences.length > 0) return [{ from: day > on ? date : null, differences }]
  }
  return []
}

/** From a day on the dates on which a change may begin to matter: its own, and those on which the rules it alters may turn. */
function datesFrom({ compiled }: Moment, start: DateText, own: readonly Pending[]): DateText[] {
  const dates = new Map([[firstDay(start), start]])
  const add = (date: DateText | null) => {
    if (date !== null && firstDay(date) > firstDay(start)) dates.set(firstDay(date), date)
  }
  for (const { rule: id, from } of own) {
    add(from)
    const rule = compiled.rules[compiled.ruleIndex.get(id) ?? -1]
    for (const { alterations } of rule?.alteredBy ?? []) for (const alteration of alterations) add(alteration.from)
  }
  return [...dates].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, date]) => date)
}
