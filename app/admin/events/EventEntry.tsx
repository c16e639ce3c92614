import { movedInWords, moveRows } from '@/lib/events/answer-words'
import type { EventOf, StoredEvent } from '@/lib/events/event'
import type { EventReading } from '@/lib/events/reading'
import { eventTitle } from '@/lib/events/title'
import { Moment } from '../_components/Moment'

/** One event: when, of what kind, what happened in a line with the record that it is about, and which answers moved. */
export function EventEntry({ event, reading }: { event: StoredEvent; reading: EventReading }) {
  const { t } = reading
  const words = eventTitle(event, reading)
  const href = hrefOf(event, reading.locale)
  return (
    <li>
      <p>
        <b>{t(`event.kind.${event.kind}`)}</b> {href ? <a href={href}>{words}</a> : words}{' '}
        <span className="hint">
          {event.day ? t('event.itsDay', { date: reading.date(event.day) }) : <Moment at={event.at} />} ·{' '}
          {t('edition.number', { number: event.edition })}
        </span>
      </p>
      {event.kind === 'answers' ? <Moves event={event} reading={reading} /> : null}
    </li>
  )
}

function hrefOf({ kind, dossier, data }: StoredEvent, locale: string): string | null {
  const at = (folder: string, id: string) => `/${locale}/${dossier}/${folder}/${id}`
  if (kind === 'edition') return `/admin/events?edition=${data.number}`
  if (kind === 'answers') return data.because.change === null ? null : at('changes', data.because.change)
  if (kind === 'reported' || kind === 'corrected' || kind === 'retracted') return at('reports', data.report)
  return at('changes', data.change)
}

/** So many blocks are drawn of one event, which itself holds all of them. */
const mostBlocks = 40

function Moves({ event, reading }: { event: EventOf<'answers'>; reading: EventReading }) {
  const { t } = reading
  const { rows, blocks } = moveRows(reading, event, mostBlocks)
  return (
    <div className="moved-answers">
      <p className="hint">{movedInWords(reading, event.data)}</p>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{t('report.cases')}</th>
            <th scope="col">{t('report.before')}</th>
            <th scope="col">{t('report.after')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ where, before, after }) => (
            <tr key={`${where} ${before} ${after}`}>
              <td>{where}</td>
              <td>{before}</td>
              <td>{after}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {blocks > rows.length ? <p className="hint">{t('report.moreRows', { count: blocks - rows.length })}</p> : null}
    </div>
  )
}
