import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { english } from '@/lib/addresses/names'

/**
 * A calendar date in ISO 8601, at the precision it is known: `2023-08-23`, `2023-08` or `2023`.
 * A month or a year sorts and computes as its first day (`firstDay`) and is shown as what it is (model, section 2).
 */
export type DateText = string
/** A full calendar day, `YYYY-MM-DD`. */
export type Day = string
/** An instant in ISO 8601 UTC, `2023-08-23T10:00:00Z`. */
export type Instant = string
export type Precision = 'day' | 'month' | 'year'

const datePattern = /^\d{4}(-\d{2}(-\d{2})?)?$/
const instantPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/

/** The first day that a date of any precision stands for. */
export function firstDay(date: DateText): Day {
  return date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date
}

/** The last day that a date of any precision stands for. */
export function lastDay(date: DateText): Day {
  if (date.length === 10) return date
  return date.length === 4 ? `${date}-12-31` : `${date}-${daysIn(Number(date.slice(0, 4)), Number(date.slice(5)))}`
}

/** How many days a month (1 to 12) has. */
function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
}

export function precisionOf(date: DateText): Precision {
  return date.length === 4 ? 'year' : date.length === 7 ? 'month' : 'day'
}

/** Whether the text is a date that exists in the calendar (`2023-02-30` does not). */
export function isDate(text: string): boolean {
  if (!datePattern.test(text)) return false
  const [year = 0, month = 1, day = 1] = text.split('-').map(Number)
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)
}

export const isDay = (text: string): boolean => text.length === 10 && isDate(text)

export function isInstant(text: string): boolean {
  if (!instantPattern.test(text)) return false
  try {
    Temporal.Instant.from(text)
    return true
  } catch {
    return false
  }
}

/** The day on which an instant falls in an IANA time zone. */
export function dayOfInstant(instant: string, timeZone: string): Day {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString()
}

/** A published date or instant as a date: an instant becomes its day in the dossier's time zone, a date stays itself. */
export function publishedDate(published: string, timeZone: string): DateText {
  return published.includes('T') ? dayOfInstant(published, timeZone) : published
}

/** When something came out, as far as it is told: a date of any precision, or an instant. */
export interface PublishedAt {
  /** The day, month or year, of an instant its day in the time zone. */
  date: DateText
  /** Of an instant the milliseconds since the epoch, null where it is the very start of its day; a date has none. */
  instant: number | null
  isInstant: boolean
}

/** Reads a published date or instant in a time zone. */
export function publicationOf(published: string, timeZone: string): PublishedAt {
  if (!published.includes('T')) return { date: published, instant: null, isInstant: false }
  const zoned = Temporal.Instant.from(published).toZonedDateTimeISO(timeZone)
  // Where the clocks are put forward at midnight, a day begins at one or later.
  const mayStart = zoned.minute === 0 && zoned.second === 0 && zoned.hour < 4
  const isStart = mayStart && zoned.equals(zoned.startOfDay())
  return { date: zoned.toPlainDate().toString(), instant: isStart ? null : zoned.epochMilliseconds, isInstant: true }
}

/** Whether two dates agree: one is the other, or a less precise way to say it (2023-06 and 2023-06-15). */
export const datesAgree = (a: DateText, b: DateText): boolean => a.startsWith(b) || b.startsWith(a)

/** In milliseconds: days of the calendar are counted in UTC, where each is as long as the other. */
const dayLength = 86_400_000

/** The day `days` after (or, when negative, before) the given one. */
export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * dayLength).toISOString().split('T', 1)[0] as Day
}

/** The same day of the calendar `years` later; the 29th of February becomes the 28th where there is none. */
export const addYears = (day: Day, years: number): Day => Temporal.PlainDate.from(day).add({ years }).toString()

/** The same day of the calendar `months` later; where that month is shorter, its last day. */
export const addMonths = (day: Day, months: number): Day => Temporal.PlainDate.from(day).add({ months }).toString()

/** Whole days from `a` to `b`; negative when `b` is earlier. */
export function daysBetween(a: Day, b: Day): number {
  return (Date.parse(b) - Date.parse(a)) / dayLength
}

export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat(english, { timeZone: name })
    return true
  } catch {
    return false
  }
}

/** YAML reads an unquoted `2023` as a number; as a date it is that year. */
const yearAsText = (value: unknown) => (typeof value === 'number' && Number.isInteger(value) ? String(value) : value)

const noDate = 'is not a date: write 2023-08-23, or 2023-08 or 2023 where only that much is known'

/** Schema of a date at day, month or year precision. */
export const dateSchema = z.preprocess(yearAsText, z.string().refine(isDate, noDate))

const isPublished = (text: string): boolean => isDate(text) || isInstant(text)
/** Whether somebody who wrote it meant a time of the day: who wrote a day alone hears nothing of offsets. */
const tellsTime = (text: string): boolean => /\dT\d|\d:\d/.test(text)

/** Schema of a report's day of publication: a date, or an instant with its offset. */
export const publishedSchema = z.preprocess(
  yearAsText,
  z
    .string()
    .refine((text) => isPublished(text) || tellsTime(text), noDate)
    .refine(
      (text) => isPublished(text) || !tellsTime(text),
      'is no moment in time: end it with how far its clock is from UTC, 2023-08-23T18:00:00+09:00, or write the day alone',
    ),
)

/** The instant at which a published date begins in a time zone; an instant stays itself, in UTC. */
export function instantOf(published: string, timeZone: string): Instant {
  if (published.includes('T')) return Temporal.Instant.from(published).toString()
  return Temporal.PlainDate.from(firstDay(published)).toZonedDateTime({ timeZone }).toInstant().toString()
}

/** What a time on the clocks of a zone is: one instant, the first of two, or none because the clocks are put forward past it. */
export type LocalTime =
  | { ok: true; instant: Instant; isFirstOfTwo: boolean }
  | { ok: false; reason: 'unreadable' | 'skipped' }

/** Reads a local time (`2026-03-29T09:00`) in a time zone; the instant is ISO UTC with milliseconds. */
export function localTimeIn(text: string, timeZone: string): LocalTime {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text)) return { ok: false, reason: 'unreadable' }
  let time: Temporal.PlainDateTime
  try {
    time = Temporal.PlainDateTime.from(text, { overflow: 'reject' })
  } catch {
    return { ok: false, reason: 'unreadable' }
  }
  const [earlier, later] = (['earlier', 'later'] as const).map((disambiguation) =>
    time.toZonedDateTime(timeZone, { disambiguation }),
  ) as [Temporal.ZonedDateTime, Temporal.ZonedDateTime]
  if (!earlier.toPlainDateTime().equals(time)) return { ok: false, reason: 'skipped' }
  return {
    ok: true,
    instant: new Date(earlier.epochMilliseconds).toISOString(),
    isFirstOfTwo: !earlier.equals(later),
  }
}
