import { LRUCache } from 'lru-cache'

/**
 * A question about a thing, worked out once and kept for as long as the thing is held. Nothing is written on the thing itself:
 * what was compiled stays as it was made. Callers share what is returned.
 */
export function remember<Held extends object, Value>(workOut: (held: Held) => Value): (held: Held) => Value {
  const kept = new WeakMap<Held, { value: Value }>()
  return (held) => {
    const before = kept.get(held)
    if (before) return before.value
    const value = workOut(held)
    kept.set(held, { value })
    return value
  }
}

interface Keeping<Held, Of> {
  /** What is the same for one question asked twice; left out: the very thing that it is asked of. */
  key?: (of: Of, held: Held) => NonNullable<unknown>
  /** How many answers of one thing are kept, those asked for last; left out: all. */
  most?: number
}

interface Kept<Value> {
  get: (key: NonNullable<unknown>) => { value: Value } | undefined
  set: (key: NonNullable<unknown>, value: { value: Value }) => unknown
}

/** As `remember`, for a question about a thing and something else: equal keys are one question. */
export function rememberEach<Held extends object, Of extends NonNullable<unknown>, Value>(
  workOut: (held: Held, of: Of) => Value,
  { key = (of) => of, most }: Keeping<Held, Of> = {},
): (held: Held, of: Of) => Value {
  const keptFor = remember((_: Held): Kept<Value> => (most === undefined ? new Map() : new LRUCache({ max: most })))
  return (held, of) => {
    const kept = keptFor(held)
    const at = key(of, held)
    const before = kept.get(at)
    if (before) return before.value
    const value = workOut(held, of)
    kept.set(at, { value })
    return value
  }
}
