import 'server-only'
import { type Day, dayOfInstant, type Instant } from '@/lib/model'

/** This instant, in ISO 8601 UTC. The only clock of the site: everything below it is told what time it is. */
export const now = (): Instant => new Date().toISOString()

/** The current day in a time zone. */
export const todayIn = (timeZone: string): Day => dayOfInstant(now(), timeZone)
