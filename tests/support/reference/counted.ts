import {
  type DateText,
  type Day,
  type DossierRecords,
  instantOf,
  lastDay,
  publishedDate,
  type Report,
  standingReports,
} from '@/lib/model'

/*
 * Section 2 of the model once more, as plainly as it is written and as slow as it likes: lists and sets of words, no bitsets.
 * The engine is held against it. This file: which reports count, and which is later than which.
 */

export interface CountedReport {
  report: Report
  /** Its date, an instant as its day in the dossier's zone. */
  date: DateText
  /** The day on which it came out: the last of its date. */
  out: Day
  /** Whether it tells its instant. */
  timed: boolean
  /** In milliseconds; of a bare date the start of its first day in the dossier's zone. */
  instant: number
}

/** The standing reports that count at `known`. */
export function countedReports({ dossier, reports }: DossierRecords, known: Day | undefined): CountedReport[] {
  return standingReports(reports)
    .map((report) => {
      const date = publishedDate(report.published, dossier.timeZone)
      const instant = Date.parse(instantOf(report.published, dossier.timeZone))
      return { report, date, out: lastDay(date), timed: report.published.includes('T'), instant }
    })
    .filter(({ out }) => known === undefined || out <= known)
}

export const isLater = (a: CountedReport, b: CountedReport): boolean =>
  a.out > b.out || (a.out === b.out && a.timed && b.timed && a.instant > b.instant)

/** Dates disagree unless one begins with the other. */
export const agree = (a: DateText, b: DateText): boolean => a.startsWith(b) || b.startsWith(a)

export const isInside = (finer: DateText, coarser: DateText): boolean =>
  finer.length > coarser.length && finer.startsWith(coarser)

/** Plain code point order. */
export const smaller = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
