import type { Reading } from '@/app/_reader/reading'
import { formatDate, formatMonth } from '@/lib/words/dates'

export interface MonthCount {
  /** Or the year, of reports that name no month. */
  month: string
  reports: number
}

interface Props {
  reading: Reading
  months: readonly MonthCount[]
  /** How many months to draw, counted back from the last one with a report. */
  most: number
  /** Where a month leads; left out, the bars are only a picture. */
  hrefOf?: (month: string) => string
  /** Where the reports until the end of a month stand, for those before the bars. */
  hrefUntil: (month: string) => string
}

const height = 64
const pitch = 10
/** How many months the list names at least; before them it counts by years. */
const nearMonths = 36

/** A bar per month. The bars are a picture for pointers; `MonthList` says the same for everyone. */
export function MonthBars({ reading, months, most, hrefOf, hrefUntil }: Props) {
  const dated = months.filter(({ month }) => month.length > 4)
  const shown = lastMonths(dated, most)
  const first = shown[0]
  const last = shown.at(-1)
  if (!first || !last) return null
  const { locale, t } = reading
  // A year stands before its months, as the reports of it do in the timeline.
  const earlier = months.filter(({ month }) => month < first.month)
  const ofYears = months
    .filter(({ month }) => month.length === 4 && month >= first.month)
    .reduce((sum, { reports }) => sum + reports, 0)
  const tallest = Math.max(...shown.map(({ reports }) => reports))
  const range = t('timeline.barsRange', { from: formatMonth(first.month, locale), to: formatMonth(last.month, locale) })
  return (
    <figure>
      <svg
        className="bars"
        viewBox={`0 0 ${shown.length * pitch} ${height}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        {shown.map(({ month, reports }, at) => {
          const tall = (reports / tallest) * (height - 4)
          const bar = <rect className="bar" x={at * pitch + 1.5} y={height - tall} width={7} height={tall} />
          if (!hrefOf) return <g key={month}>{bar}</g>
          return (
            <a key={month} href={hrefOf(month)} tabIndex={-1}>
              <title>{t('timeline.barTitle', { month: formatMonth(month, locale), count: reports })}</title>
              <rect className="hit" x={at * pitch} y={0} width={pitch} height={height} />
              {bar}
            </a>
          )
        })}
        <path className="ground" d={`M0 ${height - 0.5}H${shown.length * pitch}`} vectorEffect="non-scaling-stroke" />
      </svg>
      <figcaption className="label">
        {range}
        {earlier[0] && (
          <>
            {' · '}
            {t.rich('timeline.earlier', {
              count: earlier.reduce((sum, { reports }) => sum + reports, 0),
              year: formatDate(earlier[0].month.slice(0, 4), locale),
              link: (words) => <a href={hrefUntil(monthAt(indexOf(first.month) - 1))}>{words}</a>,
            })}
          </>
        )}
        {ofYears > 0 && ` · ${t('timeline.ofYears', { count: ofYears })}`}
      </figcaption>
    </figure>
  )
}

/** The newest months that have reports, and the years before them, as a list of links: the table twin of the bars. */
export function MonthList({
  reading: { locale, t },
  months,
  hrefOf,
}: Required<Pick<Props, 'reading' | 'months' | 'hrefOf'>>) {
  const since = months.at(-nearMonths)?.month.slice(0, 4) ?? ''
  const near = months.filter(({ month }) => month >= since)
  const years = new Map<string, number>()
  for (const { month, reports } of months.slice(0, months.length - near.length))
    years.set(month.slice(0, 4), (years.get(month.slice(0, 4)) ?? 0) + reports)
  return (
    <details className="twin">
      <summary>{t('timeline.months')}</summary>
      <ul>
        {[...near].reverse().map(({ month, reports }) => (
          <li key={month}>
            <a href={hrefOf(month)}>{t('timeline.barTitle', { month: formatDate(month, locale), count: reports })}</a>
          </li>
        ))}
        {[...years].reverse().map(([year, reports]) => (
          <li key={year}>
            <a href={hrefOf(year)}>{t('timeline.barTitle', { month: formatDate(year, locale), count: reports })}</a>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** Every month of the stretch, those without reports too. */
function lastMonths(months: readonly MonthCount[], most: number): MonthCount[] {
  const [first, last] = [months[0], months.at(-1)]
  if (!first || !last) return []
  const counts = new Map(months.map(({ month, reports }) => [month, reports]))
  const [begin, end] = [indexOf(first.month), indexOf(last.month)]
  return Array.from({ length: Math.min(most, end - begin + 1) }, (_, back) => monthAt(end - back))
    .map((month) => ({ month, reports: counts.get(month) ?? 0 }))
    .reverse()
}

const indexOf = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1
const monthAt = (index: number): string => `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
