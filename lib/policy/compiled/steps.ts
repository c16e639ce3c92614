import { addDays, type DateText, type Day, lastDay } from '@/lib/model'

/** A day as a number that sorts as the day does: 2023-08-23 is 20230823. */
export type DayNumber = number

export const dayNumber = (day: Day): DayNumber => Number(day.slice(0, 4) + day.slice(5, 7) + day.slice(8))

export function dayOfNumber(number: DayNumber): Day {
  const digits = String(number).padStart(8, '0')
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`
}

/** The day after the last one of a date; null when the calendar ends there. */
export function dayAfter(date: DateText): Day | null {
  const day = lastDay(date)
  return day === '9999-12-31' ? null : addDays(day, 1)
}

/** What of a step the walk of a life looks at. */
export interface PlainStep {
  on: DayNumber
  /** From which day of knowledge it counts. */
  counts: DayNumber
  /** Ladder rank of its stage. */
  rank: number
}

/** Whether lives go the same way, whoever tells of their steps. */
export const areAlike = (one: readonly PlainStep[], other: readonly PlainStep[]): boolean =>
  one.length === other.length &&
  one.every(({ on, counts, rank }, at) => {
    const step = other[at]
    return step?.on === on && step.counts === counts && step.rank === rank
  })

/**
 * The lives of several changes, step by step in their order. A question looks at hundreds of them, so what it looks at stands
 * side by side as numbers.
 */
export interface Steps {
  on: Int32Array
  counts: Int32Array
  rank: Uint8Array
  /** After each step, when all count: the rank of the stage that the change has reached. */
  reached: Uint8Array
  /** The same: the day on which the running stretch in force began; 0: none runs. */
  since: Int32Array
  /** Change `n` has the steps from `bounds[n]` to before `bounds[n + 1]`. */
  bounds: Int32Array
}

function roomFor(steps: number, lives: number): Steps {
  return {
    on: new Int32Array(steps),
    counts: new Int32Array(steps),
    rank: new Uint8Array(steps),
    reached: new Uint8Array(steps),
    since: new Int32Array(steps),
    bounds: new Int32Array(lives + 1),
  }
}

export function collectSteps(lives: readonly (readonly PlainStep[])[]): Steps {
  const steps = roomFor(
    lives.reduce((sum, { length }) => sum + length, 0),
    lives.length,
  )
  let at = 0
  for (let index = 0; index < lives.length; index++) {
    at = putLife(steps, at, lives[index] ?? [])
    steps.bounds[index + 1] = at
  }
  return steps
}

/** Puts the steps of a life at a place and behind it; returns the place after them. */
function putLife(steps: Steps, from: number, life: readonly PlainStep[]): number {
  let [at, walked] = [from, unborn]
  for (const { on, counts, rank } of life) {
    walked = walk(walked, on, rank)
    steps.on[at] = on
    steps.counts[at] = counts
    steps.rank[at] = rank
    steps.reached[at] = rankOf(walked)
    steps.since[at] = stretchOf(walked)
    at++
  }
  return at
}

/** The lives of several changes, of which some go another way: those by their indexes. */
export function withOtherLives(all: Steps, others: ReadonlyMap<number, readonly PlainStep[]>): Steps {
  const lives = all.bounds.length - 1
  const [first, end] = [(life: number) => all.bounds[life] ?? 0, (life: number) => all.bounds[life + 1] ?? 0]
  let count = all.on.length
  for (const [life, steps] of others) count += steps.length - (end(life) - first(life))
  const steps = roomFor(count, lives)
  let at = 0
  for (let life = 0; life < lives; life++) {
    const other = others.get(life)
    at = other ? putLife(steps, at, other) : copySteps(all, steps, { from: first(life), to: end(life), at })
    steps.bounds[life + 1] = at
  }
  return steps
}

const columns = ['on', 'counts', 'rank', 'reached', 'since'] as const

/** Copies a stretch of steps to a place; returns the place after it. */
function copySteps(source: Steps, target: Steps, { from, to, at }: { from: number; to: number; at: number }): number {
  for (const column of columns) target[column].set(source[column].subarray(from, to), at)
  return at + to - from
}

/** Of the lives of many changes those of some, by their indexes. */
export function pickSteps(all: Steps, changes: readonly number[]): Steps {
  const [first, end] = [(change: number) => all.bounds[change] ?? 0, (change: number) => all.bounds[change + 1] ?? 0]
  const steps = roomFor(
    changes.reduce((sum, change) => sum + end(change) - first(change), 0),
    changes.length,
  )
  let at = 0
  changes.forEach((change, index) => {
    at = copySteps(all, steps, { from: first(change), to: end(change), at })
    steps.bounds[index + 1] = at
  })
  return steps
}

/**
 * Where a change stands, packed into one number: the rank of its stage, and the day on which the stretch began that runs or is
 * interrupted. Questions ask for very many of them.
 */
export type Walked = number

const places = 16
/** No stage yet. */
export const unborn: Walked = places - 1
const [inForce, suspended] = [4, 8]

export const rankOf = (walked: Walked): number => walked % places
export const isUnborn = (walked: Walked): boolean => walked === unborn
/** The first day of the stretch that runs or is interrupted; 0: none does. */
export const stretchOf = (walked: Walked): DayNumber => Math.floor(walked / places)
export const walkedTo = (rank: number, stretch: DayNumber): Walked => stretch * places + rank

/**
 * One step further (model, section 2, life of a change): a stretch in force goes on through a suspension, and what is told of
 * the ladder below it while it does is told of the past.
 */
export function walk(walked: Walked, on: DayNumber, rank: number): Walked {
  const stretch = stretchOf(walked)
  if (rank === inForce) return walkedTo(rank, stretch || on)
  if (rank < inForce) return stretch ? walked : walkedTo(rank, 0)
  return walkedTo(rank, rank === suspended ? stretch : 0)
}
