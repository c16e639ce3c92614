import { type ContradictionKind, type DateText, ladder, type Resolution, type Stage } from '@/lib/model'
import type { CompiledChange, CompiledEffect, Move } from './compile'
import { effectsOf, stepsOf } from './life'
import type { Moment } from './moment'

/** Accounts of one change that disagree; all sides are kept (design, section 2). */
export interface Contradiction {
  kind: ContradictionKind
  change: CompiledChange
  /** The step that is told differently; null for a `disputes`. */
  stage: Stage | null
  effects: CompiledEffect[]
  /** How an editor has settled it; null while it is open. */
  resolution: Resolution | null
}

/** All contradictions of a dossier at a moment, change by change; the open ones come first within a change. */
export const allContradictions = (moment: Moment): Contradiction[] =>
  moment.compiled.changes.flatMap((change) => contradictionsOf(moment, change))

/**
 * Where the reports on a change disagree, as the engine finds it: one step that they date differently, different stages of one
 * day, a step that is said by one and denied or only thought possible by another, and effects that dispute. A report that names
 * no day is no witness of one.
 */
export function contradictionsOf(moment: Moment, change: CompiledChange): Contradiction[] {
  const effects = effectsOf(moment, change.change.id)
  const moves = stepsOf(moment, change.change.id)
  const found = [
    ...differentDates(moves),
    ...differentStages(moves),
    ...differentStrength(moves),
    ...effects
      .filter(({ effect }) => effect.kind === 'disputes')
      .map((dispute): Found => ({ kind: 'disputed', stage: null, effects: [dispute, ...disputedBy(dispute, moves)] })),
  ].map((one) => ({ ...one, change, resolution: resolutionOf(change, one) }))
  return found.sort((a, b) => Number(a.resolution !== null) - Number(b.resolution !== null))
}

/**
 * What a `disputes` is against: the steps of the stage that it names, else those that its report names as related, else the
 * step nearest before its day, or the first one.
 */
function disputedBy({ effect, report, on }: CompiledEffect, moves: readonly Move[]): Move[] {
  const others = moves.filter((move) => move.report.id !== report.id)
  const named = effect.stage ? others.filter(({ stage }) => stage === effect.stage) : []
  if (named.length > 0) return named
  const related = others.filter(
    (move) => report.related.includes(move.report.id) || move.report.related.includes(report.id),
  )
  if (related.length > 0) return related
  const nearest = others.findLast((move) => move.on <= on) ?? others[0]
  return others.filter((move) => move.stage === nearest?.stage && move.on === nearest.on)
}

type Found = Pick<Contradiction, 'kind' | 'stage' | 'effects'>

/** An editor names the report that holds; it settles the contradiction of that kind in which the report has a part. */
const resolutionOf = ({ change }: CompiledChange, { kind, effects }: Found): Resolution | null =>
  change.resolutions?.find(({ about, holds }) => about === kind && effects.some(({ report }) => report.id === holds)) ??
  null

/** Two dates disagree unless one is only a less precise way to say the other (2023-06 and 2023-06-15 agree). */
const disagree = (a: DateText, b: DateText): boolean => !a.startsWith(b) && !b.startsWith(a)

/** One stage that is said to be reached on different days, with no other stage between. */
function differentDates(moves: readonly Move[]): Found[] {
  const found: Found[] = []
  let run: Move[] = []
  const close = () => {
    const dated = run.filter(({ effect }) => effect.on !== undefined)
    const [first] = dated
    if (first && dated.some((move) => disagree(move.effect.on ?? '', first.effect.on ?? '')))
      found.push({ kind: 'dates', stage: first.stage, effects: dated })
  }
  for (const move of moves) {
    if (run[0] && run[0].stage !== move.stage) {
      close()
      run = []
    }
    run.push(move)
  }
  close()
  return found
}

/** Different stages of one day by different reports, unless one report itself tells of both steps. */
function differentStages(moves: readonly Move[]): Found[] {
  const days = new Map<string, Move[]>()
  for (const move of moves)
    if (move.effect.on?.length === 10) days.set(move.effect.on, [...(days.get(move.effect.on) ?? []), move])
  return [...days.values()].flatMap((day): Found[] => {
    const rivals = day.filter((move) => day.some((other) => areRivals(move, other, day)))
    return rivals.length > 0 ? [{ kind: 'stages', stage: rivals.at(-1)?.stage ?? null, effects: rivals }] : []
  })
}

const onLadder = (stage: Stage): boolean => (ladder as readonly Stage[]).includes(stage)

function areRivals(a: Move, b: Move, day: readonly Move[]): boolean {
  if (a.stage === b.stage || a.report.id === b.report.id) return false
  // What is decided may come into force on the same day.
  if (
    onLadder(a.stage) &&
    onLadder(b.stage) &&
    [a.stage, b.stage].every((stage) => ['decided', 'in_force'].includes(stage))
  )
    return false
  const stagesOf = (id: string) => new Set(day.filter(({ report }) => report.id === id).map(({ stage }) => stage))
  return ![...new Set(day.map(({ report }) => report.id))].some((id) => {
    const told = stagesOf(id)
    return told.has(a.stage) && told.has(b.stage)
  })
}

/** One step that some say has been taken and others deny or think possible. */
function differentStrength(moves: readonly Move[]): Found[] {
  const steps = new Map<string, Move[]>()
  for (const move of moves) {
    const key = `${move.stage} ${move.on}`
    steps.set(key, [...(steps.get(key) ?? []), move])
  }
  return [...steps.values()]
    .filter((step) => new Set(step.map(({ effect }) => effect.certainty)).size > 1)
    .map((step) => ({ kind: 'certainty', stage: step[0]?.stage ?? null, effects: step }))
}
