import { Temporal } from 'temporal-polyfill'
import { type Instant, precisionOf } from '@/lib/model'

/**
 * The instant that a feed gives for a date, which has to be one: an instant itself, of a bare day its noon in UTC, which is that day
 * nearly everywhere. A month or a year says of no day that it was the one: then it is when it came to this site.
 */
export function feedInstant(published: string, appeared: Instant): Instant {
  if (published.includes('T')) return Temporal.Instant.from(published).toString()
  return precisionOf(published) === 'day' ? `${published}T12:00:00Z` : appeared
}
