import { findChange } from '@/lib/policy/compiled/find'
import type { CompiledChange } from '@/lib/policy/compiled/types'
import type { Moment } from '@/lib/policy/standing/moment'

/** A change with what it was at the earlier of two moments. */
export interface ChangedChange {
  change: CompiledChange
  former: CompiledChange | undefined
}

/** The changes of the later moment of which not the very same is told at both: with all others nothing can have happened. */
export const changesToldOtherwise = (a: Moment, b: Moment): ChangedChange[] =>
  b.compiled.changes.flatMap((change) => {
    const former = findChange(a.compiled, change.id)
    return former && isToldAlike(a, former, b, change) ? [] : [{ change, former }]
  })

function isToldAlike(a: Moment, former: CompiledChange, b: Moment, change: CompiledChange): boolean {
  if (former === change && a.on === b.on) return true
  if (former.change !== change.change || former.effects.length !== change.effects.length) return false
  const isReached = (day: string) => day > a.on === day > b.on
  return (
    former.effects.every((one, at) => {
      const other = change.effects[at]
      return other?.report === one.report && other.position === one.position && other.on === one.on && isReached(one.on)
    }) && change.life.steps.every(({ day }) => isReached(day))
  )
}
