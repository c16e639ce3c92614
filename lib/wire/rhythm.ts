import { Temporal } from 'temporal-polyfill'
import type { Instant } from '@/lib/model'

/** How often somebody is told: of each event at once, or of all of a day or a week together. */
export const rhythms = ['instant', 'daily', 'weekly'] as const
export type Rhythm = (typeof rhythms)[number]

/** The hour of the day at which a digest leaves, and the day of the week (1: Monday) of a weekly one. */
const hour = 7
const weekday = 1

/**
 * When the next digest after an instant leaves, by the clocks of a zone; ISO UTC with milliseconds. Where the clocks are put forward past the
 * hour it is the time that they show instead. What is told at once is due at once.
 */
export function nextDigest(at: Instant, rhythm: Rhythm, zone: string): Instant {
  if (rhythm === 'instant') return at
  const now = Temporal.Instant.from(at)
  const today = now.toZonedDateTimeISO(zone).toPlainDate()
  for (let ahead = 0; ; ahead++) {
    const day = today.add({ days: ahead })
    if (rhythm === 'weekly' && day.dayOfWeek !== weekday) continue
    const due = day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from({ hour }) }).toInstant()
    if (Temporal.Instant.compare(due, now) > 0) return new Date(due.epochMilliseconds).toISOString()
  }
}
