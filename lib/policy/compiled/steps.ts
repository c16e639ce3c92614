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

export function collectSteps(lives: readonly (readonly PlainStep[])[]): Steps {
  const all = lives.flat()
  const bounds = new Int32Array(lives.length + 1)
  const [reached, since] = [new Uint8Array(all.length), new Int32Array(all.length)]
  let at = 0
  lives.forEach((life, index) => {
    let walked = unborn
    for (const step of life) {
      walked = walk(walked, step.on, step.rank)
      reached[at] = rankOf(walked)
      since[at++] = stretchOf(walked)
    }
    bounds[index + 1] = at
  })
  return {
    on: Int32Array.from(all, ({ on }) => on),
    counts: Int32Array.from(all, ({ counts }) => counts),
    rank: Uint8Array.from(all, ({ rank }) => rank),
    reached,
    since,
    bounds,
  }
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
