import { lifeTold, plainLife } from '@/lib/policy/compiled/life'
import { type AssumedStep, type Moment, newMoment, withLives } from './moment'

/** The same moment as if a report had never been published; what was assumed is not. Not shared. */
export function withoutReport({ compiled, on, known, limits }: Moment, id: string): Moment {
  const report = compiled.reports.get(id)?.report
  const lives = new Map<string, readonly AssumedStep[]>()
  const told = new Set(report?.effects.map(({ change }) => change))
  for (const change of compiled.changes) {
    // What a resolution holds bears on the change though the report may tell nothing of it.
    if (!told.has(change.id) && !change.holding.has(id)) continue
    const effects = change.effects.filter((effect) => effect.report.id !== id && effect.told.last <= limits.known)
    const isHeld = (one: string) => one !== id && (change.holding.get(one) ?? Number.POSITIVE_INFINITY) <= limits.known
    // What is plain stays so without some of it.
    const life = change.isPlain ? plainLife(effects) : lifeTold(change.change, effects, isHeld)
    lives.set(change.id, life.steps)
  }
  return withLives(newMoment(compiled, on, known), new Map(), lives)
}
