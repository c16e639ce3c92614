import {
  type Change,
  type Dimension,
  type DossierRecords,
  discreditedReports,
  firstDay,
  lastDay,
  leavesOf,
  publicationOf,
  type Report,
  type Resolution,
  type Rule,
  type Scope,
  type Source,
  stageRank,
  standingReports,
  tierOf,
  walkValues,
} from '@/lib/model'
import { type Bits, emptyBits, fullBits, members, setBit, unite } from './bits'
import { isPlainLife, lifeTold, plainLife } from './life'
import { type Altering, alteringOf, linkRules } from './link'
import { order } from './order'
import { SharedMap } from './shared-map'
import { areAlike, collectSteps, type DayNumber, dayNumber, type Steps } from './steps'
import type { Compiled, CompiledChange, CompiledDimension, CompiledEffect, CompiledReport, CompiledRule } from './types'

/**
 * Compiles validated records (model, section 2, last lines): leaf bitsets per scope, sorted lives per change. Effects on
 * unknown changes and scopes of unknown values are a caller's mistake that validation reports; here they count for nothing.
 * `sources` are the publishers, by which evidence is ordered; of one that is not given the kind of its reports tells. `earlier`: an
 * earlier form of the dossier, of which all that is the same is taken as it is; the result is as without it.
 */
export function compileDossier(
  records: DossierRecords,
  sources: Iterable<Source> = [],
  earlier: Compiled | null = null,
): Compiled {
  const { dossier } = records
  const reports = standingReports(records.reports)
  const before = earlier?.dossier.timeZone === dossier.timeZone ? earlier : null
  const width = records.rules.length + (dossier.untracked?.length ?? 0)
  const dimensions = dossier.dimensions.map((dimension) => compileDimension(dimension, width))
  const told = compileReports(reports, dossier.timeZone, before)
  const { changes, changeIndex, steps } = compileChanges(records.changes, told, before)
  const sorted = records.rules.toSorted((a, b) => order(a.id, b.id))
  const ruleIndex = new Map(sorted.map((rule, index) => [rule.id, index]))
  const altering = alteringOf(changes, steps, ruleIndex, before)
  const rules = sorted.map((rule, index) => compileRule(rule, index, dimensions, altering))
  const overridable = linkRules(rules, ruleIndex)
  dossier.untracked?.forEach(({ scope }, at) => {
    scopeBits(scope, dimensions).forEach((leaves, place) => {
      markCovered(dimensions[place], leaves, rules.length + at)
    })
  })
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
    duties: dutiesAmong(rules),
    overridable,
    tiers: new Map(Array.from(sources, (source) => [source.id, tierOf(source)])),
    reports: told.byId,
    expecting: told.expecting,
    discredited: discreditedReports(records),
  }
}

function compileDimension(dimension: Dimension, width: number): CompiledDimension {
  const leaves = dimension.values.flatMap(leavesOf).map((leaf) => leaf.id)
  const leafIndex = new Map(leaves.map((id, at) => [id, at]))
  const valueBits = new Map<string, Bits>()
  for (const { value } of walkValues(dimension.values)) {
    const bits = emptyBits(leaves.length)
    for (const leaf of leavesOf(value)) setBit(bits, leafIndex.get(leaf.id) ?? 0)
    valueBits.set(value.id, bits)
  }
  for (const group of dimension.groups ?? []) {
    const bits = emptyBits(leaves.length)
    for (const value of group.values) unite(bits, valueBits.get(value) ?? [])
    valueBits.set(group.id, bits)
  }
  const members = new Map((dimension.members ?? []).map((member) => [member.id, member]))
  return { dimension, leaves, leafIndex, valueBits, members, rulesAt: leaves.map(() => emptyBits(width)) }
}

/** Per dimension the leaves of a scope. */
export const scopeBits = (scope: Scope, dimensions: readonly CompiledDimension[]): Bits[] =>
  dimensions.map(({ dimension, leaves, valueBits }) => {
    const named = scope[dimension.id]
    const bits = named ? emptyBits(leaves.length) : fullBits(leaves.length)
    for (const value of named ?? []) unite(bits, valueBits.get(value) ?? [])
    return bits
  })

