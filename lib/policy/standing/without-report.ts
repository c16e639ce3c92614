import { findChange } from '@/lib/policy/compiled/find'
import { lifeTold } from '@/lib/policy/compiled/life'
import { type AssumedStep, type Moment, newMoment, withLives } from './moment'

/** The same moment as if a report had never been published; what was assumed is not. Not shared. */
export function withoutReport({ compiled, on, known, limits }: Moment, id: string): Moment {
  const report = compiled.reports.get(id)?.report
  const lives = new Map<string, readonly AssumedStep[]>()
  for (const changeId of new Set(report?.effects.map(({ change }) => change))) {
    const change = findChange(compiled, changeId)
    if (!change) continue
    const effects = change.effects.filter((effect) => effect.report.id !== id && effect.told.last <= limits.known)
    const isHeld = (one: string) => one !== id && (change.holding.get(one) ?? Number.POSITIVE_INFINITY) <= limits.known
    lives.set(changeId, lifeTold(change.change, effects, isHeld).steps)
  }
  return withLives(newMoment(compiled, on, known), new Map(), lives)
}
