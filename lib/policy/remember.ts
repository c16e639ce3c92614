import type { Moment } from '@/lib/policy/standing/moment'

/** Works something out once for a moment and a thing: pages of both languages ask for the same, in their head and in their text. */
export function oncePerMoment<K, V>(workOut: (moment: Moment, of: K) => V): (moment: Moment, of: K) => V {
  const found = new WeakMap<Moment, Map<K, V>>()
  return (moment, of) => {
    const known = found.get(moment) ?? new Map<K, V>()
    found.set(moment, known)
    const before = known.get(of)
    if (before !== undefined) return before
    const value = workOut(moment, of)
    known.set(of, value)
    return value
  }
}
