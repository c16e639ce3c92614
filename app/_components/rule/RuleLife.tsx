import { Band, bandHeight } from '@/app/_components/over-time/Band'
import type { HistoryRow } from '@/app/_components/over-time/HistoryTable'
import { marksOf, reachOf, signsOf, type TimeScale, timeScale } from '@/app/_components/over-time/time-scale'
import { StageMark } from '@/app/_components/words/Ladder'
import { ChangeLink } from '@/app/_components/words/RecordLink'
import type { Reading } from '@/app/_reader/reading'
import { type DateText, type Day, say, stageRank } from '@/lib/model'
import { formatDate } from '@/lib/words/dates'
import { dispositionWord, stageWord } from '@/lib/words/own-words'
import type { Lane, LaneStage } from './lanes'

const laneHeight = 46
const mostLanes = 6
/** About how much of the width a sign takes on a wide screen; on a narrow one most words are left out. */
const widthOfSign = 0.95

interface Props {
  reading: Reading
  lanes: readonly Lane[]
  rows: readonly HistoryRow[]
  /** What the rule is called. */
  what: string
}

/**
 * The life of a rule: a lane for each change that alters it, thicker the further it has come, with a dot for each report; below
 * it what the rule said, in words; today, and what is still to come paler behind it. The table says the same.
 */
