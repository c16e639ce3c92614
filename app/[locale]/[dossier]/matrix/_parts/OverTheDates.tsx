import { DispositionGlyph } from '@/app/_components/words/Disposition'
import type { Axes } from '@/app/_reader/matrix-plan'
import { hrefTo, type Reading, withQuery } from '@/app/_reader/reading'
import { isAskable } from '@/lib/asking/days'
import { type Day, type Dimension, leavesOf } from '@/lib/model'
import { decideTable, momentAt, turningDayAsTold, turningDays } from '@/lib/policy'
import { formatShort } from '@/lib/words/dates'
import { dispositionWord, type ShownDisposition } from '@/lib/words/own-words'

/** So many small tables are shown, and so many cells are worked out to find which. */
const most = { dates: 8, cells: 20_000 }

const leafIds = ({ values }: Dimension): string[] => values.flatMap(leavesOf).map(({ id }) => id)

interface Props extends Axes {
  reading: Reading
  fixed: Record<string, string>
  /** What the address of the page asks for beside its day. */
  parameters: Record<string, string | undefined>
  known: Day | undefined
}

interface Drawn {
  day: Day
  cells: (ShownDisposition | null)[][]
}

/**
 * The same matrix on the dates that mattered for it, small and side by side: each is a link to itself in full, which is its table.
 * A date on which nothing in it changed is left out.
 */
export function OverTheDates({ reading, rows, columns, fixed, parameters, known }: Props) {
  const { t, locale, compiled, present } = reading
  const crossed = [
    { dimension: rows.id, values: leafIds(rows) },
    { dimension: columns.id, values: leafIds(columns) },
  ] as const
  const days = turningDays(compiled, { known }).filter((day) => isAskable(day, present))
  if (crossed[0].values.length * crossed[1].values.length * days.length > most.cells) return null
  const drawn: Drawn[] = []
  for (const day of days) {
    const decided = decideTable(momentAt(compiled, { on: day, known }), fixed, crossed)
    const cells = decided.map((row) => row.map((cell) => cell?.disposition ?? null))
    if (JSON.stringify(cells) !== JSON.stringify(drawn.at(-1)?.cells)) drawn.push({ day, cells })
  }
  const shown = drawn.slice(-most.dates)
  if (shown.length < 2) return null
  return (
    <ul className="small-multiples" aria-label={t('matrix.overDates')}>
      {shown.map(({ day, cells }) => {
        const date = formatShort(turningDayAsTold(compiled, day, known), locale)
        return (
          <li key={day}>
            <a
              href={withQuery(hrefTo(reading, 'matrix'), { ...parameters, on: day })}
              aria-label={t('matrix.onDate', { date, counts: countsOf(reading, cells) })}
            >
              <span className="label">{date}</span>
              {cells.map((row, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name here but their place
                <span key={at} className="small-row" aria-hidden="true">
                  {row.map((disposition, place) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: nor have columns
                    <span key={place} className={`disposition ${disposition ?? ''}`}>
                      {disposition && <DispositionGlyph value={disposition} />}
                    </span>
                  ))}
                </span>
              ))}
            </a>
          </li>
        )
      })}
    </ul>
  )
}

/** “12 Prohibited, 4 Conditional”. */
function countsOf(reading: Reading, cells: Drawn['cells']): string {
  const counts = new Map<ShownDisposition, number>()
  for (const disposition of cells.flat()) if (disposition) counts.set(disposition, (counts.get(disposition) ?? 0) + 1)
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([disposition, count]) => `${count} ${dispositionWord(reading, disposition).text}`)
    .join(reading.t('unit.separator'))
}
