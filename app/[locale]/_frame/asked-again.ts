import type { ReactElement } from 'react'
import type { Reader } from '@/app/_reader/reading'
import { BadParameter } from '@/app/_reader/refusal'
import type { Query } from '@/lib/asking/query'

/** Of an address so many parameters are left out before its form is given up. */
const mostRefused = 12

/**
 * The form of a page whose address cannot be read, with what of it can be; null where nothing can. The form knows what was refused,
 * and shows it as it was typed.
 */
export function askedAgain<R extends Reader>(
  place: R,
  refusal: BadParameter,
  form: (place: R) => ReactElement | null,
): ReactElement | null {
  const refused = new Map<string, BadParameter>()
  let problem = refusal
  while (refused.size < mostRefused && !refused.has(problem.parameter)) {
    refused.set(problem.parameter, problem)
    try {
      return form({ ...place, query: without(place.query, refused), refused })
    } catch (next) {
      if (!(next instanceof BadParameter)) throw next
      problem = next
    }
  }
  return null
}

const without = (query: Query, refused: ReadonlyMap<string, unknown>): Query =>
  Object.fromEntries(Object.entries(query).filter(([name]) => !refused.has(name))) as Query
