import type { DateText, Stage } from '@/lib/model'
import type { CompiledChange, CompiledEffect, Move } from '@/lib/policy'

/** Two accounts of one change that disagree; both sides are kept (design, section 2). */
export type Contradiction =
  | { kind: 'dates'; stage: Stage; moves: Move[] }
  | { kind: 'disputed'; effects: CompiledEffect[] }

/** Two dates disagree unless one is only a less precise way to say the other (2023-06 and 2023-06-15 agree). */
const disagree = (a: DateText, b: DateText): boolean => !a.startsWith(b) && !b.startsWith(a)

/**
 * Where the reports on a change disagree: one stage that they say was reached on different days, with no other stage between,
 * and effects that dispute it. A report that names no day is no witness of one.
 */
export function contradictionsOf(change: CompiledChange): Contradiction[] {
  const found: Contradiction[] = []
  let run: Move[] = []
  const close = () => {
    const dated = run.filter(({ effect }) => effect.on !== undefined)
    const [first] = dated
    if (first && dated.some((move) => disagree(move.effect.on ?? '', first.effect.on ?? '')))
      found.push({ kind: 'dates', stage: first.stage, moves: dated })
  }
  for (const move of change.moves) {
    if (run[0] && run[0].stage !== move.stage) {
      close()
      run = []
    }
    run.push(move)
  }
  close()
  const disputed = change.effects.filter(({ effect }) => effect.kind === 'disputes')
  if (disputed.length > 0) found.push({ kind: 'disputed', effects: disputed })
  return found
}
