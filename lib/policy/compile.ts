import {
  type Alteration,
  type Change,
  type Day,
  type Dimension,
  type Dossier,
  type DossierRecords,
  type Effect,
  firstDay,
  leavesOf,
  publishedDate,
  type Report,
  type Rule,
  type Stage,
  stageRank,
  standingReports,
  walkValues,
} from '@/lib/model'
import { type Bits, emptyBits, fullBits, setBit } from './bits'
import type { Moment } from './moment'

export interface CompiledDimension {
  dimension: Dimension
  /** Leaf ids in tree order; a case names one of them. */
  leaves: string[]
  leafIndex: Map<string, number>
  /** The leaves that each value, leaf or inner, stands for. */
  valueBits: Map<string, Bits>
  /** Per leaf the rules whose scope holds it. */
  rulesAt: Bits[]
}

/** An alteration with its dates as days; `start` null means: from the day the change is in force. */
export interface CompiledAlteration {
  alteration: Alteration
  position: number
  start: Day | null
  until: Day | null
}

export interface CompiledRule {
  rule: Rule
  index: number
  /** Per dimension, in the dossier's order, the leaves in scope. */
  scope: Bits[]
  overrides: Set<number>
  alteredBy: { change: CompiledChange; alterations: CompiledAlteration[] }[]
}

/** One effect of a published report on a change, with the days that section 2 sorts by. */
export interface CompiledEffect {
  report: Report
  /** Day of publication in the dossier's time zone. */
  day: Day
  effect: Effect
  position: number
  on: Day
}

/** A `moves` effect: one step in the life of a change. */
export interface Move extends CompiledEffect {
  stage: Stage
}

export interface CompiledChange {
  change: Change
  index: number
  /** All `moves` effects, in the order of a life. */
  moves: Move[]
  /** All effects of any kind, in the same order. */
  effects: CompiledEffect[]
}

/** A dossier made ready for asking: built once per edition, never changed afterwards. */
export interface Compiled {
  /** All records, retracted reports too. */
  records: DossierRecords
  /** The records that count. */
  standing: DossierRecords
  dossier: Dossier
  dimensions: CompiledDimension[]
  rules: CompiledRule[]
  ruleIndex: Map<string, number>
  changes: CompiledChange[]
  changeIndex: Map<string, number>
  reports: Map<string, Report>
  /** Moments asked for lately, so that a page's many questions share their work. */
  moments: Map<string, Moment>
}

/**
 * Compiles validated records (design, section 2, last lines): leaf bitsets per scope, sorted lives per change. Effects on
 * unknown changes and scopes of unknown values are a caller's mistake that validation reports; here they count for nothing.
 */
export function compileDossier(records: DossierRecords): Compiled {
  const { dossier } = records
  const reports = standingReports(records.reports)
  const dimensions = dossier.dimensions.map((dimension) => compileDimension(dimension, records.rules.length))
  const changes = records.changes.map((change, index): CompiledChange => ({ change, index, moves: [], effects: [] }))
  const changeIndex = new Map(changes.map(({ change, index }) => [change.id, index]))
  collectEffects(reports, dossier.timeZone, changes, changeIndex)
  const ruleIndex = new Map(records.rules.map((rule, index) => [rule.id, index]))
  const rules = records.rules.map((rule, index) => compileRule(rule, index, dimensions, ruleIndex))
  for (const change of changes) linkAlterations(change, rules, ruleIndex)
  return {
    records,
    standing: reports.length === records.reports.length ? records : { ...records, reports },
    dossier,
    dimensions,
    rules,
    ruleIndex,
    changes,
    changeIndex,
    reports: new Map(reports.map((report) => [report.id, report])),
    moments: new Map(),
  }
}

function compileDimension(dimension: Dimension, rules: number): CompiledDimension {
  const leaves = dimension.values.flatMap(leavesOf).map((leaf) => leaf.id)
  const leafIndex = new Map(leaves.map((id, at) => [id, at]))
  const valueBits = new Map<string, Bits>()
  for (const { value } of walkValues(dimension.values)) {
    const bits = emptyBits(leaves.length)
    for (const leaf of leavesOf(value)) setBit(bits, leafIndex.get(leaf.id) ?? 0)
    valueBits.set(value.id, bits)
  }
  return { dimension, leaves, leafIndex, valueBits, rulesAt: leaves.map(() => emptyBits(rules)) }
}

function compileRule(
  rule: Rule,
  index: number,
  dimensions: CompiledDimension[],
  ruleIndex: Map<string, number>,
): CompiledRule {
  const scope = dimensions.map(({ dimension, leaves, valueBits, rulesAt }) => {
    const named = rule.scope[dimension.id]
    const bits = named ? emptyBits(leaves.length) : fullBits(leaves.length)
    for (const value of named ?? [])
      valueBits.get(value)?.forEach((word, at) => {
        bits[at] = (bits[at] ?? 0) | word
      })
    for (let leaf = 0; leaf < leaves.length; leaf++)
      if (((bits[leaf >>> 5] ?? 0) >>> (leaf & 31)) & 1) setBit(rulesAt[leaf] as Bits, index)
    return bits
  })
  const overrides = new Set<number>()
  for (const other of rule.overrides) {
    const at = ruleIndex.get(other)
    if (at !== undefined) overrides.add(at)
  }
  return { rule, index, scope, overrides, alteredBy: [] }
}

function linkAlterations(change: CompiledChange, rules: CompiledRule[], ruleIndex: Map<string, number>): void {
  const byRule = new Map<number, CompiledAlteration[]>()
  change.change.alterations.forEach((alteration, position) => {
    const rule = ruleIndex.get(alteration.rule)
    if (rule === undefined) return
    const compiled = {
      alteration,
      position,
      start: alteration.from === null ? null : firstDay(alteration.from),
      until: alteration.until === null ? null : firstDay(alteration.until),
    }
    byRule.set(rule, [...(byRule.get(rule) ?? []), compiled])
  })
  for (const [rule, alterations] of byRule) rules[rule]?.alteredBy.push({ change, alterations })
}

function collectEffects(
  reports: readonly Report[],
  timeZone: string,
  changes: CompiledChange[],
  changeIndex: Map<string, number>,
): void {
  for (const report of reports) {
    const day = firstDay(publishedDate(report.published, timeZone))
    report.effects.forEach((effect, position) => {
      const change = changes[changeIndex.get(effect.change) ?? -1]
      if (!change) return
      const on = effect.on === undefined ? day : firstDay(effect.on)
      const compiled = { report, day, effect, position, on }
      change.effects.push(compiled)
      if (effect.kind === 'moves' && effect.stage) change.moves.push({ ...compiled, stage: effect.stage })
    })
  }
  for (const change of changes) {
    change.moves.sort(byLife)
    change.effects.sort(byLife)
  }
}

const rankOf = ({ effect }: CompiledEffect): number => (effect.stage ? stageRank(effect.stage) : -1)
const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The order of a life: `on`, day published, ladder rank, report id, position in the report. */
function byLife(a: CompiledEffect, b: CompiledEffect): number {
  return (
    order(a.on, b.on) ||
    order(a.day, b.day) ||
    rankOf(a) - rankOf(b) ||
    order(a.report.id, b.report.id) ||
    a.position - b.position
  )
}
