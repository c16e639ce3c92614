import { boxInWords } from '@/app/_components/words/box-words'
import { Disposition } from '@/app/_components/words/Disposition'
import type { EventOf, StoredEvent } from '@/db/event'
import { deskLanguage } from '@/lib/addresses/names'
import type { AnswersMove, AnswerTold, Compiled } from '@/lib/policy'
import { formatDate } from '@/lib/words/dates'
import { translator } from '@/lib/words/messages'
import { Moment } from '../_components/Moment'
import { EventNames, eventInWords, kindWords } from './event-words'

/** One event: when, of what kind, what happened in a line with the record that it is about, and which answers moved. */
export function EventEntry({ event, form }: { event: StoredEvent; form: Compiled | null }) {
  const words = eventInWords(event, new EventNames(form))
  const href = hrefOf(event)
  return (
    <li>
      <p>
        <b>{kindWords[event.kind]}</b> {href ? <a href={href}>{words}</a> : words}{' '}
        <span className="hint">
          {event.day ? `${formatDate(event.day, deskLanguage)}, its day` : <Moment at={event.at} />} · edition{' '}
          {event.edition}
        </span>
      </p>
      {event.kind === 'answers' && form ? <Moves event={event} form={form} /> : null}
    </li>
  )
}

function hrefOf({ kind, dossier, data }: StoredEvent): string | null {
  const at = (folder: string, id: string) => `/${deskLanguage}/${dossier}/${folder}/${id}`
  if (kind === 'edition') return `/admin/events?edition=${data.number}`
  if (kind === 'answers') return data.because.change === null ? null : at('changes', data.because.change)
  if (kind === 'reported' || kind === 'corrected' || kind === 'retracted') return at('reports', data.report)
  return at('changes', data.change)
}

/** So many blocks are drawn of one event, which itself holds all of them. */
const mostBlocks = 40

function Moves({ event, form }: { event: EventOf<'answers'>; form: Compiled }) {
  const reading = { locale: deskLanguage, dossier: form.dossier, t: translator(deskLanguage) }
  const rows = event.data.moves.flatMap((move) => move.where.map((box) => ({ move, box })))
  return (
    <div className="moved-answers">
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">Which</th>
            <th scope="col">Before</th>
            <th scope="col">After</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, mostBlocks).map(({ move, box }) => (
            <tr key={`${JSON.stringify(box.values)} ${move.isGone}`}>
              <td>{boxInWords(reading, box)}</td>
              <td>
                <Told move={move} answer={move.before} about={event.data.about} form={form} />
              </td>
              <td>
                <Told move={move} answer={move.after} about={event.data.about} form={form} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > mostBlocks ? <p className="hint">and {rows.length - mostBlocks} more blocks.</p> : null}
    </div>
  )
}

interface ToldProps {
  move: AnswersMove
  answer: AnswerTold | null
  about: EventOf<'answers'>['data']['about']
  form: Compiled
}

function Told({ move, answer, about, form: { dossier } }: ToldProps) {
  if (!answer) return 'nothing known'
  const conditions = JSON.stringify(move.before?.conditions) === JSON.stringify(move.after?.conditions)
  return (
    <>
      <Disposition value={answer.disposition} reading={{ locale: deskLanguage, dossier }} />
      {about === 'next' && answer.since ? ` from ${formatDate(answer.since, deskLanguage)}` : ''}
      {!conditions && answer.conditions.length > 0 ? ', on conditions' : ''}
      {answer.duties.length > 0
        ? `, ${answer.duties.length === 1 ? 'one duty' : `${answer.duties.length} duties`}`
        : ''}
    </>
  )
}
