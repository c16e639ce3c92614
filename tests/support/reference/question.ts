import { type Day, type Dimension, type DossierRecords, findValue, leavesOf, type Scope } from '@/lib/model'
import { valueOfMember } from './status'

/** Per dimension a value, group or member (a case has a leaf in each). */
export type Asked = Record<string, string>

/** The leaves that a value or group stands for. */
function leavesNamed(dimension: Dimension, name: string): string[] {
  const value = findValue(dimension, name)
  if (value) return leavesOf(value).map(({ id }) => id)
  const group = dimension.groups?.find(({ id }) => id === name)
  return [...new Set(group?.values.flatMap((id) => leavesNamed(dimension, id)))]
}

/** The leaves of a scope in one dimension; left out, all. */
export function leavesWithin(scope: Scope, dimension: Dimension): Set<string> {
  const named = scope[dimension.id] ?? dimension.values.map(({ id }) => id)
  return new Set(named.flatMap((name) => leavesNamed(dimension, name)))
}

export const covers = ({ dossier }: DossierRecords, scope: Scope, kase: Asked): boolean =>
  dossier.dimensions.every((dimension) => leavesWithin(scope, dimension).has(kase[dimension.id] ?? ''))

/** Whether the leaves of one are a subset of the other's in every dimension, and a proper one in at least one. */
export function isNarrower({ dossier }: DossierRecords, inner: Scope, outer: Scope): boolean {
  const pairs = dossier.dimensions.map((dimension) => [leavesWithin(inner, dimension), leavesWithin(outer, dimension)])
  const subset = pairs.every(([a, b]) => [...(a ?? [])].every((leaf) => b?.has(leaf)))
  return subset && pairs.some(([a, b]) => (a?.size ?? 0) < (b?.size ?? 0))
}

/** The cases that are asked about on a day; null where a member is in no value. */
export function casesAsked({ dossier }: DossierRecords, asked: Asked, on: Day): Asked[] | null {
  let cases: Asked[] = [{}]
  for (const dimension of dossier.dimensions) {
    const name = asked[dimension.id]
    const member = dimension.members?.find(({ id }) => id === name)
    const value = member ? valueOfMember(member, on) : name
    if (value === null) return null
    const leaves = value === undefined ? leavesWithin({}, dimension) : leavesNamed(dimension, value)
    cases = cases.flatMap((kase) => [...leaves].map((leaf) => ({ ...kase, [dimension.id]: leaf })))
  }
  return cases
}
