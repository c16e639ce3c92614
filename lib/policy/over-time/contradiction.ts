import { type ContradictionKind, datesAgree, ladder, type Resolution, type Stage } from '@/lib/model'
import { isLater } from '@/lib/policy/compiled/announced'
import type { CompiledChange, CompiledEffect, Move } from '@/lib/policy/compiled/types'
import { rememberEach } from '@/lib/policy/remember'
import { effectsOf, movesOf } from '@/lib/policy/standing/life'
import type { Moment } from '@/lib/policy/standing/moment'

/** Accounts of one change that disagree; all sides are kept (model, section 2). */
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
export const contradictionsOf: (moment: Moment, change: CompiledChange) => readonly Contradiction[] =
  rememberEach(findContradictions)

function findContradictions(moment: Moment, change: CompiledChange): Contradiction[] {
  const effects = effectsOf(moment, change.id)
  // What was announced and then put off, or ended before it came, is no disagreement.
  const moves = movesOf(moment, change.id).flatMap(({ move, dropped }) =>
    dropped?.why === 'moved' || dropped?.why === 'ended' ? [] : move,
  )
  const found = [
    ...differentDates(moves),
    ...differentStages(moves),
    ...differentStrength(moves),
    ...effects
      .filter(({ effect }) => effect.kind === 'disputes')
      .map((dispute): Disagreement => {
        const against = disputedBy(dispute, effects, moves)
        return { kind: 'disputed', stage: null, effects: [dispute, ...against] }
      }),
  ].map((one) => ({ ...one, change, resolution: resolutionOf(change, one) }))
  return found.sort((a, b) => Number(a.resolution !== null) - Number(b.resolution !== null))
}

const isWitness = ({ effect }: CompiledEffect): boolean => effect.kind === 'moves' || effect.kind === 'confirms'

/**
 * What a `disputes` is against, in the words of other reports. Of a stage that it names: the steps to it, and what confirms
 * them. Otherwise what is told by the reports that its own names as related, else by those that name it, else by any report,
 * of the same day where there is such; at the last the step nearest before its day, or the first one.
 */
function disputedBy(
  { effect, report, on }: CompiledEffect,
  effects: readonly CompiledEffect[],
  moves: readonly Move[],
): CompiledEffect[] {
  const told = effects.filter((other) => isWitness(other) && other.report.id !== report.id)
  const named = told.filter((other) => report.related.includes(other.report.id))
  const steps = moves.filter((move) => move.report.id !== report.id)
  const reached = effect.stage ? steps.filter(({ stage }) => stage === effect.stage) : []
  if (reached.length > 0) {
    const days = new Set(reached.map((step) => step.on))
    return told.filter((other) => {
      if (other.effect.kind === 'moves') return other.stage === effect.stage
      if (other.stage === null) return days.has(other.on)
      return other.stage === effect.stage && (days.has(other.on) || named.includes(other))
    })
  }
  const naming = told.filter((other) => other.report.related.includes(report.id))
  const related = named.length > 0 ? named : naming
  const sameDay = (related.length > 0 ? related : told).filter((other) => other.on === on)
  if (sameDay.length > 0) return sameDay
  if (related.length > 0) return related
  const nearest = steps.findLast((move) => move.on <= on) ?? steps[0]
  return steps.filter((move) => move.stage === nearest?.stage && move.on === nearest.on)
}

type Disagreement = Pick<Contradiction, 'kind' | 'stage' | 'effects'>

/**
 * An editor names the report that holds; that settles the contradictions of the kind in which the report has a part, or, where
 * the one that does not hold is named too, those between the two.
 */
function resolutionOf({ change }: CompiledChange, { kind, effects }: Disagreement): Resolution | null {
  const tells = (id: string) => effects.some(({ report }) => report.id === id)
  // Of a dispute, one of the two is the report that disputes; it stands first.
  const disputing = kind === 'disputed' ? effects[0]?.report.id : undefined
  const between = (holds: string, against: string) =>
    tells(against) && (disputing === undefined || disputing === holds || disputing === against)
  const fitting = (change.resolutions ?? []).filter(
    ({ about, holds, against }) => about === kind && tells(holds) && (against === undefined || between(holds, against)),
  )
  return fitting.find(({ against }) => against !== undefined) ?? fitting[0] ?? null
}

/** One stage that is said to be reached on different days, with no other stage between. */
function differentDates(moves: readonly Move[]): Disagreement[] {
  const found: Disagreement[] = []
  let run: Move[] = []
  const close = () => {
    const dated = run.filter(({ effect }) => effect.on !== undefined)
    const [first] = dated
    if (first && dated.some((move) => !datesAgree(move.date, first.date)))
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
function differentStages(moves: readonly Move[]): Disagreement[] {
  const days = new Map<string, Move[]>()
  for (const move of moves)
    if (move.effect.on?.length === 10) days.set(move.effect.on, [...(days.get(move.effect.on) ?? []), move])
  return [...days.values()].flatMap((day): Disagreement[] => {
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

/** A step that some say has been taken and others deny or think possible: on an agreeing date, or a denial that names none. */
function differentStrength(moves: readonly Move[]): Disagreement[] {
  const steps = new Map<string, Move[]>()
  for (const move of moves) {
    const key = `${move.stage} ${move.on}`
    steps.set(key, [...(steps.get(key) ?? []), move])
  }
  const bare = moves.filter(({ effect }) => effect.certainty === 'denied' && effect.on === undefined)
  return [...steps.values()].flatMap((step): Disagreement[] => {
    const denials = bare.filter(
      (denial) => !step.includes(denial) && denial.stage === step[0]?.stage && follows(denial, step),
    )
    const told = [
      ...step.filter((move) => !bare.includes(move)),
      ...step.filter((move) => bare.includes(move)),
      ...denials,
    ]
    const isDivided = told.some(isSaid) && !told.every(isSaid)
    return isDivided ? [{ kind: 'certainty', stage: step[0]?.stage ?? null, effects: told }] : []
  })
}

const isSaid = ({ effect }: Move): boolean => effect.certainty === 'said'
const follows = (denial: Move, step: readonly Move[]): boolean => step.some(({ told }) => isLater(denial.told, told))
