import { firstDay, lastDay } from '../day'
import type { Problem } from '../problem'
import {
  type Actor,
  type AnyRecord,
  type Change,
  type DossierRecords,
  placeById,
  type Rule,
  renamedReports,
  reportsNamed,
  type Source,
} from '../records'
import type { RecordKind } from '../words'
import { checkDossier, checkScope } from './dossier'
import { type Findings, finding } from './findings'
import { checkReport, type KnownIds } from './report'

export { addressWords } from './dossier'

/**
 * Checks what one record alone cannot show: ids that point nowhere, ids used twice, cycles in `overrides`, ends before
 * beginnings. Every record has passed its own schema. `circles: false`: those of `overrides` are let be, for the engine can answer with them. `reports`: only
 * these are looked at, of a dossier that was sound before they changed and nothing else went; its reports stand by their ids. Returns all problems, none when the
 * dossier is sound.
 */
export function validateDossier(
  records: DossierRecords,
  sources: readonly Source[],
  { circles = true, reports }: { circles?: boolean; reports?: ReadonlySet<string> | undefined } = {},
): Problem[] {
  const problems: Problem[] = []
  const found = finding(problems)
  checkDossier(records.dossier, found)
  twice('rule', records.rules, found)
  twice('change', records.changes, found)
  twice('actor', records.actors, found)
  if (reports) formerTwice('report', renamedReports(records.reports), sortedIds(records.reports), found)
  else twice('report', records.reports, found)
  for (const rule of records.rules) checkRule(rule, records, found)
  if (circles) checkCycles(records.rules, found)
  const rules = idsOf(records.rules)
  const ids = {
    change: idsOf(records.changes),
    rule: rules,
    actor: idsOf(records.actors),
    report: reports ? sortedIds(records.reports) : idsOf(records.reports),
    source: idsOf(sources),
  }
  for (const change of records.changes) {
    checkChange(change, rules, ids.report, found)
    const place = { kind: 'change', id: change.id, path: ['concerns'], members: true } as const
    checkScope(place, change.concerns ?? {}, records.dossier, found)
  }
  for (const actor of records.actors) checkActor(actor, ids.actor, found)
  for (const report of reports ? reportsNamed(records.reports, reports) : records.reports)
    checkReport(report, ids, found)
  return problems
}

/** Publishers stand outside the dossiers, so their ids are checked on their own. */
export function validateSources(sources: readonly Source[]): Problem[] {
  const problems: Problem[] = []
  twice('source', sources, finding(problems))
  return problems
}

/** The ids of a list that stands in their order, without a set of them all. */
const sortedIds = (records: readonly { id: string }[]): KnownIds => ({
  has: (id) => records[placeById(records, id)]?.id === id,
  *[Symbol.iterator]() {
    for (const { id } of records) yield id
  },
})

const idsOf = (records: readonly { id: string }[]): Set<string> => new Set(records.map((record) => record.id))

function twice(kind: RecordKind, records: readonly Pick<AnyRecord, 'id' | 'formerly'>[], found: Findings): void {
  const seen = new Set<string>()
  for (const { id } of records) {
    if (seen.has(id)) found(kind, id, ['id'], `is used by another ${kind} too: ids are unique`)
    seen.add(id)
  }
  formerTwice(kind, records, seen, found)
}

function formerTwice(
  kind: RecordKind,
  records: readonly Pick<AnyRecord, 'id' | 'formerly'>[],
  ids: KnownIds,
  found: Findings,
): void {
  const seen = new Set<string>()
  for (const { id, formerly } of records)
    formerly?.forEach((old, at) => {
      if (ids.has(old) || seen.has(old))
        found(kind, id, ['formerly', at], `“${old}” is or was the id of another ${kind}, or its own`)
      seen.add(old)
    })
}

function checkRule(rule: Rule, { dossier, rules }: DossierRecords, found: Findings): void {
  checkScope({ kind: 'rule', id: rule.id, path: ['scope'] }, rule.scope, dossier, found)
  const ids = idsOf(rules)
  rule.overrides.forEach((other, at) => {
    if (other === rule.id) found('rule', rule.id, ['overrides', at], 'is the rule itself')
    else if (!ids.has(other)) found.unknown('rule', rule.id, ['overrides', at], 'rule', other, ids)
  })
}

/** Finds every cycle of `overrides` once and names the way round. */
function checkCycles(rules: readonly Rule[], found: Findings): void {
  const byId = new Map(rules.map((rule) => [rule.id, rule]))
  const done = new Set<string>()
  for (const start of rules) {
    const way: { rule: Rule; next: number }[] = []
    if (!done.has(start.id)) way.push({ rule: start, next: 0 })
    while (way.length > 0) {
      const top = way[way.length - 1] as { rule: Rule; next: number }
      const target = byId.get(top.rule.overrides[top.next] ?? '')
      if (top.next >= top.rule.overrides.length) {
        done.add(top.rule.id)
        way.pop()
        continue
      }
      const at = top.next++
      if (!target || target.id === top.rule.id || done.has(target.id)) continue
      const from = way.findIndex((step) => step.rule.id === target.id)
      if (from === -1) way.push({ rule: target, next: 0 })
      else {
        const round = [...way.slice(from).map((step) => step.rule.id), target.id].join(' → ')
        found('rule', top.rule.id, ['overrides', at], `makes a circle: ${round}`)
      }
    }
  }
}

function checkActor(actor: Actor, ids: Set<string>, found: Findings): void {
  actor.of?.forEach(({ actor: other, from, until }, at) => {
    if (other === actor.id) found('actor', actor.id, ['of', at, 'actor'], 'is the actor itself')
    else if (!ids.has(other)) found.unknown('actor', actor.id, ['of', at, 'actor'], 'actor', other, ids)
    if (from && until && lastDay(until) < firstDay(from))
      found('actor', actor.id, ['of', at, 'until'], `is before \`from\` (${from})`)
  })
}

function checkChange(change: Change, rules: KnownIds, reports: KnownIds, found: Findings): void {
  change.resolutions?.forEach((resolution, at) => {
    for (const field of ['holds', 'against'] as const) {
      const id = resolution[field]
      if (id !== undefined && !reports.has(id))
        found.unknown('change', change.id, ['resolutions', at, field], 'report', id, reports)
    }
  })
  change.starts?.forEach((rule, at) => {
    if (!rules.has(rule)) found.unknown('change', change.id, ['starts', at], 'rule', rule, rules)
  })
  change.alterations.forEach((alteration, at) => {
    if (!rules.has(alteration.rule))
      found.unknown('change', change.id, ['alterations', at, 'rule'], 'rule', alteration.rule, rules)
    if (alteration.from && alteration.until && lastDay(alteration.until) < firstDay(alteration.from))
      found('change', change.id, ['alterations', at, 'until'], `is before \`from\` (${alteration.from})`)
  })
}
