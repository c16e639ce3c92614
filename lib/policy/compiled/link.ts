import { type Alteration, type Day, firstDay } from '@/lib/model'
import { type Bits, hasBit, isSame, isSubset, setBit } from './bits'
import type { AlteredBy, CompiledAlteration, CompiledChange, CompiledRule } from './compile'
import { collectSteps, type DayNumber, dayNumber } from './steps'

/** Plain code point order. */
export const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Works out once which rule sets which other aside wherever both speak (design, section 2, verdict). */
export function linkRules(rules: CompiledRule[], ruleIndex: Map<string, number>): void {
  for (const { rule, index } of rules)
    for (const id of rule.overrides) {
      const other = rules[ruleIndex.get(id) ?? -1]
      if (!other || other.index === index) continue
      setBit(other.overriddenBy, index)
      setBit(other.setAsideBy, index)
    }
  for (const rule of rules)
    for (const other of rules)
      if (isNarrower(other, rule) && !hasBit(other.overriddenBy, rule.index)) setBit(rule.setAsideBy, other.index)
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

/** Rule by rule, so that what a question about a rule reads lies together in memory. */
export function linkAlterations(
  changes: CompiledChange[],
  rules: CompiledRule[],
  ruleIndex: Map<string, number>,
): void {
  const altering: Set<CompiledChange>[] = rules.map(() => new Set())
  for (const change of changes)
    for (const { rule } of change.change.alterations) altering[ruleIndex.get(rule) ?? -1]?.add(change)
  const changeRanks = ranks(changes.map(({ change }) => change.id))
  for (const compiled of rules) {
    const { rule, index, alteredBy } = compiled
    for (const change of altering[index] ?? []) {
      const alterations = change.change.alterations
        .filter((alteration) => alteration.rule === rule.id)
        .map(compileAlteration)
      const order = (changeRanks[change.index] ?? 0) * rules.length + index
      alteredBy.push({ change, alterations, order })
    }
    alteredBy.sort((a, b) => order(beginOf(a), beginOf(b)))
    compiled.steps = collectSteps(alteredBy.map(({ change }) => change.moves))
    compiled.lastStarts = Int32Array.from(alteredBy, lastStart)
  }
}

const beginOf = ({ change }: AlteredBy): Day => change.moves[0]?.on ?? ''
const lastStart = ({ alterations }: AlteredBy): DayNumber => Math.max(...alterations.map(({ start }) => start ?? 0))

function compileAlteration({ to, conditions, from, until }: Alteration): CompiledAlteration {
  const start = from === null ? null : dayNumber(firstDay(from))
  const end = until === null ? null : dayNumber(firstDay(until))
  return { to, conditions, from, start, until, end, pendingAt: [] }
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
