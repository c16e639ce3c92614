import { timeScale } from '@/app/_components/over-time/time-scale'
import type { Stand } from '@/app/_components/reports/Positions'
import type { Reading } from '@/app/_reader/reading'
import { type DateText, firstDay, lastDay, publishedDate, type Stance, say } from '@/lib/model'
import { formatDate } from '@/lib/words/dates'

const row = 38
const fewest = 3

interface Mark {
  date: DateText
  stance: Stance
}

/**
 * Where each actor stood, over time; the table below says the same. Stances differ in form and word, not in colour. A month or a
 * year is drawn as long as it is.
 */
export function StanceChart({ reading, stands, what }: { reading: Reading; stands: readonly Stand[]; what: string }) {
  const { locale, t, records, dossier } = reading
  const marks = new Map<string, Mark[]>()
  for (const { report, position } of stands) {
    const date = position.on ?? publishedDate(report.published, dossier.timeZone)
    marks.set(position.actor, [...(marks.get(position.actor) ?? []), { date, stance: position.stance }])
  }
  const dates = [...marks.values()].flat().map(({ date }) => date)
  const [first] = dates.toSorted(by(firstDay))
  const last = dates.toSorted(by(lastDay)).at(-1)
  if (!first || !last || first === last || stands.length < fewest) return null
  const scale = timeScale(firstDay(first), lastDay(last), dates.map(firstDay))
  const place = (day: string) => 1 + scale.place(day) * 0.97
  const height = marks.size * row + 24
  const label = t('position.picture', { what, from: formatDate(first, locale), until: formatDate(last, locale) })
  return (
    <figure>
      <svg className="stances" width="100%" height={height} role="img" aria-label={label}>
        {[...marks].map(([id, own], at) => {
          const actor = records.actors.find((one) => one.id === id)
          const y = at * row + 26
          return (
            <g key={id}>
              <text x="0" y={y - 10}>
                {actor ? say(actor.name, locale).text : id}
              </text>
              <line className="tick" x1="0" x2="100%" y1={y} y2={y} />
              {own.map(({ date, stance }) => (
                <g key={`${date} ${stance}`}>
                  <title>{`${t(`stance.${stance}`)}, ${formatDate(date, locale)}`}</title>
                  <line
                    className="span"
                    x1={`${place(firstDay(date))}%`}
                    x2={`${place(lastDay(date))}%`}
                    y1={y}
                    y2={y}
                  />
                  <svg x={`${place(firstDay(date))}%`} y={y - 6} overflow="visible" aria-hidden="true">
                    <Shape stance={stance} />
                  </svg>
                </g>
              ))}
            </g>
          )
        })}
        <text x="0" y={height - 2}>
          {formatDate(first, locale)}
        </text>
        <text x="100%" y={height - 2} textAnchor="end">
          {formatDate(last, locale)}
        </text>
      </svg>
      <figcaption className="label stance-key">
        {(['supports', 'neutral', 'wary', 'opposes'] as const).map((stance) => (
          <span key={stance}>
            <svg width="14" height="12" viewBox="-7 0 14 12" aria-hidden="true">
              <Shape stance={stance} />
            </svg>{' '}
            {t(`stance.${stance}`)}
          </span>
        ))}
      </figcaption>
    </figure>
  )
}

const by = (dayOf: (date: DateText) => string) => (a: DateText, b: DateText) => (dayOf(a) < dayOf(b) ? -1 : 1)

/** Around x = 0: a triangle up, a ring, a triangle down left open, a filled triangle down. */
function Shape({ stance }: { stance: Stance }) {
  if (stance === 'supports') return <path className="full" d="M0 0 6 11H-6Z" />
  if (stance === 'opposes') return <path className="full" d="M0 12 6 1H-6Z" />
  if (stance === 'wary') return <path className="open" d="M0 11 5 2H-5Z" />
  return <circle className="open" cx="0" cy="6" r="4.5" />
}
