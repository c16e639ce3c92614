import type { CompiledEffect, Contradiction } from '@/lib/policy'

/** The two sides of a contradiction: those who dispute or say otherwise, and what they do not agree with. */
export interface Sides {
  otherwise: CompiledEffect[]
  against: CompiledEffect[]
}

/** What an account says in respect of that on which the accounts differ. */
const saidBy = (kind: Contradiction['kind'], { effect, date, stage }: CompiledEffect): string =>
  ({
    disputed: effect.kind === 'disputes' ? 'disputes' : '',
    dates: date,
    stages: stage ?? '',
    certainty: effect.certainty,
  })[kind]

/**
 * Accounts that say the same stand together. What is disputed, what an editor holds, else what most of them say, is the side that
 * the others are against; of equals that which was told first.
 */
export function sidesOf({ kind, effects, resolution }: Contradiction): Sides {
  const groups = new Map<string, CompiledEffect[]>()
  for (const effect of effects) {
    const said = saidBy(kind, effect)
    groups.set(said, [...(groups.get(said) ?? []), effect])
  }
  const ranked = [...groups.values()].sort((a, b) => b.length - a.length)
  const held = kind === 'disputed' ? groups.get('') : ranked.find((group) => holds(group, resolution))
  const against = held ?? ranked[0] ?? []
  return { otherwise: effects.filter((effect) => !against.includes(effect)), against }
}

const holds = (group: readonly CompiledEffect[], resolution: Contradiction['resolution']): boolean =>
  group.some(({ report }) => report.id === resolution?.holds)
