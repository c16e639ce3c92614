import { type TimeScale, timeScale } from '@/app/_components/over-time/time-scale'
import type { Reading } from '@/app/_reader/reading'
import { type DateText, firstDay, lastDay, type Stance, say } from '@/lib/model'
import type { Stand } from '@/lib/policy'
import { formatDate, formatShort } from '@/lib/words/dates'

const row = 38
/** Stances come in bursts: a few years of a long time hold most of them. */
const widening = { longYears: 8, wideYears: 5 }
/** What fits a narrow screen; a sign of Japanese is as wide as two Latin ones. */
const widestName = 44

/** From when until when stances are drawn. */
interface StanceRange {
  from: DateText
  until: DateText
  scale: TimeScale
}

/** The time that stances span; null for one date alone, of which nothing can be drawn. */
export function rangeOfStands(stands: readonly Stand[]): StanceRange | null {
  const dates = stands.map(({ date }) => date)
  const [from] = dates.toSorted(by(firstDay))
  const until = dates.toSorted(by(lastDay)).at(-1)
  if (!from || !until || from === until) return null
  return { from, until, scale: timeScale(firstDay(from), lastDay(until), dates.map(firstDay).sort(), widening) }
}

interface Props {
  reading: Reading
  stands: readonly Stand[]
  /** The change that they are about. */
  what: string
  /** One for several charts, so that they can be held against each other. */
  range: StanceRange
}

/** So many stances of one actor are all drawn. */
const mostDrawn = 200

/** Of very many stances those that do not lie upon another of the same form. */
function apart(stands: readonly Stand[], scale: TimeScale): readonly Stand[] {
  if (stands.length <= mostDrawn) return stands
  const placed = new Map(
    stands.map((stand) => [`${stand.position.stance} ${Math.round(scale.place(firstDay(stand.date)) * 2)}`, stand]),
  )
  return [...placed.values()]
}

/**
 * Where each actor stood on a change, over time; a table beside it says the same. Stances differ in form and word, not in colour.
 * A month or a year is drawn as long as it is, a long quiet past narrower up to the year that is named.
 */
export function StanceChart({ reading, stands, what, range: { from, until, scale } }: Props) {
  const { locale, t, records } = reading
  const rows = [...new Set(stands.map(({ position }) => position.actor))]
  const place = (day: string) => `${1 + scale.place(day) * 0.97}%`
  const height = rows.length * row + 24
  const { breakAt } = scale
  const label = t('position.picture', { what, from: formatDate(from, locale), until: formatDate(until, locale) })
  return (
    <svg className="stances" width="100%" height={height} role="img" aria-label={label}>
      {breakAt && <line className="tick" x1={place(breakAt)} x2={place(breakAt)} y1="20" y2={height - 14} />}
      {rows.map((id, at) => {
        const actor = records.actors.find((one) => one.id === id)
        const y = at * row + 26
        return (
          <g key={id}>
            <text x="0" y={y - 10}>
              {shortened(actor ? say(actor.name, locale).text : id)}
            </text>
            <line className="tick" x1="0" x2="100%" y1={y} y2={y} />
            {apart(
              stands.filter(({ position }) => position.actor === id),
              scale,
            ).map(({ report, position: { stance }, date }) => (
              <g key={`${report.id} ${date} ${stance}`}>
                <title>{`${t(`stance.${stance}`)}${t('unit.separator')}${formatDate(date, locale)}`}</title>
                <line className="span" x1={place(firstDay(date))} x2={place(lastDay(date))} y1={y} y2={y} />
                <svg x={place(firstDay(date))} y={y - 6} overflow="visible" aria-hidden="true">
                  <Shape stance={stance} />
                </svg>
              </g>
            ))}
          </g>
        )
      })}
      <text x="0" y={height - 2}>
        {formatShort(from, locale)}
      </text>
      {breakAt && (
        <text x={place(breakAt)} y={height - 2}>
          {formatShort(breakAt.slice(0, 4), locale)}
        </text>
      )}
      <text x="100%" y={height - 2} textAnchor="end">
        {formatShort(until, locale)}
      </text>
    </svg>
  )
}

/** What each form of a mark means. */
export const StanceKey = ({ reading: { t } }: { reading: Reading }) => (
  <span className="label stance-key">
    {(['supports', 'neutral', 'wary', 'opposes'] as const).map((stance) => (
      <span key={stance}>
        <svg width="14" height="12" viewBox="-7 0 14 12" aria-hidden="true">
          <Shape stance={stance} />
        </svg>{' '}
        {t(`stance.${stance}`)}
      </span>
    ))}
  </span>
)

const by = (dayOf: (date: DateText) => string) => (a: DateText, b: DateText) => (dayOf(a) < dayOf(b) ? -1 : 1)

/** A name cut to what fits a narrow screen; the table has it whole. */
function shortened(name: string): string {
  let [width, end] = [0, 0]
  for (const sign of name) {
    width += sign > '\u2e7f' ? 2 : 1
    if (width > widestName) return `${name.slice(0, end)}…`
    end += sign.length
  }
  return name
}

/** Around x = 0: a triangle up, a ring, a triangle down left open, a filled triangle down. */
function Shape({ stance }: { stance: Stance }) {
  if (stance === 'supports') return <path className="full" d="M0 0 6 11H-6Z" />
  if (stance === 'opposes') return <path className="full" d="M0 12 6 1H-6Z" />
  if (stance === 'wary') return <path className="open" d="M0 11 5 2H-5Z" />
  return <circle className="open" cx="0" cy="6" r="4.5" />
}
