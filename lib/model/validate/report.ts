import { firstDay, lastDay } from '../day'
import type { Path } from '../problem'
import type { Report } from '../records'
import type { Findings } from './findings'

/** Ids that are there. */
export interface KnownIds extends Iterable<string> {
  has(id: string): boolean
}

/** The ids that a report may refer to. */
export interface IdsByKind {
  change: KnownIds
  rule: KnownIds
  actor: KnownIds
  report: KnownIds
  source: KnownIds
}

export function checkReport(report: Report, ids: IdsByKind, found: Findings): void {
  const refer = (noun: keyof IdsByKind, id: string | undefined, path: Path) => {
    if (id !== undefined && !ids[noun].has(id)) found.unknown('report', report.id, path, noun, id, ids[noun])
  }
  refer('source', report.source, ['source'])
  report.attribution.forEach((link, at) => {
    refer('source', link.source, ['attribution', at, 'source'])
  })
  report.effects.forEach((effect, at) => {
    refer('change', effect.change, ['effects', at, 'change'])
    refer('actor', effect.by, ['effects', at, 'by'])
    effect.rules?.forEach((rule, place) => {
      refer('rule', rule, ['effects', at, 'rules', place])
    })
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
    if (from && until && lastDay(until) < firstDay(from))
      found('report', report.id, ['expectations', at, 'until'], `is before \`from\` (${from})`)
  })
  report.related.forEach((other, at) => {
    if (other === report.id) found('report', report.id, ['related', at], 'is the report itself')
    else refer('report', other, ['related', at])
  })
}
