import type { Report } from '@/lib/model'

/** The publisher at the far end of a report's attribution chain; its own when the chain names none. */
export const originOf = (report: Report): string =>
  report.attribution.findLast((link) => link.source !== undefined)?.source ?? report.source

/** How many publishers a set of reports has, and how many of them are independent: a shared origin counts once (design, 2). */
export const countPublishers = (reports: readonly Report[]): { publishers: number; independent: number } => ({
  publishers: new Set(reports.map(({ source }) => source)).size,
  independent: new Set(reports.map(originOf)).size,
})
