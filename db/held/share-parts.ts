import type { Attribution, Report } from '@/lib/model'

/** Stands for every list with nothing in it; nobody can put anything there. */
const none: never[] = []
Object.freeze(none)

const orNone = <Item>(list: Item[]): Item[] => (list.length === 0 ? none : list)

/**
 * Has the reports of a dossier, read one by one, share what many of them have in common: ids, who is cited, and empty lists. A report is
 * changed in place, so that it must be nobody else's yet, and says the same as before.
 */
export function sharingParts(): (report: Report) => Report {
  const known = new Map<string, string>()
  const same = (text: string): string => {
    const found = known.get(text)
    if (found === undefined) known.set(text, text)
    return found ?? text
  }
  const citing = (list: Attribution[]): Attribution[] => {
    for (const link of list) {
      if (typeof link.who === 'string') link.who = same(link.who)
      if (link.source !== undefined) link.source = same(link.source)
    }
    return orNone(list)
  }
  return (report) => {
    report.source = same(report.source)
    report.attribution = citing(report.attribution)
    for (const effect of report.effects) {
      effect.change = same(effect.change)
      effect.attribution = citing(effect.attribution)
    }
    for (const position of report.positions) {
      position.actor = same(position.actor)
      position.change = same(position.change)
    }
    for (const expectation of report.expectations) expectation.change = same(expectation.change)
    report.effects = orNone(report.effects)
    report.positions = orNone(report.positions)
    report.expectations = orNone(report.expectations)
    report.related = orNone(report.related)
    return report
  }
}
