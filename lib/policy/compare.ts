import type { Disposition, Text } from '@/lib/model'
import { casesOf } from './answer'
import type { Compiled } from './compile'
import { type Life, lifeOf } from './life'
import type { Moment } from './moment'
import { type Case, type Decision, decide } from './verdict'

export type Direction = 'relaxes' | 'tightens' | 'introduces' | 'repeals' | 'alters'

const freedom: Record<Disposition, number> = {
  prohibited: 0,
  required: 1,
  conditional: 2,
  not_required: 3,
  permitted: 3,
  unstated: -1,
}

/** Which way an answer moves (design, section 2): always computed, never typed in by hand. */
export function directionOf(before: Disposition, after: Disposition): Direction {
  if (before === 'unstated' && after !== 'unstated') return 'introduces'
  if (after === 'unstated' && before !== 'unstated') return 'repeals'
  if (freedom[after] > freedom[before]) return 'relaxes'
  if (freedom[after] < freedom[before]) return 'tightens'
  return 'alters'
}

/** One case whose disposition or conditions differ between two moments. */
export interface Difference {
  case: Case
  before: Decision
  after: Decision
  direction: Direction
  /** The change that explains it. */
  change: string | null
}

const sameTexts = (a: readonly Text[], b: readonly Text[]): boolean => JSON.stringify(a) === JSON.stringify(b)

/** The cases, all or the given ones, that moment `b` answers otherwise than moment `a`. */
export function compareMoments(a: Moment, b: Moment, cases: readonly Case[] = casesOf(b.compiled, {})): Difference[] {
  const found: Difference[] = []
  for (const kase of cases) {
    const before = isCaseOf(a.compiled, kase) ? decide(a, kase) : nothing
    const after = decide(b, kase)
    if (before.disposition === after.disposition && sameTexts(before.conditions, after.conditions)) continue
    const direction = directionOf(before.disposition, after.disposition)
    found.push({ case: kase, before, after, direction, change: explaining(a, b, before, after) })
  }
  return found
}

const nothing: Decision = {
  disposition: 'unstated',
  rule: null,
  change: null,
  since: null,
  conditions: [],
  conflict: false,
}

const isCaseOf = (compiled: Compiled, kase: Case): boolean =>
  compiled.dimensions.every(({ dimension, leafIndex }) => leafIndex.has(kase[dimension.id] ?? ''))

const sameLife = (a: Life | null, b: Life | null): boolean => a?.stage === b?.stage && a?.inForceOn === b?.inForceOn

/** The deciding change that moved between the two: the later answer's first, else the one that used to decide. */
function explaining(a: Moment, b: Moment, before: Decision, after: Decision): string | null {
  const moved = (change: string | null) => change !== null && !sameLife(lifeOf(a, change), lifeOf(b, change))
  const started = after.since !== null && after.since > a.on
  if (moved(after.change) || (started && after.change !== null)) return after.change
  return moved(before.change) ? before.change : (after.change ?? before.change)
}

/** How many cases move in each direction. */
export function countDirections(differences: readonly Difference[]): Partial<Record<Direction, number>> {
  const counts: Partial<Record<Direction, number>> = {}
  for (const { direction } of differences) counts[direction] = (counts[direction] ?? 0) + 1
  return counts
}
