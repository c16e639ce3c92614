import { isTracking } from '@/lib/addresses/unknown'
import { addDays, type Day, type Report, wordingsOf } from '@/lib/model'
import { normalise } from '@/lib/terms/normalise'

/** What is known of an article before it becomes a report. */
export interface ArticleFacts {
  url: string
  headline: string
  /** The day of its publication; null where it is not known to the day. */
  day: Day | null
}

/** A report with the day on which it came out. */
export interface DatedReport {
  report: Report
  day: Day
}

/** An address by which two spellings of it are the same: without its scheme, `www.`, tracking, fragment and last slash. */
export function plainAddress(address: string): string {
  if (!URL.canParse(address)) return address.trim()
  const url = new URL(address)
  const kept = [...url.searchParams].filter(([name]) => !isTracking(name)).sort(([a], [b]) => (a < b ? -1 : 1))
  const query = new URLSearchParams(kept).toString()
  return `${url.host.replace(/^www\./, '')}${url.pathname.replace(/\/+$/, '')}${query && `?${query}`}`
}

/** Headlines are nearly one when they share so much of their pairs of signs. */
const nearly = 0.6

/**
 * Reports that are an article already: those of its address, and those of nearly its headline within a day of it. Of more than
 * `most` the first.
 */
export function knownReports(reports: Iterable<DatedReport>, article: ArticleFacts, most = 5): Report[] {
  const address = article.url === '' ? null : plainAddress(article.url)
  const pairs = pairsOf(article.headline)
  const { day } = article
  const found: Report[] = []
  for (const { report, day: of } of reports) {
    const isSameAddress = address !== null && report.url !== undefined && plainAddress(report.url) === address
    const isNear = day !== null && of >= addDays(day, -1) && of <= addDays(day, 1)
    if (
      isSameAddress ||
      (isNear && wordingsOf(report.headline).some(({ text }) => alike(pairs, pairsOf(text)) >= nearly))
    )
      found.push(report)
    if (found.length === most) break
  }
  return found
}

/** The pairs of signs next to each other in a text: of any script, and few differ where a word does. */
function pairsOf(text: string): Set<string> {
  const signs = [
    ...normalise(text)
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  ]
  return new Set(signs.slice(1).map((sign, at) => `${signs[at]}${sign}`))
}

/** The share of pairs that two texts have in common (Dice, 1945). */
function alike(a: Set<string>, b: Set<string>): number {
  if (a.size + b.size === 0) return 0
  let shared = 0
  for (const pair of a) if (b.has(pair)) shared++
  return (2 * shared) / (a.size + b.size)
}
