import { languages } from '@/lib/addresses/names'

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

/**
 * A date as people type it, as `2023-08-23`, `2023-08` or `2023`: 2023/8/23, 2023.8.23, 2023年8月23日, 23 August 2023, Aug 23, 2023,
 * August 2023. Day and month in figures without a year in front are left as they are, for they are read either way; so is all else.
 */
export function typedDate(text: string): string {
  if (text.length > mostSigns) return text
  const typed = text.normalize('NFKC').trim()
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
