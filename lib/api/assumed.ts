import type { Day } from '@/lib/model'
import type { Moment } from '@/lib/policy'

/** What an answer takes to be so, wherever it is given (model, section 2, what if). */
export interface Assumed {
  change: string
  /** From when it is taken to be in force. */
  day: Day
}

/** What is assumed at a moment, by change id. */
export const assumedIn = ({ assumed }: Moment): Assumed[] =>
  [...(assumed?.assumptions ?? [])]
    .flatMap(([change, day]) => (day === null ? [] : [{ change, day }]))
    .sort((a, b) => (a.change < b.change ? -1 : 1))

/** The same as addresses write it: `change@day`. */
export const assumedInAddress = (assumed: readonly Assumed[]): string[] =>
  assumed.map(({ change, day }) => `${change}@${day}`).sort()