function markCovered(dimension: CompiledDimension | undefined, leaves: Bits, index: number): void {
  for (const leaf of members(leaves)) setBit(dimension?.rulesAt[leaf] as Bits, index)
}

function compileRule(
  rule: Rule,
  index: number,
  dimensions: readonly CompiledDimension[],
  altering: readonly Altering[],
): CompiledRule {
  const scope = scopeBits(rule.scope, dimensions)
  scope.forEach((leaves, at) => {
    markCovered(dimensions[at], leaves, index)
  })
  const { alteredBy = [], steps = collectSteps([]), lastStarts = new Int32Array() } = altering[index] ?? {}
  const [overriddenBy, narrowedBy] = [emptyBits(altering.length), emptyBits(altering.length)]
  const isDuty = rule.kind === 'duty'
  return { id: rule.id, rule, index, isDuty, scope, overriddenBy, narrowedBy, alteredBy, steps, lastStarts }
}

function dutiesAmong(rules: readonly CompiledRule[]): Bits | null {
  if (!rules.some(({ isDuty }) => isDuty)) return null
  const duties = emptyBits(rules.length)
  for (const { isDuty, index } of rules) if (isDuty) setBit(duties, index)
  return duties
}

function compileChanges(all: readonly Change[], told: ToldReports, before: Compiled | null) {
  const changeIndex = new Map(all.map((change, index) => [change.id, index]))
  const kept = all.map((change, index) => (before ? keptOf(change, before.changes[index], told) : null))
  const effects = all.map((_, index): CompiledEffect[] | null => (kept[index] ? null : []))
  if (effects.some((own) => own !== null))
    addEffects(before ? told.byId.values() : told.came, (change) => effects[changeIndex.get(change) ?? -1])
  const cameTo = new Map<string, CompiledEffect[]>()
  for (const one of kept) if (one?.isTold) cameTo.set(one.same.id, [...one.left])
  if (cameTo.size > 0) addEffects(told.came, (change) => cameTo.get(change))
  const changes = all.map((change, index): CompiledChange => {
    const own = kept[index]
    if (own && !own.isTold) return own.same
    const telling = (cameTo.get(change.id) ?? effects[index] ?? []).sort(byDay)
    const holding = change.resolutions ? heldBy(change.resolutions, told.byId) : noneHeld
    const isPlain = isPlainLife(change, telling)
    const life = isPlain ? plainLife(telling) : lifeTold(change, telling, (report) => holding.has(report))
    return { id: change.id, change, index, effects: telling, life, holding, isPlain }
  })
  return { changes, changeIndex, steps: stepsOfAll(changes, before) }
}

/** The steps of all changes; the very ones of the form before where none has taken others. */
function stepsOfAll(changes: readonly CompiledChange[], before: Compiled | null): Steps {
  const isSame =
    changes.length === before?.changes.length &&
    changes.every((change, at) => {
      const earlier = before.changes[at]
      return change === earlier || (earlier !== undefined && areAlike(change.life.steps, earlier.life.steps))
    })
  return isSame && before ? before.steps : collectSteps(changes.map(({ life }) => life.steps))
}

/** Adds what reports tell to the effects of its change, where there are any that are asked for. */
function addEffects(
  reports: Iterable<CompiledReport>,
  effectsOf: (change: string) => CompiledEffect[] | null | undefined,
): void {
  for (const told of reports) {
    const { report } = told
    report.effects.forEach((effect, position) => {
      const own = effectsOf(effect.change)
      if (!own) return
      const date = effect.on ?? told.date
      const on = effect.on === undefined ? told.day : firstDay(effect.on)
      const { stage = null } = effect
      own.push({ report, told, effect, position, date, on, stage })
    })
  }
}

interface KeptChange {
  same: CompiledChange
  /** Whether reports that came or went tell of it; the effects that are left of it are those of all others. */
  isTold: boolean
  left: readonly CompiledEffect[]
}

