import { closest } from 'fastest-levenshtein'
import { nearOnes } from '@/lib/words/near'
import type { Address } from './address'

const tracking =
  /^(?:utm_.*|fbclid|gclid|gbraid|wbraid|dclid|msclkid|twclid|ttclid|igshid|yclid|mc_cid|mc_eid|_ga|_gl|_hsenc|_hsmi|_rsc|ref_src)$/i

/** Whether a parameter only tells others where a reader came from: it says nothing of what is asked, and falls away. */
export const isTracking = (name: string): boolean => tracking.test(name)

/** A parameter that an address does not have. */
export interface UnknownParameter {
  name: string
  /** All that it has, dimensions last. */
  known: string[]
  /** Those that may have been meant, the nearest first; empty only where it has none. */
  near: string[]
}

/** All parameters that an address has, `dimensions` being those of its dossier. */
export const parametersOf = (address: Address, dimensions: readonly string[]): string[] => [
  ...Object.keys(address.parameters),
  ...(address.dimensions === undefined ? [] : dimensions),
]

/** What other sites call the same, each group in the order in which this one is offered. */
const synonyms = [
  ['words', 'q', 'query', 'search', 'text', 's'],
  ['on', 'date', 'day', 'asof'],
  ['from', 'since', 'after', 'start'],
  ['to', 'until', 'till', 'before', 'end'],
  ['edition', 'version', 'revision'],
  ['known', 'knownby', 'asknown'],
]

/** The parameters of an address that another site may call by this name. */
const sameAs = (name: string, known: readonly string[]): string[] =>
  synonyms
    .filter((group) => group.includes(name.toLowerCase()))
    .flatMap((group) => group.filter((one) => known.includes(one)))

/** The first of the parameters given that the address does not have; null when it has them all. */
export function unknownParameter(
  address: Address,
  given: Iterable<string>,
  dimensions: readonly string[],
): UnknownParameter | null {
  if (address.overlooks) return null
  const known = parametersOf(address, dimensions)
  for (const name of given) {
    if (known.includes(name) || isTracking(name)) continue
    const meant = sameAs(name, known)
    const near = meant.length > 0 ? meant : nearOnes(name, known)
    return { name, known, near: near.length > 0 || known.length === 0 ? near : [closest(name, known)] }
  }
  return null
}
