import type { Report } from '@/lib/model'

/** The publisher at the far end of a report's attribution chain; its own when the chain names none. */
export const originOf = (report: Report): string =>
  report.attribution.findLast((link) => link.source !== undefined)?.source ?? report.source

/** What a set of reports says of its publishers. */
export interface Publishers {
  /** Ids of all of them. */
  used: ReadonlySet<string>
  publishers: number
  /** How many of them are independent: a shared origin counts once (design, section 2). */
  independent: number
  /** How many reports rest on general knowledge alone. */
  unseen: number
}

const counted = new WeakMap<readonly Report[], Publishers>()

/** Counts the publishers of a set of reports; remembered for as long as the set is, for pages ask each time. */
export function countPublishers(reports: readonly Report[]): Publishers {
  const known = counted.get(reports)
  if (known) return known
  const used = new Set(reports.map(({ source }) => source))
  const found: Publishers = {
    used,
    publishers: used.size,
    independent: new Set(reports.map(originOf)).size,
    unseen: reports.filter(({ sourcing }) => sourcing === 'unseen').length,
  }
  counted.set(reports, found)
  return found
}
