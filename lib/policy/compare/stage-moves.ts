import { lifeOf } from '@/lib/policy/standing/life'
import type { Life, Moment } from '@/lib/policy/standing/moment'

/** A change that stands elsewhere on one of two sides; null: it does not exist there. */
export interface StageMove {
  change: string
  before: Life | null
  after: Life | null
}

/**
 * The changes whose stage, or its day, is another at `b` than at `a`, in the order of `b`, then those that only `a` has. Both
 * may be of one edition or of two.
 */
export function stageMoves(a: Moment, b: Moment): StageMove[] {
  const ids = new Set([b, a].flatMap(({ compiled }) => compiled.changes.map(({ id }) => id)))
  return [...ids].flatMap((change) => {
    const [before, after] = [lifeOf(a, change), lifeOf(b, change)]
    return before?.stage === after?.stage && before?.on === after?.on ? [] : [{ change, before, after }]
  })
}