/** A change that is the same record at the same place as it was; null for another. */
function keptOf(change: Change, same: CompiledChange | undefined, { came, went }: ToldReports): KeptChange | null {
  // Which reports a resolution holds depends on reports that need not tell of the change.
  if (same?.change !== change || change.resolutions !== undefined) return null
  const tells = ({ report }: CompiledReport) => report.effects.some((effect) => effect.change === change.id)
  if (!came.some(tells) && ![...went.values()].some(tells)) return { same, isTold: false, left: same.effects }
  return { same, isTold: true, left: same.effects.filter(({ report }) => went.get(report.id)?.report !== report) }
}

interface ToldReports {
  byId: Compiled['reports']
  /** Those that the earlier form did not have so, and by their ids those that it had and that are so no more. */
  came: readonly CompiledReport[]
  went: ReadonlyMap<string, CompiledReport>
  expecting: Compiled['expecting']
}

/** The reports by their ids; of an earlier form all is taken over but the stretch of the list in which the two differ. */
function compileReports(reports: readonly Report[], timeZone: string, before: Compiled | null): ToldReports {
  const earlier = before?.standing.reports ?? []
  let first = 0
  while (first < reports.length && reports[first] === earlier[first]) first++
  let [end, endBefore] = [reports.length, earlier.length]
  while (end > first && endBefore > first && reports[end - 1] === earlier[endBefore - 1]) {
    end--
    endBefore--
  }
  const went = new Map<string, CompiledReport>()
  for (const { id } of earlier.slice(first, endBefore)) {
    const gone = before?.reports.get(id)
    if (gone) went.set(id, gone)
  }
  const publications = new Map<string, Publication>()
  const came = reports.slice(first, end).map((report) => {
    const known = went.get(report.id)
    return known?.report === report ? known : compileReport(report, timeZone, publications)
  })
  const shared = before?.reports ?? SharedMap.empty<CompiledReport>()
  const byId = shared.with(
    went.keys(),
    came.map((told) => [told.report.id, told] as const),
  )
  return { byId, came, went, expecting: expectingAmong(came, went, before?.expecting) }
}

function expectingAmong(
  came: readonly CompiledReport[],
  went: ReadonlyMap<string, CompiledReport>,
  before: Compiled['expecting'] = new Set(),
): Compiled['expecting'] {
  const [come, gone] = [came.filter(isExpecting), [...went.values()].filter(isExpecting)]
  if (come.length === 0 && gone.length === 0) return before
  const expecting = new Set(before)
  for (const report of gone) expecting.delete(report)
  for (const report of come) expecting.add(report)
  return expecting
}

const isExpecting = ({ report }: CompiledReport): boolean => report.expectations.length > 0

/** When reports came out. */
type Publication = Omit<CompiledReport, 'report'>

/** Many reports come out on one day: what that is, is worked out once. */
function compileReport(report: Report, timeZone: string, publications: Map<string, Publication>): CompiledReport {
  const { published } = report
  let publication = publications.get(published)
  if (!publication) {
    publication = compilePublication(published, timeZone)
    publications.set(published, publication)
  }
  const { date, day, first, last, instant, isInstant } = publication
  return { report, date, day, first, last, instant, isInstant }
}

function compilePublication(published: string, timeZone: string): Publication {
  const { date, instant, isInstant } = publicationOf(published, timeZone)
  const day = firstDay(date)
  const first = dayNumber(day)
  const last = date.length === 10 ? first : dayNumber(lastDay(date))
  return { date, day, first, last, instant, isInstant }
}

const noneHeld: ReadonlyMap<string, DayNumber> = new Map()

const heldBy = (resolutions: readonly Resolution[], reports: Compiled['reports']) =>
  new Map(
    resolutions.flatMap(({ holds }) => {
      const held = reports.get(holds)
      return held ? [[holds, held.last] as const] : []
    }),
  )

const rankOf = ({ stage }: CompiledEffect): number => (stage ? stageRank(stage) : -1)

/** The day of which they tell, day published, ladder rank, report id, position in the report. */
function byDay(a: CompiledEffect, b: CompiledEffect): number {
  if (a.on !== b.on) return order(a.on, b.on)
  return (
    a.told.first - b.told.first || rankOf(a) - rankOf(b) || order(a.report.id, b.report.id) || a.position - b.position
  )
}
