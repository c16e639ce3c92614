import type { Effect, Report } from '@/lib/model'

/**
 * The publisher at the far end of an attribution chain, that of an effect where it has one of its own; the report's own when
 * the chain names none.
 */
export const originOf = (report: Report, effect?: Effect): string => {
  const chain = effect && effect.attribution.length > 0 ? effect.attribution : report.attribution
  return chain.findLast((link) => link.source !== undefined)?.source ?? report.source
}

/** How many reports some effects come from, and how many independent sources stand behind them (design, section 2). */
export const countSources = (effects: readonly { report: Report; effect: Effect }[]) => ({
  reports: new Set(effects.map(({ report }) => report.id)).size,
  independent: new Set(effects.map(({ report, effect }) => originOf(report, effect))).size,
})

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
    independent: new Set(reports.map((report) => originOf(report))).size,
    unseen: reports.filter(({ sourcing }) => sourcing === 'unseen').length,
  }
  counted.set(reports, found)
  return found
}
