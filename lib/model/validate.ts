import { firstDay } from './day'
import { type Path, type Problem, unknown } from './problem'
import type { Change, Dossier, DossierRecords, Report, Rule, Source } from './records'
import type { Scope } from './scope'
import { walkValues } from './tree'
import type { RecordKind } from './words'

interface Findings {
  (kind: RecordKind, id: string, path: Path, message: string): void
  /** A name that nobody has. Looking for the near one takes a while, so only the first ones get a hint. */
  unknown(kind: RecordKind, id: string, path: Path, noun: string, name: string, ids: Iterable<string>): void
}

const mostHints = 100

function finding(problems: Problem[]): Findings {
  let hints = mostHints
  const found = (kind: RecordKind, id: string, path: Path, message: string) => {
    problems.push({ kind, id, path, message })
  }
  return Object.assign(found, {
    unknown: (kind: RecordKind, id: string, path: Path, noun: string, name: string, ids: Iterable<string>) =>
      found(kind, id, path, unknown(noun, name, ids, hints-- > 0)),
  })
}

/**
 * Checks what one record alone cannot show: ids that point nowhere, ids used twice, cycles in `overrides`, ends before
 * beginnings. Every record has passed its own schema. Returns all problems, none when the dossier is sound.
 */
export function validateDossier(records: DossierRecords, sources: readonly Source[]): Problem[] {
  const problems: Problem[] = []
  const found = finding(problems)
  checkDossier(records.dossier, found)
  twice('rule', records.rules, found)
  twice('change', records.changes, found)
  twice('actor', records.actors, found)
  twice('report', records.reports, found)
  for (const rule of records.rules) checkRule(rule, records, found)
  checkCycles(records.rules, found)
  const rules = idsOf(records.rules)
  const ids = {
    change: idsOf(records.changes),
    actor: idsOf(records.actors),
    report: idsOf(records.reports),
    source: idsOf(sources),
  }
  for (const change of records.changes) checkChange(change, rules, ids.report, found)
  for (const report of records.reports) checkReport(report, ids, found)
  return problems
}

/** Publishers stand outside the dossiers, so their ids are checked on their own. */
export function validateSources(sources: readonly Source[]): Problem[] {
  const problems: Problem[] = []
  twice('source', sources, finding(problems))
  return problems
}

const idsOf = (records: readonly { id: string }[]): Set<string> => new Set(records.map((record) => record.id))

function twice(kind: RecordKind, records: readonly { id: string }[], found: Findings): void {
  const seen = new Set<string>()
  for (const { id } of records) {
    if (seen.has(id)) found(kind, id, ['id'], `is used by another ${kind} too: ids are unique`)
    seen.add(id)
  }
}

/** Parameters that stand beside the dimensions in the addresses of questions and matrices. */
const parameters = ['on', 'known', 'edition', 'words', 'rows', 'columns']

function checkDossier(dossier: Dossier, found: Findings): void {
  const seen = new Set<string>()
  dossier.dimensions.forEach((dimension, index) => {
    const path = ['dimensions', index]
    if (seen.has(dimension.id)) found('dossier', dossier.id, [...path, 'id'], 'is used by another dimension too')
    seen.add(dimension.id)
    if (parameters.includes(dimension.id))
      found('dossier', dossier.id, [...path, 'id'], `is what addresses call something else: ${parameters.join(', ')}`)
    checkTree(dossier, index, found)
  })
  const { matrix } = dossier
  if (!matrix) return
  const dimensions = new Map(dossier.dimensions.map((dimension) => [dimension.id, dimension]))
  for (const axis of ['rows', 'columns'] as const)
    if (!dimensions.has(matrix[axis]))
      found.unknown('dossier', dossier.id, ['matrix', axis], 'dimension', matrix[axis], dimensions.keys())
  if (matrix.rows === matrix.columns)
    found('dossier', dossier.id, ['matrix', 'columns'], 'must be another dimension than the rows')
  checkScope('dossier', dossier.id, ['matrix', 'fixed'], wrap(matrix.fixed), dossier, found)
}

