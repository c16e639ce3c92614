import { plainLanguage } from '@/lib/addresses/names'
import { type Attribution, type Effect, type Report, say } from '@/lib/model'
import { remember } from '@/lib/policy/remember'
import { normalise } from '@/lib/terms/normalise'

/**
 * What a claim goes back to (model, section 2, independent sources): the last link of the attribution chain, that of an effect
 * where it has one of its own, which is named; else the last that is a publisher; else the report's own publisher. Links that
 * are not named are passed over: the “party members” of two reports need not be the same people. Returns the id of a publisher,
 * or the name in one spelling.
 */
export const originOf = (report: Report, effect?: Effect): string => {
  const chain = effect && effect.attribution.length > 0 ? effect.attribution : report.attribution
  const origin = chain.findLast(({ named }) => named) ?? chain.findLast(({ source }) => source !== undefined)
  return origin ? nameOf(origin) : report.source
}

const nameOf = ({ who, source }: Attribution): string =>
  source ?? normalise(say(who, plainLanguage).text).replace(/^the /, '')

/** How many reports some effects come from, and how many independent sources stand behind them (model, section 2). */
export const countSources = (effects: readonly { report: Report; effect: Effect }[]) => ({
  reports: new Set(effects.map(({ report }) => report.id)).size,
  independent: new Set(effects.map(({ report, effect }) => originOf(report, effect))).size,
})

/** What a set of reports says of its publishers. */
export interface Publishers {
  /** Ids of all of them. */
  used: ReadonlySet<string>
  publishers: number
  /** How many of them are independent: a shared origin counts once (model, section 2). */
  independent: number
  /** How many reports rest on general knowledge alone. */
  unseen: number
}

/** Counts the publishers of a set of reports; remembered for as long as the set is, for pages ask each time. */
export const countPublishers: (reports: readonly Report[]) => Publishers = remember((reports) => {
  const used = new Set(reports.map(({ source }) => source))
  return {
    used,
    publishers: used.size,
    independent: new Set(reports.map((report) => originOf(report))).size,
    unseen: reports.filter(({ sourcing }) => sourcing === 'unseen').length,
  }
})
