import { eq } from 'drizzle-orm'
import type { Tx } from '@/db/dialect'
import { eventDays } from '@/db/schema'
import {
  addDays,
  type Day,
  type Dossier,
  firstDay,
  firstId,
  type Instant,
  publishedDate,
  type Report,
} from '@/lib/model'
import { type Compiled, daysToTell, eventsOfDay } from '@/lib/policy'
import { EventRecords } from './concerning'
import { type NewEvent, writeEvents } from './write-events'

/** Of so many days that were missed, the last ones, it is told what they brought. */
export const mostDaysMissed = 400

/** The last day of a dossier whose events are written; null: none is. */
export async function lastDayTold(tx: Pick<Tx, 'select'>, dossier: string): Promise<Day | null> {
  const [row] = await tx.select().from(eventDays).where(eq(eventDays.dossier, dossier))
  return row?.day ?? null
}

/** From here on events of a dossier are written for the days after this one. */
export async function beginDays(tx: Tx, dossier: string, day: Day): Promise<void> {
  await tx.insert(eventDays).values({ dossier, day }).onConflictDoUpdate({ target: eventDays.dossier, set: { day } })
}

/**
 * Writes what the days after the last one that was told brought to a dossier, up to and including `today`, in order; of a dossier that
 * was never told of, today is the first day and brings nothing. To be called by whoever holds the head.
 */
export async function writeDays(
  tx: Tx,
  compiled: Compiled,
  { edition, today, at }: { edition: number; today: Day; at: Instant },
): Promise<void> {
  const { id } = compiled.dossier
  const last = await lastDayTold(tx, id)
  if (last !== null && last >= today) return
  if (last !== null) {
    const first = addDays(today, -mostDaysMissed)
    const from = last < first ? first : last
    const concerning = new EventRecords(compiled.records)
    const reports = reportsByDay(compiled, from, today)
    const days = new Set([...daysToTell(compiled, from, today), ...reports.keys()])
    for (const day of [...days].sort()) {
      const told = [
        ...(reports.get(day) ?? []).map((report) => reportedEvent(compiled.dossier, report, concerning)),
        ...eventsOfDay(compiled, day).map((event): NewEvent => {
          return {
            ...event,
            is: `${firstId(compiled.dossier)} ${day} ${event.key}`,
            dossier: id,
            records: concerning.of(event),
          }
        }),
      ]
      await writeEvents(tx, told, { edition, day, at })
    }
  }
  await beginDays(tx, id, today)
}

/** What is told of a report: once, whenever it came and however often it or its dossier got another id. */
export const reportedEvent = (dossier: Dossier, report: Report, concerning: EventRecords): NewEvent => ({
  kind: 'reported',
  is: reportedAs(dossier, report),
  dossier: dossier.id,
  data: { report: report.id },
  records: concerning.ofReport(report),
})

/** What makes it the one event that tells of a report. */
export const reportedAs = (dossier: Dossier, report: Report): string => `${firstId(dossier)} ${firstId(report)}`

/** The reports that were kept for a day to come; those of days past were told of when they were published. */
function reportsByDay(compiled: Compiled, after: Day, until: Day): Map<Day, Report[]> {
  const { reports, timeZone } = { reports: compiled.standing.reports, timeZone: compiled.dossier.timeZone }
  const found = new Map<Day, Report[]>()
  for (const report of reports) {
    const day = firstDay(publishedDate(report.published, timeZone))
    if (day > after && day <= until) found.set(day, [...(found.get(day) ?? []), report])
  }
  return found
}