const wrap = (fixed: Record<string, string>): Scope =>
  Object.fromEntries(Object.entries(fixed).map(([dimension, value]) => [dimension, [value]]))

function checkTree(dossier: Dossier, index: number, found: Findings): void {
  const seen = new Map<string, boolean>()
  const visit = (values: Dossier['dimensions'][number]['values'], path: Path): void => {
    values.forEach((value, at) => {
      const leaf = value.values.length === 0
      const before = seen.get(value.id)
      if (before !== undefined)
        found(
          'dossier',
          dossier.id,
          [...path, at, 'id'],
          before === leaf
            ? `“${value.id}” is used by another value of this dimension too`
            : `“${value.id}” is both a leaf and an inner value: give one of them another id`,
        )
      seen.set(value.id, leaf)
      visit(value.values, [...path, at, 'values'])
    })
  }
  visit(dossier.dimensions[index]?.values ?? [], ['dimensions', index, 'values'])
}

function checkScope(kind: RecordKind, id: string, path: Path, scope: Scope, dossier: Dossier, found: Findings): void {
  for (const [dimensionId, values] of Object.entries(scope)) {
    const dimension = dossier.dimensions.find((candidate) => candidate.id === dimensionId)
    if (!dimension) {
      const ids = dossier.dimensions.map((one) => one.id)
      found.unknown(kind, id, [...path, dimensionId], 'dimension', dimensionId, ids)
      continue
    }
    const ids = new Set([...walkValues(dimension.values)].map(({ value }) => value.id))
    values.forEach((value, at) => {
      const field = kind === 'dossier' ? [...path, dimensionId] : [...path, dimensionId, at]
      if (!ids.has(value)) found.unknown(kind, id, field, `value of ${dimensionId}`, value, ids)
    })
  }
}

function checkRule(rule: Rule, { dossier, rules }: DossierRecords, found: Findings): void {
  checkScope('rule', rule.id, ['scope'], rule.scope, dossier, found)
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

function checkChange(change: Change, rules: Set<string>, reports: Set<string>, found: Findings): void {
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
    if (alteration.from && alteration.until && firstDay(alteration.until) < firstDay(alteration.from))
      found('change', change.id, ['alterations', at, 'until'], `is before \`from\` (${alteration.from})`)
  })
}

interface IdsByKind {
  change: Set<string>
  actor: Set<string>
  report: Set<string>
  source: Set<string>
}

function checkReport(report: Report, ids: IdsByKind, found: Findings): void {
  const refer = (noun: keyof IdsByKind, id: string | undefined, path: Path) => {
    if (id !== undefined && !ids[noun].has(id)) found.unknown('report', report.id, path, noun, id, ids[noun])
  }
  refer('source', report.source, ['source'])
  report.attribution.forEach((link, at) => {
    refer('source', link.source, ['attribution', at, 'source'])
  })
  report.effects.forEach((effect, at) => {
    refer('change', effect.change, ['effects', at, 'change'])
    effect.attribution.forEach((link, step) => {
      refer('source', link.source, ['effects', at, 'attribution', step, 'source'])
    })
  })
  report.positions.forEach((position, at) => {
    refer('actor', position.actor, ['positions', at, 'actor'])
    refer('change', position.change, ['positions', at, 'change'])
  })
  report.expectations.forEach((expectation, at) => {
    refer('change', expectation.change, ['expectations', at, 'change'])
    const { from, until } = expectation
    if (from && until && firstDay(until) < firstDay(from))
      found('report', report.id, ['expectations', at, 'until'], `is before \`from\` (${from})`)
  })
  report.related.forEach((other, at) => {
    if (other === report.id) found('report', report.id, ['related', at], 'is the report itself')
    else refer('report', other, ['related', at])
  })
}
