import 'server-only'
import { type Day, dayOfInstant, type Instant } from '@/lib/model'

/** This instant, in ISO 8601 UTC. The only clock of the site: everything below it is told what time it is. */
export const now = (): Instant => new Date().toISOString()

const days = new Map<string, { minute: number; day: Day }>()

/** The current day in a time zone; worked out once a minute, for no zone turns its day within one. */
export function todayIn(timeZone: string): Day {
  const minute = Math.floor(Date.now() / 60_000)
  const known = days.get(timeZone)
  if (known?.minute === minute) return known.day
  const day = dayOfInstant(now(), timeZone)
  days.set(timeZone, { minute, day })
  return day
}
