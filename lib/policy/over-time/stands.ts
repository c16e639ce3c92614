import {
  type BelongingTime,
  belongingTo,
  type DateText,
  type Dossier,
  type DossierRecords,
  fallsInto,
  firstDay,
  type Position,
  publishedDate,
  type Report,
} from '@/lib/model'
import { remember } from '@/lib/policy/remember'

/** A position as a report tells it, with the date of which it tells: its own or, without one, that of the report. */
export interface Stand {
  report: Report
  position: Position
  date: DateText
}

/** Which positions; everything given must hold. */
export interface StandsAsked {
  /** Those of an actor, and of all who belonged to it on the date. */
  actor?: string | undefined
  change?: string | undefined
  /** A date at its own precision counts where any of its days lies within, first and last day included. */
  from?: DateText | undefined
  to?: DateText | undefined
}

/** The positions that one report tells of, in its order. */
export const standsIn = (report: Report, { timeZone }: Pick<Dossier, 'timeZone'>): Stand[] =>
  report.positions.map((position) => ({
    report,
    position,
    date: position.on ?? publishedDate(report.published, timeZone),
  }))

/** The positions that the reports of a dossier tell of, the oldest first: stances change. */
export function standsOf(records: DossierRecords, { actor, change, from, to }: StandsAsked = {}): readonly Stand[] {
  const speaking = actor === undefined ? null : speakingFor(records, actor)
  return allStands(records).filter(
    ({ position, date }) =>
      (change === undefined || position.change === change) &&
      fallsInto(date, { from, until: to }) &&
      (speaking === null || speaking.get(position.actor)?.some((time) => fallsInto(date, time))),
  )
}

/** Who speaks for an actor, and when: itself at any time, and who belongs to it for as long. */
const speakingFor = ({ actors }: DossierRecords, actor: string): Map<string, readonly BelongingTime[]> =>
  new Map([[actor, [{}]], ...belongingTo(actors, actor).map((one) => [one.actor.id, one.times] as const)])

const allStands = remember(({ dossier, reports }: DossierRecords): Stand[] =>
  reports
    .flatMap((report) => standsIn(report, dossier))
    .sort((a, b) => order(firstDay(a.date), firstDay(b.date)) || order(a.report.id, b.report.id)),
)

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
