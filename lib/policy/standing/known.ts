import { lifeTold } from '@/lib/policy/compiled/life'
import type { DayNumber } from '@/lib/policy/compiled/steps'
import type { CompiledChange, LifeTold } from '@/lib/policy/compiled/types'
import { remember, rememberEach } from '@/lib/policy/remember'

const knownDays = remember((change: CompiledChange): DayNumber[] => {
  const days = new Set([...change.effects.map(({ told }) => told.last), ...change.holding.values()])
  return [...days].sort((a, b) => a - b)
})

/** A change has as many lives as there are days on which more of it came to be known; so many of them are kept. */
const mostLives = 16

const lives = rememberEach(
  (change: CompiledChange, known: DayNumber): LifeTold => {
    const effects = change.effects.filter(({ told }) => told.last <= known)
    return lifeTold(
      change.change,
      effects,
      (report) => (change.holding.get(report) ?? Number.POSITIVE_INFINITY) <= known,
    )
  },
  { key: (known, change) => knownDays(change).findLast((day) => day <= known) ?? 0, most: mostLives },
)

/** The steps of a change that stand by what is known on a day, and what is none; infinity: all reports count. */
export function stepsKnown(change: CompiledChange, known: DayNumber): LifeTold {
  if (known === Number.POSITIVE_INFINITY) return change.life
  if (!change.isPlain) return lives(change, known)
  const { steps, dropped } = change.life
  const told = [...dropped].filter(([effect]) => effect.told.last <= known)
  return { steps: steps.filter(({ counts }) => counts <= known), dropped: new Map(told) }
}
