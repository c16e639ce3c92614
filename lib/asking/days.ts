import { addDays, addYears, type Day } from '@/lib/model'

/** The days that may be asked about: those of which a tracker of policy can say anything. */
export const askableDays = (present: Day): { first: Day; last: Day } => ({
  first: '1900-01-01',
  last: addYears(present, 50),
})

/** Whether a day may be asked about, given the current day. */
export function isAskable(day: Day, present: Day): boolean {
  const { first, last } = askableDays(present)
  return first <= day && day <= last
}

/** The day of the earlier side of a comparison that names none: a year before the later one. */
export function usualFrom(to: Day): Day {
  const from = addDays(to, -365)
  const { first } = askableDays(to)
  return from < first ? first : from
}
