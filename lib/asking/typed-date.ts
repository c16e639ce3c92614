import { languages } from '@/lib/addresses/names'
import { isDate, isDay } from '@/lib/model'

const mostSigns = 40

/** The months by their names and short names, in every language of the site, each without its stop and in small letters. */
const monthByName = new Map<string, number>(
  languages.flatMap((language) =>
    Array.from({ length: 12 }, (_, at) =>
      (['long', 'short'] as const).map((month): [string, number] => [
        plain(new Intl.DateTimeFormat(language, { month, timeZone: 'UTC' }).format(Date.UTC(2023, at, 15))),
        at + 1,
      ]),
    ).flat(),
  ),
)

function plain(name: string): string {
  return name.normalize('NFKC').toLowerCase().replaceAll('.', '')
}

const pad = (number: number): string => String(number).padStart(2, '0')
const isoOf = (year: string, month?: number, day?: number): string =>
  [year, ...(month === undefined ? [] : [pad(month)]), ...(day === undefined ? [] : [pad(day)])].join('-')

/** The year before the first one of each era of Japan since 1912. */
const eras: Record<string, number> = { 令和: 2018, 平成: 1988, 昭和: 1925, 大正: 1911 }

/** With the year of an era as a year of the common calendar: 令和5年 is 2023年. */
const inCommonYears = (text: string): string =>
  text.replace(
    /(令和|平成|昭和|大正)(元|\d{1,2})年/gu,
    (_, era: string, year: string) => `${(eras[era] ?? 0) + (year === '元' ? 1 : Number(year))}年`,
  )

const mostWords = 80

/** The first whole day that a text names, in the ways of `typedDate`; undefined where it names none. */
export function dayIn(text: string): string | undefined {
  const plainText = inCommonYears(text.normalize('NFKC'))
  const written = /\d{4}(?:年\d{1,2}月\d{1,2}日|[-/.]\d{1,2}[-/.]\d{1,2})/u.exec(plainText)
  const words = plainText.split(/[\s,?]+/u).slice(0, mostWords)
  const told = [written?.[0] ?? '', ...words.map((_, at) => words.slice(at, at + 3).join(' '))]
  return told.map(typedDate).find((date) => isDay(date))
}

/**
 * A date as people type it, as `2023-08-23`, `2023-08` or `2023`: 2023/8/23, 2023.8.23, 2023年8月23日, 23 August 2023, Aug 23, 2023,
 * August 2023. Day and month in figures without a year in front are left as they are, for they are read either way; so is all else.
 */
export function typedDate(text: string): string {
  if (text.length > mostSigns) return text
  const typed = inCommonYears(text.normalize('NFKC').trim())
  const figures = /^(\d{4})(?:[-/.年] ?(\d{1,2})(?:[-/.月] ?(\d{1,2})日?|月)?|年)?$/u.exec(typed)
  if (figures) {
    const [, year = '', month, day] = figures
    return isoOf(year, month === undefined ? undefined : Number(month), day === undefined ? undefined : Number(day))
  }
  const words = plain(typed)
    .split(/[ ,]+/u)
    .map((word) => word.replace(/^(\d{1,2})(?:st|nd|rd|th)$/u, '$1'))
  const year = words.findLast((word) => /^\d{4}$/u.test(word))
  const month = words.flatMap((word) => monthByName.get(word) ?? [])
  const rest = words.filter((word) => word !== year && !monthByName.has(word))
  if (year === undefined || month.length !== 1 || rest.length > 1) return text
  const [day] = rest
  if (day !== undefined && !/^\d{1,2}$/u.test(day)) return text
  return isoOf(year, month[0], day === undefined ? undefined : Number(day))
}

/** Of words that were not understood those that are no date. */
export const withoutDates = (words: readonly string[]): string[] => words.filter((word) => !isDate(typedDate(word)))
