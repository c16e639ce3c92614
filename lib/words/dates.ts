import { LRUCache } from 'lru-cache'
import { writingOf } from '@/lib/addresses/languages'
import { type DateText, type Day, firstDay, type Instant, type Locale, precisionOf } from '@/lib/model'

const shapes = {
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  year: { year: 'numeric' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  dayOfMonth: { day: 'numeric' },
  shortMonth: { month: 'short' },
  shortDay: { day: 'numeric', month: 'short', year: 'numeric' },
  shortMonthOfYear: { month: 'short', year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

const formats = new Map<string, Intl.DateTimeFormat>()
/** A page names the same few days many times. */
const formatted = new LRUCache<string, string>({ max: 4096 })

function formatAs(shape: keyof typeof shapes, date: DateText, locale: Locale): string {
  const whole = `${locale} ${shape} ${date}`
  const kept = formatted.get(whole)
  if (kept !== undefined) return kept
  const key = `${locale} ${shape}`
  const format =
    formats.get(key) ?? new Intl.DateTimeFormat(writingOf(locale).region, { ...shapes[shape], timeZone: 'UTC' })
  formats.set(key, format)
  const [year = 0, month = 1, day = 1] = firstDay(date).split('-').map(Number)
  const said = format.format(Date.UTC(year, month - 1, day))
  formatted.set(whole, said)
  return said
}

/** A date in words at its own precision: “23 August 2023”, “August 2023”, “2023”; 「2023年8月23日」. */
export const formatDate = (date: DateText, locale: Locale): string => formatAs(precisionOf(date), date, locale)

/** As `formatDate`, with the month cut short, for a cell of a table: “2 Dec 2027”. */
export const formatShort = (date: DateText, locale: Locale): string =>
  formatAs(({ day: 'shortDay', month: 'shortMonthOfYear', year: 'year' } as const)[precisionOf(date)], date, locale)

/**
 * A date as the time of what happened, at its own precision: “on 23 August 2023”, “in August 2023”, “in 2023”. Japanese puts its
 * particle after a date of any precision alike, so the message says it: 「2023年8月」に.
 */
export function formatOn(date: DateText, locale: Locale): string {
  const said = formatDate(date, locale)
  const { before } = writingOf(locale)
  return `${precisionOf(date) === 'day' ? before.day : before.span}${said}`
}

/** A date as the last of a stretch, at its own precision: “1 December 2027”, “end of 2027”; 「2027年末」. */
export function formatEnd(date: DateText, locale: Locale): string {
  const said = formatDate(date, locale)
  const { end } = writingOf(locale)
  return precisionOf(date) === 'day' ? said : `${end.before}${said}${end.behind}`
}

/** A day with its weekday: “Sunday 22 November 2026”. */
export const formatWeekday = (day: Day, locale: Locale): string => formatAs('weekday', day, locale)

const zones = new Map<string, Intl.DateTimeFormat>()

/** What the time of a zone is called about a day, summer and winter alike: “Central European Time”, 「日本標準時」. */
export function zoneName(timeZone: string, day: Day, locale: Locale): string {
  const key = `${locale} ${timeZone}`
  const format =
    zones.get(key) ?? new Intl.DateTimeFormat(writingOf(locale).region, { timeZone, timeZoneName: 'longGeneric' })
  zones.set(key, format)
  const parts = format.formatToParts(Date.parse(day))
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone
}

/** The month of a date: “August 2023”. */
export const formatMonth = (date: DateText, locale: Locale): string => formatAs('month', date.slice(0, 7), locale)

/** The month under which a date stands in a list; the year itself where no month is known. */
export const monthOf = (date: DateText): DateText => date.slice(0, 7)

/** A date in a list of its month: “23”; “Aug” or “2023” where no more is known. */
export function formatWithinMonth(date: DateText, locale: Locale): string {
  const shape = { day: 'dayOfMonth', month: 'shortMonth', year: 'year' } as const
  return formatAs(shape[precisionOf(date)], date, locale)
}

/** The day of an instant in UTC, for lines that name no place. */
export const instantDay = (instant: Instant): Day => instant.slice(0, 10)
