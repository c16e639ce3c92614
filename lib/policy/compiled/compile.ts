import {
  type Dimension,
  type DossierRecords,
  firstDay,
  leavesOf,
  publishedDate,
  type Rule,
  stageRank,
  standingReports,
  walkValues,
} from '@/lib/model'
import { type Bits, emptyBits, fullBits, members, setBit, unite } from './bits'
import { type Altering, alteringOf, linkRules, order } from './link'
import { collectSteps } from './steps'
import {
  type Compiled,
  type CompiledChange,
  type CompiledDimension,
  type CompiledEffect,
  type CompiledRule,
  isMove,
} from './types'

/**
 * Compiles validated records (model, section 2, last lines): leaf bitsets per scope, sorted lives per change. Effects on
 * unknown changes and scopes of unknown values are a caller's mistake that validation reports; here they count for nothing.
 */
export function compileDossier(records: DossierRecords): Compiled {
  const { dossier } = records
  const reports = standingReports(records.reports)
  const dimensions = dossier.dimensions.map((dimension) => compileDimension(dimension, records.rules.length))
  const { changes, changeIndex, steps } = compileChanges({ ...records, reports })
  const sorted = records.rules.toSorted((a, b) => order(a.id, b.id))
  const ruleIndex = new Map(sorted.map((rule, index) => [rule.id, index]))
  const altering = alteringOf(changes, ruleIndex)
  const rules = sorted.map((rule, index) => compileRule(rule, index, dimensions, altering))
  linkRules(rules, ruleIndex)
  return {
    records,
    standing: reports.length === records.reports.length ? records : { ...records, reports },
    dossier,
    dimensions,
    rules,
    ruleIndex,
    changes,
    changeIndex,
    steps,
    reports: new Map(reports.map((report) => [report.id, report])),
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
  dimensions: readonly CompiledDimension[],
  altering: readonly Altering[],
): CompiledRule {
  const scope = dimensions.map(({ dimension, leaves, valueBits, rulesAt }) => {
    const named = rule.scope[dimension.id]
    const bits = named ? emptyBits(leaves.length) : fullBits(leaves.length)
    for (const value of named ?? []) unite(bits, valueBits.get(value) ?? [])
    for (const leaf of members(bits)) setBit(rulesAt[leaf] as Bits, index)
    return bits
  })
  const { alteredBy = [], steps = collectSteps([]), lastStarts = new Int32Array() } = altering[index] ?? {}
  const [overriddenBy, setAsideBy] = [emptyBits(altering.length), emptyBits(altering.length)]
  return { id: rule.id, rule, index, scope, overriddenBy, setAsideBy, alteredBy, steps, lastStarts }
}

function compileChanges({ dossier, changes: all, reports }: DossierRecords) {
  const changeIndex = new Map(all.map((change, index) => [change.id, index]))
  const effects: CompiledEffect[][] = all.map(() => [])
  for (const report of reports) {
    const day = firstDay(publishedDate(report.published, dossier.timeZone))
    report.effects.forEach((effect, position) => {
      const on = effect.on === undefined ? day : firstDay(effect.on)
      const { stage = null } = effect
      effects[changeIndex.get(effect.change) ?? -1]?.push({ report, day, effect, position, on, stage })
    })
  }
  for (const told of effects) told.sort(byLife)
  const changes = all.map((change, index): CompiledChange => {
    const told = effects[index] ?? []
    return { id: change.id, change, index, moves: told.filter(isMove), effects: told }
  })
  return { changes, changeIndex, steps: collectSteps(changes.map(({ moves }) => moves)) }
}

const rankOf = ({ stage }: CompiledEffect): number => (stage ? stageRank(stage) : -1)

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
