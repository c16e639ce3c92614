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
import type { Course } from '@/lib/policy/standing/course'
import type { Moment } from '@/lib/policy/standing/moment'
import type { OrderedPending } from '@/lib/policy/standing/status'
import { type Bits, emptyBits, fullBits, members, setBit, unite } from './bits'
import { linkAlterations, linkRules, order } from './link'
import { collectSteps, type DayNumber, type Steps } from './steps'

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

/** An alteration with its dates as day numbers; `start` null means: from the day the change is in force. */
export interface CompiledAlteration extends Pick<Alteration, 'to' | 'conditions' | 'from' | 'until'> {
  start: DayNumber | null
  end: DayNumber | null
  /** Its forms as pending, by ladder rank of the stage, once they were asked for. */
  pendingAt: OrderedPending[]
}

export interface CompiledRule {
  rule: Rule
  index: number
  /** Per dimension, in the dossier's order, the leaves in scope. */
  scope: Bits[]
  /** The rules that override this one explicitly. */
  overriddenBy: Bits
  /** They and the strictly narrower ones that this one does not override: each sets it aside where it speaks. */
  setAsideBy: Bits
  /** What alters it, in the order in which the changes begin. */
  alteredBy: AlteredBy[]
  /** The steps of those changes. */
  steps: Steps
  /** Per change the latest `start` of its alterations of the rule; 0 when none has any. */
  lastStarts: Int32Array
  /** How it stands over time, once that was asked for. */
  course: Course | null
}

/** What one change alters of a rule. */
export interface AlteredBy {
  change: CompiledChange
  /** In the order of the change's list. */
  alterations: CompiledAlteration[]
  /** Sorts by change id, then rule id. */
  order: number
}

/** One effect of a published report on a change, with the days that section 2 sorts by. */
export interface CompiledEffect {
  report: Report
  /** Day of publication in the dossier's time zone. */
  day: Day
  effect: Effect
  position: number
  on: Day
  stage: Stage | null
}

/** A `moves` effect: one step in the life of a change. */
export interface Move extends CompiledEffect {
  stage: Stage
}

const isMove = (told: CompiledEffect): told is Move => told.effect.kind === 'moves' && told.stage !== null

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
  /** In the order of their ids. */
  rules: CompiledRule[]
  ruleIndex: Map<string, number>
  changes: CompiledChange[]
  changeIndex: Map<string, number>
  /** The steps of all changes. */
  steps: Steps
  reports: Map<string, Report>
  /** Moments asked for lately, so that a page's many questions share their work. */
  moments: Moment[]
}

/**
 * Compiles validated records (design, section 2, last lines): leaf bitsets per scope, sorted lives per change. Effects on
 * unknown changes and scopes of unknown values are a caller's mistake that validation reports; here they count for nothing.
 */
export function compileDossier(records: DossierRecords): Compiled {
  const { dossier } = records
  const reports = standingReports(records.reports)
  const dimensions = dossier.dimensions.map((dimension) => compileDimension(dimension, records.rules.length))
  const { changes, changeIndex, steps } = compileChanges({ ...records, reports })
  const sorted = records.rules.toSorted((a, b) => order(a.id, b.id))
  const ruleIndex = new Map(sorted.map((rule, index) => [rule.id, index]))
  const rules = sorted.map((rule, index) => compileRule(rule, index, dimensions, sorted.length))
  linkRules(rules, ruleIndex)
  linkAlterations(changes, rules, ruleIndex)
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
    moments: [],
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

function compileRule(rule: Rule, index: number, dimensions: CompiledDimension[], rules: number): CompiledRule {
  const scope = dimensions.map(({ dimension, leaves, valueBits, rulesAt }) => {
    const named = rule.scope[dimension.id]
    const bits = named ? emptyBits(leaves.length) : fullBits(leaves.length)
    for (const value of named ?? []) unite(bits, valueBits.get(value) ?? [])
    for (const leaf of members(bits)) setBit(rulesAt[leaf] as Bits, index)
    return bits
  })
  return {
    rule,
    index,
    scope,
    overriddenBy: emptyBits(rules),
    setAsideBy: emptyBits(rules),
    alteredBy: [],
    steps: collectSteps([]),
    lastStarts: new Int32Array(),
    course: null,
  }
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
    return { change, index, moves: told.filter(isMove), effects: told }
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
