import type { Report } from './report'

/*
 * Lists of reports are long and asked for often, and no list is changed once it is made. What is known of one is noted, and handed on to the
 * list that follows it, so that one report more costs a look at that one.
 */

/** Of a list whose reports stand by their ids. */
interface Noted {
  /** Those that are not retracted; the very list where all stand. */
  standing: readonly Report[]
  /** Those that have had another id. */
  renamed: readonly Report[]
}

const noted = new WeakMap<readonly Report[], Noted>()

/** What becomes of a report; data null: it goes. */
interface ReportChange {
  id: string
  data: Report | null
}

const stands = ({ retracted }: Report): boolean => retracted === undefined
const isRenamed = ({ formerly }: Report): boolean => formerly !== undefined

const byId = (one: { id: string }, other: { id: string }): number =>
  one.id < other.id ? -1 : one.id > other.id ? 1 : 0

function note(list: readonly Report[], known: Noted): void {
  const { standing, renamed } = known
  noted.set(list, known)
  if (standing !== list) noted.set(standing, { standing, renamed: renamed.filter(stands) })
}

/** Reports by their ids, whatever order they came in. */
export function reportsById(reports: readonly Report[]): Report[] {
  const list = reports.toSorted(byId)
  const standing = list.every(stands) ? list : list.filter(stands)
  note(list, { standing, renamed: list.filter(isRenamed) })
  return list
}

/** A list by ids (of `reportsById`, or of this) after some reports changed, each named at most once. */
export function withReports(list: readonly Report[], changes: readonly ReportChange[]): readonly Report[] {
  if (changes.length === 0) return list
  const known = noted.get(list)
  if (!known) return withReports(reportsById(list), changes)
  const sorted = changes.toSorted(byId)
  const only = (is: (report: Report) => boolean) =>
    sorted.map(({ id, data }) => ({ id, data: data && is(data) ? data : null }))
  const next = patched(list, sorted)
  const allStand = known.standing === list && sorted.every(({ data }) => data === null || stands(data))
  const standing = allStand ? next : patched(known.standing, only(stands))
  note(next, { standing, renamed: patched(known.renamed, only(isRenamed)) })
  return next
}

/** A retracted report stays as a record that says so, and counts for nothing. Where all stand it is the list itself. */
export function standingReports(reports: readonly Report[]): Report[] {
  const known = noted.get(reports)?.standing
  return (known ?? (reports.every(stands) ? reports : reports.filter(stands))) as Report[]
}

/** Those that have had another id. */
export const renamedReports = (reports: readonly Report[]): readonly Report[] =>
  noted.get(reports)?.renamed ?? reports.filter(isRenamed)

/** Those with one of these ids, in their order. */
export function reportsNamed(reports: readonly Report[], ids: ReadonlySet<string>): Report[] {
  if (!noted.has(reports)) return reports.filter(({ id }) => ids.has(id))
  return [...ids].sort().flatMap((id) => {
    const found = reports[placeById(reports, id)]
    return found?.id === id ? [found] : []
  })
}

/** Where a record stands in a list by ids, or would stand. */
export function placeById(list: readonly { id: string }[], id: string): number {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((list[middle]?.id ?? '') < id) low = middle + 1
    else high = middle
  }
  return low
}

/** A call takes so many arguments and more. */
const mostParts = 1000

function patched(list: readonly Report[], changes: readonly ReportChange[]): readonly Report[] {
  const real = changes.flatMap(({ id, data }) => {
    const at = placeById(list, id)
    const isThere = list[at]?.id === id
    return isThere || data ? [{ at, isThere, own: data ? [data] : [] }] : []
  })
  const [only] = real
  if (!only) return list
  // One change is the most frequent, and copied in one go.
  if (real.length === 1) return list.toSpliced(only.at, only.isThere ? 1 : 0, ...only.own)
  const parts: (readonly Report[])[] = []
  let from = 0
  for (const { at, isThere, own } of real) {
    parts.push(list.slice(from, at), own)
    from = isThere ? at + 1 : at
  }
  parts.push(list.slice(from))
  // A few lists are copied whole; to flatten them looks at each report by itself.
  const none: Report[] = []
  return parts.length > mostParts ? parts.flat() : none.concat(...parts)
}
