import { Band, bandHeight } from '@/app/_components/over-time/Band'
import { marksOf, reachOf, type StripMark, signsOf, timeScale } from '@/app/_components/over-time/time-scale'
import type { Reading } from '@/app/_reader/reading'
import type { DateText, Day, Locale } from '@/lib/model'
import { formatDate } from '@/lib/words/dates'
import { dispositionWord, type ShownDisposition } from '@/lib/words/own-words'

/** A stretch of the strip: what held from a day on, until the next stretch begins. */
export interface Stretch {
  from: Day
  /** `from` at the precision in which the sources give it. */
  shown: DateText
  disposition: ShownDisposition
}

interface Props {
  reading: Reading
  stretches: readonly Stretch[]
  /** The day asked about, marked on the strip. */
  asked?: Day | undefined
  /** The last day of which anything is known: what lies behind it is to come. */
  until: Day
  /** What the strip is about, for its description. */
  what: string
}

const top = 18
const leastNumbered = 3.2
const leastYears = 15

/** A history as a strip; its numbers are those of the table below it. Bands differ in form as well as in colour. */
export function Strip({ reading, stretches, asked, until: today, what }: Props) {
  const { locale, t } = reading
  const now = today === reading.today ? t('history.now') : formatDate(today, locale)
  const [first] = stretches
  const last = stretches.at(-1)
  if (!first || !last) return null
  const { until, end } = reachOf(first.from, last.from, today, asked)
  const scale = timeScale(
    first.from,
    end,
    stretches.map(({ from }) => from),
  )
  const bands = stretches.map((stretch, at) => {
    const x = scale.place(stretch.from)
    return { ...stretch, number: at + 1, x, width: scale.place(stretches[at + 1]?.from ?? end) - x }
  })
  const told = until === last.from ? last.shown : until
  const endWord =
    end > until
      ? t('history.onwards', { date: formatDate(told, locale) })
      : end === today
        ? now
        : formatDate(end, locale)
  const label = t('history.picture', {
    what,
    from: formatDate(first.shown, locale),
    until: formatDate(told, locale),
  })
  return (
    <figure>
      <svg className="strip" width="100%" height="64" role="img" aria-label={label}>
        {bands.map(({ number, x, width, disposition }) => (
          <Band key={number} x={x} width={width} top={top} disposition={disposition} />
        ))}
        {labelsOf(bands.map((band) => ({ ...band, word: dispositionWord(reading, band.disposition).text }))).map(
          ({ number, word, x, atEnd }) => (
            <text
              key={number}
              className="key"
              x={`${x}%`}
              dx={atEnd ? 0 : 2}
              y={top - 6}
              textAnchor={atEnd ? 'end' : 'start'}
            >
              {number}
              {word && <tspan className="key-word"> {word}</tspan>}{' '}
            </text>
          ),
        )}
        {bands.slice(1).map(({ number, x }) => (
          <line key={number} className="edge" x1={`${x}%`} x2={`${x}%`} y1={top - 3} y2={top + bandHeight + 3} />
        ))}
        {end > today && <ToCome x={scale.place(today)} />}
        <Marks marks={marksOf(bands, scale, end)} end={scale.place(end)} {...{ locale, endWord }} />
        {end > today && (!asked || !near(scale.place(today), scale.place(asked))) && (
          <DayWord className="now-word" x={scale.place(today)} word={now} />
        )}
        {asked && !(asked === today && end === today) && <Asked x={scale.place(asked)} word={t('history.asked')} />}
      </svg>
      {scale.breakAt && (
        <figcaption className="label">{t('history.gap', { year: scale.breakAt.slice(0, 4) })}</figcaption>
      )}
    </figure>
  )
}

interface Labelled {
  number: number
  x: number
  width: number
  word: string
}

/** About how much of the width a sign of a label takes on a wide screen; on a narrow one the words are left out. */
const widthOfSign = 1.05

/**
 * What stands above the bands: the number of each that is wide enough for it, and its word where that has room before the next
 * one. The last, which says what holds now, is told from its end where it has no room from its start.
 */
function labelsOf(bands: readonly Labelled[]): (Labelled & { atEnd: boolean })[] {
  let taken = 0
  return bands.flatMap((band, at): (Labelled & { atEnd: boolean })[] => {
    const { x, width, word } = band
    const needed = (signsOf(word) + 3) * widthOfSign
    const isLast = at === bands.length - 1
    if (width >= needed) {
      taken = x + needed
      return [{ ...band, atEnd: false }]
    }
    if (isLast && 100 - needed >= taken) return [{ ...band, x: 100, atEnd: true }]
    if (width < leastNumbered || x < taken) return []
    taken = x + leastNumbered
    return [{ ...band, word: '', atEnd: false }]
  })
}

interface MarksProps {
  marks: readonly StripMark[]
  locale: Locale
  end: number
  endWord: string
}

function Marks({ marks: all, locale, end, endWord }: MarksProps) {
  let free = Number.NEGATIVE_INFINITY
  const marks = all.filter(({ date, x }) => {
    const fits = x >= free && x <= end - leastYears
    // A day in full takes about twice the room of a year.
    if (fits) free = x + (date.length > 4 ? 2 : 1) * leastYears
    return fits
  })
  return (
    <>
      <line className="tick" x1="0%" x2="100%" y1={top + bandHeight + 4} y2={top + bandHeight + 4} />
      {marks.map(({ date, x }) => (
        <text key={date} x={`${x}%`} y={top + bandHeight + 20}>
          {formatDate(date, locale)}{' '}
        </text>
      ))}
      <text x="100%" y={top + bandHeight + 20} textAnchor="end">
        {endWord}
      </text>
    </>
  )
}

/** What is still to come stands paler, behind a dashed edge. */
const ToCome = ({ x }: { x: number }) => (
  <g>
    <rect className="to-come" x={`${x}%`} width={`${100 - x}%`} y={top - 1} height={bandHeight + 2} />
    <line
      className="to-come-edge"
      x1={`${x}%`}
      x2={`${x}%`}
      y1={top - 4}
      y2={top + bandHeight + 4}
      strokeDasharray="2 2"
    />
  </g>
)

const near = (a: number, b: number): boolean => Math.abs(a - b) < leastYears

const DayWord = ({ x, word, className }: { x: number; word: string; className: string }) => (
  <text
    className={className}
    x={`${x}%`}
    dx={x > 50 ? -5 : 5}
    y={top + bandHeight + 32}
    textAnchor={x > 50 ? 'end' : 'start'}
  >
    {word}
  </text>
)

const Asked = ({ x, word }: { x: number; word: string }) => (
  <g>
    <line className="asked" x1={`${x}%`} x2={`${x}%`} y1={top - 4} y2={top + bandHeight + 22} />
    <DayWord className="asked-word" x={x} word={word} />
  </g>
)
