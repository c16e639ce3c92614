import { type Alteration, firstDay, lastDay } from '@/lib/model'
import { type Bits, emptyBits, isSame, isSubset, setBit } from './bits'
import { order } from './order'
import { type DayNumber, dayNumber, pickSteps, type Steps } from './steps'
import type { AlteredBy, Compiled, CompiledAlteration, CompiledChange, CompiledRule } from './types'

/**
 * Settles, while a dossier is compiled, which rules override which, and which are narrower (model, section 2, verdict). Duties neither
 * set norms aside nor are set aside by narrowness. Returns the rules that others may override.
 */
export function linkRules(rules: readonly CompiledRule[], ruleIndex: ReadonlyMap<string, number>): Bits {
  const overridable = emptyBits(rules.length)
  for (const { rule, index, isDuty } of rules)
    for (const id of rule.overrides) {
      const other = rules[ruleIndex.get(id) ?? -1]
      if (!other || other.index === index || other.rule.overrides.includes(rule.id)) continue
      if (isDuty && !other.isDuty) continue
      setBit(other.overriddenBy, index)
      setBit(overridable, other.index)
    }
  const norms = rules.filter(({ isDuty }) => !isDuty)
  for (const rule of norms) for (const other of norms) if (isNarrower(other, rule)) setBit(rule.narrowedBy, other.index)
  return overridable
}

/** Whether a's scope is strictly narrower than b's: a subset in every dimension, a proper one in at least one. */
function isNarrower(a: CompiledRule, b: CompiledRule): boolean {
  let proper = false
  for (let at = 0; at < a.scope.length; at++) {
    const [inner, outer] = [a.scope[at] as Bits, b.scope[at] as Bits]
    if (!isSubset(inner, outer)) return false
    proper ||= !isSame(inner, outer)
  }
  return proper
}

/** What alters a rule, as a compiled rule has it. */
export type Altering = Pick<CompiledRule, 'alteredBy' | 'steps' | 'lastStarts'>

/**
 * For each rule what alters it: rule by rule, so that what a question about a rule reads lies together in memory. Where the steps of all changes
 * are those of the form before, and the changes and rules too, only the reports differ that tell of them.
 */
export function alteringOf(
  changes: readonly CompiledChange[],
  all: Steps,
  ruleIndex: ReadonlyMap<string, number>,
  before: Compiled | null,
): Altering[] {
  if (before && all === before.steps && isToldOfSame(changes, ruleIndex, before))
    return before.rules.map(({ alteredBy, steps, lastStarts }) => ({
      alteredBy: alteredBy.map((one) => ({ ...one, change: changes[one.change.index] ?? one.change })),
      steps,
      lastStarts,
    }))
  const altering = Array.from(ruleIndex, () => new Set<CompiledChange>())
  for (const change of changes)
    for (const { rule } of change.change.alterations) altering[ruleIndex.get(rule) ?? -1]?.add(change)
  const changeRanks = ranks(changes.map(({ id }) => id))
  return Array.from(ruleIndex, ([id, index]) => {
    let place = 0
    const alteredBy = [...(altering[index] ?? [])].map((change): AlteredBy => {
      const alterations = change.change.alterations
        .filter(({ rule }) => rule === id)
        .map((alteration) => compileAlteration(alteration, place++))
      return { change, alterations, order: (changeRanks[change.index] ?? 0) * ruleIndex.size + index }
    })
    alteredBy.sort((a, b) => beginOf(a) - beginOf(b))
    return {
      alteredBy,
      steps: pickSteps(
        all,
        alteredBy.map(({ change }) => change.index),
      ),
      lastStarts: Int32Array.from(alteredBy, lastStart),
    }
  })
}

const isToldOfSame = (
  changes: readonly CompiledChange[],
  ruleIndex: ReadonlyMap<string, number>,
  before: Compiled,
): boolean =>
  changes.every(({ change }, at) => change === before.changes[at]?.change) &&
  ruleIndex.size === before.rules.length &&
  before.rules.every(({ id, index }) => ruleIndex.get(id) === index)

const beginOf = ({ change }: AlteredBy): DayNumber => change.life.steps[0]?.on ?? 0
const lastStart = ({ alterations }: AlteredBy): DayNumber => Math.max(...alterations.map(({ start }) => start ?? 0))

function compileAlteration({ to, conditions, says, from, until }: Alteration, place: number): CompiledAlteration {
  const start = from === null ? null : dayNumber(firstDay(from))
  const end = until === null ? null : dayNumber(lastDay(until))
  return { to, conditions, says, from, start, until, end, place }
}

/** For each id its place among all of them in their order. */
function ranks(ids: readonly string[]): number[] {
  const found: number[] = []
  const places = ids.map((_, at) => at).sort((a, b) => order(ids[a] ?? '', ids[b] ?? ''))
  places.forEach((at, rank) => {
    found[at] = rank
  })
  return found
}
