import { addDays, type DateText, type Day, firstDay, type Stage, stageRank } from '@/lib/model'

/** A day as a number that sorts as the day does: 2023-08-23 is 20230823. */
export type DayNumber = number

export const dayNumber = (day: Day): DayNumber => Number(day.slice(0, 4) + day.slice(5, 7) + day.slice(8))

export function dayOfNumber(number: DayNumber): Day {
  const digits = String(number).padStart(8, '0')
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`
}

/** The day after the last one of a date; null when the calendar ends there. */
export function dayAfter(date: DateText): Day | null {
  const day = firstDay(date)
  return day === '9999-12-31' ? null : addDays(day, 1)
}

/**
 * The `moves` effects of several changes, change by change in the order of a life. A question looks at hundreds of them, so
 * what it looks at stands side by side as numbers.
 */
export interface Steps {
  days: Day[]
  /** The same as numbers. */
  on: Int32Array
  /** Day of publication. */
  published: Int32Array
  /** Ladder rank of the stage. */
  rank: Uint8Array
  /** Change `n` has the steps from `bounds[n]` to before `bounds[n + 1]`. */
  bounds: Int32Array
}

export function collectSteps(lives: readonly (readonly { on: Day; day: Day; stage: Stage }[])[]): Steps {
  const moves = lives.flat()
  const bounds = new Int32Array(lives.length + 1)
  lives.forEach(({ length }, at) => {
    bounds[at + 1] = (bounds[at] ?? 0) + length
  })
  return {
    days: moves.map(({ on }) => on),
    on: Int32Array.from(moves, ({ on }) => dayNumber(on)),
    published: Int32Array.from(moves, ({ day }) => dayNumber(day)),
    rank: Uint8Array.from(moves, ({ stage }) => stageRank(stage)),
    bounds,
  }
}
