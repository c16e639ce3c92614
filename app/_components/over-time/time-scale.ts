import { addDays, type DateText, type Day, daysBetween } from '@/lib/model'

/** Days as places from 0 to 100 along a strip. A long quiet past is drawn narrower; `breakAt` is where the scale widens. */
export interface TimeScale {
  place: (day: Day) => number
  breakAt: Day | null
}

/** Of how long a stretch the quiet past is drawn narrower, and how many of its last years are drawn wide. */
interface Widening {
  longYears: number
  wideYears: number
}

const usualWidening: Widening = { longYears: 25, wideYears: 14 }
const quietShare = 28

/**
 * A scale from the first day to the last. When most turning days lie in the last years of a long stretch, those years get most
 * of the room; otherwise days are evenly spaced.
 */
export function timeScale(
  first: Day,
  last: Day,
  turns: readonly Day[],
  { longYears, wideYears }: Widening = usualWidening,
): TimeScale {
  const total = Math.max(1, daysBetween(first, last))
  const linear: TimeScale = { place: (day) => clamp((daysBetween(first, day) / total) * 100), breakAt: null }
  const recent = turns.filter((day) => day > first && day > yearsBack(last, wideYears))
  const [earliest] = recent
  if (total < longYears * 365 || recent.length < 2 || !earliest) return linear
  const breakAt = `${Number(earliest.slice(0, 4)) - 1}-01-01`
  if (breakAt <= first) return linear
  const quiet = Math.max(1, daysBetween(first, breakAt))
  const busy = Math.max(1, daysBetween(breakAt, last))
  const place = (day: Day) =>
    day < breakAt
      ? clamp((daysBetween(first, day) / quiet) * quietShare)
      : clamp(quietShare + (daysBetween(breakAt, day) / busy) * (100 - quietShare))
  return { place, breakAt }
}

const clamp = (place: number): number => Math.min(100, Math.max(0, place))
const yearsBack = (day: Day, years: number): Day => `${Number(day.slice(0, 4)) - years}${day.slice(4)}`

/** How far a strip reaches: the last day that it tells of, and where it ends. What lies past today is to come. */
export interface Reach {
  until: Day
  /** Later than `until` where the last stretch has only begun by then and would have no room. */
  end: Day
}

const roomShare = 0.06

/** A strip tells of all days until today, the day asked about and the last turn that is known, whichever is latest. */
export function reachOf(first: Day, lastTurn: Day, today: Day, asked: Day = today): Reach {
  const until = [today, asked, lastTurn].reduce((latest, day) => (day > latest ? day : latest))
  if (lastTurn < until) return { until, end: until }
  return { until, end: addDays(until, Math.max(1, Math.round(daysBetween(first, until) * roomShare))) }
}

/** A date along the foot of a strip, and its place. */
export interface StripMark {
  date: DateText
  x: number
}

const shortDays = 3 * 365

/**
 * The dates along a strip that ends on a day: the years in which something turned, each where it begins. A short strip tells the date
 * from which it does in place of its first year, which would claim the months before.
 */
export function marksOf(
  turns: readonly { from: Day; shown: DateText }[],
  { place }: Pick<TimeScale, 'place'>,
  end: Day,
): StripMark[] {
  const [first] = turns
  const years = [...new Set(turns.map(({ from }) => from.slice(0, 4)))]
  const marks = years.map((date) => ({ date, x: place(`${date}-01-01`) }))
  if (!first || daysBetween(first.from, end) >= shortDays) return marks
  return [{ date: first.shown, x: place(first.from) }, ...marks.slice(1)]
}

/** The length of a word in Latin signs: Japanese ones are nearly twice as wide. */
export const signsOf = (word: string): number =>
  [...word].reduce(
    (sum, sign) => sum + (/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303f\uff00-\uff60]/u.test(sign) ? 1.8 : 1),
    0,
  )