export function RuleLife({ reading, lanes: all, rows, what }: Props) {
  const { t, locale, today, records } = reading
  const lanes = all.slice(-mostLanes)
  const turns: Turned[] = [...lanes.flatMap(({ stages }) => stages), ...rows].sort((a, b) => (a.from < b.from ? -1 : 1))
  const days = turns.map(({ from }) => from)
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last) return null
  const { end } = reachOf(first, last, today)
  const scale = timeScale(first, end, days)
  const bottom = lanes.length * laneHeight
  const label = t('rule.lifePicture', { what, from: formatDate(turns[0]?.shown ?? first, locale) })
  const titleOf = (id: string) => {
    const change = records.changes.find((one) => one.id === id)
    return change ? say(change.title, locale).text : id
  }
  return (
    <figure className="life">
      <svg width="100%" height={bottom + 74} role="img" aria-label={label} className="strip lanes">
        {lanes.map((lane, at) => (
          <LaneDrawn key={lane.id} {...{ reading, lane, scale, end }} title={titleOf(lane.id)} top={at * laneHeight} />
        ))}
        <Says {...{ reading, rows, scale, end }} top={bottom + 22} />
        <Axis {...{ reading, scale, turns, end }} top={bottom + 22 + bandHeight} />
      </svg>
      <details className="twin">
        <summary>{t('history.asTable')}</summary>
        <table className="plain stack">
          <caption className="unseen-text">{label}</caption>
          <thead>
            <tr>
              <th scope="col">{t('history.by')}</th>
              <th scope="col">{t('history.stage')}</th>
              <th scope="col">{t('history.from')}</th>
            </tr>
          </thead>
          <tbody>
            {lanes.flatMap((lane) =>
              lane.stages.map(({ from, shown, stage }) => (
                <tr key={`${lane.id} ${from} ${stage}`}>
                  <th scope="row">
                    <ChangeLink reading={reading} change={lane.id} />
                  </th>
                  <td data-column={t('history.stage')}>
                    <StageMark stage={stage} reading={reading} />
                  </td>
                  <td className="date" data-column={t('history.from')}>
                    <time dateTime={shown}>{formatDate(shown, locale)}</time>
                  </td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      </details>
    </figure>
  )
}

/** Something that turned on a day, which its sources give more or less exactly. */
interface Turned {
  from: Day
  shown: DateText
}

interface LaneProps {
  reading: Reading
  lane: Lane
  title: string
  scale: TimeScale
  end: Day
  top: number
}

function LaneDrawn({ reading, lane, title, scale, end, top }: LaneProps) {
  const y = top + 26
  const placed = lane.stages.map((stage) => ({
    ...stage,
    x: scale.place(stage.from),
    x2: scale.place(stage.until ?? end),
  }))
  const labels = stageLabels(placed.map((one) => ({ ...one, word: stageWord(reading, one.stage).text })))
  const begin = placed[0]?.x ?? 0
  const isLate = begin > 55
  return (
    <g>
      <text className="key" x={`${begin}%`} y={top + 12} textAnchor={isLate ? 'end' : 'start'} dx={isLate ? -6 : 0}>
        {title}{' '}
      </text>
      {placed.map(({ from, stage, x, x2 }) => (
        <line
          key={`${from} ${stage}`}
          x1={`${x}%`}
          x2={`${Math.max(x2, x + 0.4)}%`}
          y1={y}
          y2={y}
          className={`lane ${stage}`}
          strokeWidth={thickness(stage)}
        />
      ))}
      {labels.map(({ from, stage, word, x, atEnd }) => (
        <text
          key={`${from} ${stage}`}
          className="lane-word"
          x={`${x}%`}
          dx={atEnd ? -2 : 1}
          y={y + 16}
          textAnchor={atEnd ? 'end' : 'start'}
        >
          {word}{' '}
        </text>
      ))}
      {lane.reports.map((day) => (
        <circle key={day} className="report" cx={`${scale.place(day)}%`} cy={y - 7} r="1.8" />
      ))}
    </g>
  )
}

/** Out of the ladder a lane is thin and broken. */
const thickness = (stage: LaneStage['stage']): number => ([1.5, 2.5, 3.5, 5, 8] as const)[stageRank(stage)] ?? 2

interface Placed extends LaneStage {
  x: number
  word: string
}

/** The words of stages that have room, from the last one back: where a change stands now is said first. */
function stageLabels(stages: readonly Placed[]): (Placed & { atEnd: boolean })[] {
  let left = 100
  const kept: (Placed & { atEnd: boolean })[] = []
  for (const stage of stages.toReversed()) {
    const needed = signsOf(stage.word) * widthOfSign + 1.5
    const atEnd = stage.x + needed > 100
    const [from, to] = atEnd ? [stage.x - needed, stage.x] : [stage.x, stage.x + needed]
    if (to > left || from < 0) continue
    left = from
    kept.push({ ...stage, atEnd })
  }
  return kept
}

interface SaysProps {
  reading: Reading
  rows: readonly HistoryRow[]
  scale: TimeScale
  end: Day
  top: number
}

/** What the rule said, as bands, each with its word where it has room. */
function Says({ reading, rows, scale, end, top }: SaysProps) {
  const { today } = reading
  let taken = 0
  const bands = rows.map(({ from, disposition }, at) => {
    const x = scale.place(from)
    const width = scale.place(rows[at + 1]?.from ?? end) - x
    const word = dispositionWord(reading, disposition).text
    const needed = signsOf(word) * widthOfSign + 1
    const isLast = at === rows.length - 1
    const fits = x >= taken && (width >= needed || (isLast && x + needed <= 100))
    const atEnd = !fits && isLast && 100 - needed >= taken
    if (fits) taken = x + needed
    return { from, disposition, x, width, word: fits || atEnd ? word : '', atEnd }
  })
  return (
    <>
      {bands.map(({ from, disposition, x, width }) => (
        <Band key={from} x={x} width={width} top={top} disposition={disposition} />
      ))}
      {end > today && (
        <rect
          className="to-come"
          x={`${scale.place(today)}%`}
          width={`${100 - scale.place(today)}%`}
          y={0}
          height={top + bandHeight}
        />
      )}
      {bands.map(({ from, x, word, atEnd }) => (
        <text key={from} className="key" x={`${atEnd ? 100 : x}%`} y={top - 5} textAnchor={atEnd ? 'end' : 'start'}>
          {word}{' '}
        </text>
      ))}
      <line
        className="asked"
        x1={`${scale.place(today)}%`}
        x2={`${scale.place(today)}%`}
        y1={0}
        y2={top + bandHeight + 6}
      />
    </>
  )
}

const leastApart = 9

/** Years along the bottom, today, and the next date in full. */
function Axis({
  reading,
  scale,
  turns,
  end,
  top,
}: {
  reading: Reading
  scale: TimeScale
  turns: readonly Turned[]
  end: Day
  top: number
}) {
  const { t, locale, today } = reading
  const now = scale.place(today)
  const next = turns.find(({ from }) => from > today)?.shown
  let free = Number.NEGATIVE_INFINITY
  const marks = marksOf(turns, scale, end).filter(({ date, x }) => {
    const room = (date.length > 4 ? 2 : 1) * leastApart
    const fits = x >= free && Math.abs(x - now) >= room && x <= 100 - leastApart
    if (fits) free = x + room
    return fits
  })
  const isLate = now > 70
  return (
    <>
      <line className="tick" x1="0%" x2="100%" y1={top + 4} y2={top + 4} />
      {marks.map(({ date, x }) => (
        <text key={date} x={`${x}%`} y={top + 20}>
          {formatDate(date, locale)}{' '}
        </text>
      ))}
      <text className="now-word" x={`${now}%`} y={top + 20} textAnchor={isLate ? 'end' : 'start'} dx={isLate ? -4 : 4}>
        {t('history.now')}
      </text>
      {next && end > today && (
        <text x="100%" y={top + 36} textAnchor="end">
          {t('history.nextDate', { date: formatDate(next, locale) })}
        </text>
      )}
    </>
  )
}
