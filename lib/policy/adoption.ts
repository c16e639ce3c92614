import { addDays, type DateText, type Day, firstDay, type Stage } from '@/lib/model'
import { leavesAskedBy } from './answer'
import type { Bits } from './bits'
import { compareMoments, type Difference } from './compare'
import type { CompiledChange } from './compile'
import { ruleHistory } from './history'
import { type Life, lifeAt } from './life'
import { type Moment, momentAt } from './moment'
import type { Pending } from './standing'

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
 * ahead; any other, once it is in force. A change that would move none of them stays out. In the order of the pending alterations.
 */
export function adoptionsOf(
  moment: Moment,
  question: Record<string, string>,
  pending: readonly Pending[],
): readonly Adoption[] {
  const { compiled } = moment
  const within = leavesAskedBy(compiled, question)
  const byChange = new Map<string, Pending[]>()
  for (const one of pending) byChange.set(one.change, [...(byChange.get(one.change) ?? []), one])
  return [...byChange].flatMap(([id, own]) => {
    const change = compiled.changes[compiled.changeIndex.get(id) ?? -1]
    const life = change && lifeAt(moment, change)
    if (!life) return []
    const told = { change: id, stage: life.stage, since: life.last?.effect.on ?? life.on }
    const found =
      life.stage === 'in_force' ? applied(moment, id, own, within) : adopted(moment, change, life, own, within)
    return found.map((one) => ({ ...told, ...one }))
  })
}

type Found = Pick<Adoption, 'from' | 'differences'>

/** What a change in force brings on each of its dates ahead. */
function applied({ compiled, known }: Moment, id: string, own: readonly Pending[], within: readonly Bits[]): Found[] {
  const dates = new Set(own.flatMap(({ from }) => from ?? []))
  const on = (day: Day) => momentAt(compiled, { on: day, known: known ?? undefined })
  return [...dates].sort().flatMap((from) => {
    const day = firstDay(from)
    const all = compareMoments(on(addDays(day, -1)), on(day), within)
    const differences = all.filter(({ change }) => change === id)
    return differences.length > 0 ? [{ from, differences }] : []
  })
}

/** What a change would bring, on the first day on which it makes a difference. */
function adopted(
  moment: Moment,
  change: CompiledChange,
  life: Life,
  own: readonly Pending[],
  within: readonly Bits[],
): Found[] {
  const { on, known } = moment
  // Of what is decided the day may be known; what is only proposed has none, whatever became of it later.
  const step = change.moves.find(
    (move) =>
      life.stage === 'decided' && move.stage === 'in_force' && move.on > on && (known === null || move.day <= known),
  )
  const start = step ? (step.effect.on ?? step.on) : on
  for (const date of datesFrom(moment, start, own)) {
    const day = firstDay(date)
    const inForceOn = firstDay(start)
    // What else happens until then is no doing of this change.
    const without = living(moment, day, change, life)
    const then = living(moment, day, change, { stage: 'in_force', on: inForceOn, inForceOn, last: null })
    const differences = compareMoments(without, then, within)
    if (differences.length > 0) return [{ from: day > on ? date : null, differences }]
  }
  return []
}

/** The dossier on a day, with the life of one change as given. */
const living = ({ compiled, known }: Moment, on: Day, { change: { id } }: CompiledChange, life: Life): Moment =>
  momentAt(compiled, { on, known: known ?? undefined, assume: new Map([[id, life]]) })

/** From a day on the dates on which a change may begin to matter: its own, and those on which the rules it alters turn without it. */
function datesFrom({ compiled, known }: Moment, start: DateText, own: readonly Pending[]): DateText[] {
  const dates = new Map([[firstDay(start), start]])
  const add = (date: DateText) => {
    if (firstDay(date) > firstDay(start)) dates.set(firstDay(date), date)
  }
  for (const rule of new Set(own.map(({ rule }) => rule)))
    for (const { shown } of ruleHistory(compiled, rule, { known: known ?? undefined })) add(shown)
  for (const { from } of own) if (from !== null) add(from)
  return [...dates].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, date]) => date)
}
