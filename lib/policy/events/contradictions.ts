import { order } from '@/lib/policy/compiled/order'
import { type Contradiction, contradictionsOf } from '@/lib/policy/over-time/contradiction'
import type { Moment } from '@/lib/policy/standing/moment'
import type { ContradictionTold, SettledTold } from './told'
import type { ChangedChange } from './told-alike'

/** The contradictions that are found, or open again, at `b` and were not at `a`, and those that are settled since: of changes told otherwise. */
export function contradictionsBetween(
  a: Moment,
  b: Moment,
  changed: readonly ChangedChange[],
): { found: ContradictionTold[]; settled: SettledTold[] } {
  const found: ContradictionTold[] = []
  const settled: SettledTold[] = []
  for (const { change, former } of changed) {
    const before = former ? contradictionsOf(a, former) : []
    for (const one of contradictionsOf(b, change)) {
      const known = before.filter((other) => isSame(one, other))
      const told = contradictionTold(one)
      if (known.length === 0 || (!one.resolution && known.every(({ resolution }) => resolution))) found.push(told)
      if (one.resolution && !known.some(({ resolution }) => resolution)) {
        const { holds, against = null } = one.resolution
        settled.push({ ...told, holds, against })
      }
    }
  }
  return { found, settled }
}

function contradictionTold({ change, kind, stage, effects }: Contradiction): ContradictionTold {
  const reports = [...new Set(effects.map(({ report }) => report.id))].sort(order)
  return { change: change.id, about: kind, stage, reports }
}

/** One more account of the same disagreement does not make it another: they have a report in common; of a dispute it is the one that disputes. */
function isSame(one: Contradiction, other: Contradiction): boolean {
  if (one.kind !== other.kind || one.stage !== other.stage) return false
  if (one.kind === 'disputed') return one.effects[0]?.report.id === other.effects[0]?.report.id
  const tells = new Set(other.effects.map(({ report }) => report.id))
  return one.effects.some(({ report }) => tells.has(report.id))
}
