import type { Disposition } from '@/lib/model'
import { type Bits, fullBits, isSame } from './bits'
import { numbersWithin } from './cases'
import type { Compiled, CompiledRule } from './compile'
import { type Decided, deciderAt } from './decider'
import { type Life, lifeOf } from './life'
import type { Moment } from './moment'
import { sameStatus, standingAt } from './standing'
import { type Case, type Decision, decide, isCaseOf, sameAnswer, silence } from './verdict'

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

type Move = Omit<Difference, 'case'>

/** The cases that moment `b` answers otherwise than moment `a`, in tree order. */
export function compareMoments(a: Moment, b: Moment): Difference[] {
  const alike = sameQuestions(a.compiled, b.compiled)
  const [then, now] = [deciderAt(a), deciderAt(b)]
  const had = ({ case: kase }: Decided): Decision => (isCaseOf(a.compiled, kase) ? decide(a, kase) : silence)
  const move = mover(a, b)
  const found: Difference[] = []
  for (const number of numbersWithin(b.compiled, scopesThatMayDiffer(a, b, alike))) {
    const after = now(number)
    const moved = move(alike ? then(number).decision : had(after), after.decision)
    if (moved) found.push({ case: after.case, ...moved })
  }
  return found
}

/** What is to be said of two decisions, worked out once for each two; null when they answer the same. */
function mover(a: Moment, b: Moment): (before: Decision, after: Decision) => Move | null {
  const known = new Map<Decision, Map<Decision, Move | null>>()
  return (before, after) => {
    const ofBefore = known.get(before) ?? new Map<Decision, Move | null>()
    known.set(before, ofBefore)
    let move = ofBefore.get(after)
    if (move === undefined) {
      const direction = directionOf(before.disposition, after.disposition)
      move = sameAnswer(before, after) ? null : { before, after, direction, change: explaining(a, b, before, after) }
      ofBefore.set(after, move)
    }
    return move
  }
}

/** Answers differ only where some rule differs: in what it says, in its scope or overrides, or because it is not in both. */
function scopesThatMayDiffer(a: Moment, b: Moment, alike: boolean): (readonly Bits[])[] {
  const everything = b.compiled.dimensions.map(({ leaves }) => fullBits(leaves.length))
  if (!alike) return [everything]
  const others = new Map(a.compiled.rules.map((rule) => [rule.rule.id, rule]))
  const differing: (readonly Bits[])[] = []
  for (const rule of b.compiled.rules) {
    const other = others.get(rule.rule.id)
    others.delete(rule.rule.id)
    const same = other && sameRule(rule, other) && sameStatus(standingAt(a, other).status, standingAt(b, rule).status)
    if (!same) differing.push(rule.scope, ...(other ? [other.scope] : []))
  }
  return [...differing, ...[...others.values()].map(({ scope }) => scope)]
}

const sameQuestions = (a: Compiled, b: Compiled): boolean =>
  a === b || JSON.stringify(questionsOf(a)) === JSON.stringify(questionsOf(b))

const questionsOf = ({ dossier, dimensions }: Compiled) => [
  dossier.default,
  dimensions.map(({ dimension, leaves }) => [dimension.id, leaves]),
]

const sameRule = (a: CompiledRule, b: CompiledRule): boolean =>
  a === b ||
  (a.rule.overrides.join(' ') === b.rule.overrides.join(' ') &&
    a.scope.every((leaves, at) => isSame(leaves, b.scope[at] as Bits)))

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
