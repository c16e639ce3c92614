import { Disposition } from '@/app/_components/words/Disposition'
import { ChangeLink } from '@/app/_components/words/RecordLink'
import { mostTold, periodsOf } from '@/app/_reader/answer-history'
import { hrefTo, type Reading, withQuery } from '@/app/_reader/reading'
import { isAskable } from '@/lib/asking/days'
import { addDays, type DateText, type Value } from '@/lib/model'
import { type Answer, classesOf, type Moment, memberTurns, type Shift, shiftsOf, standIn } from '@/lib/policy'
import { formatDate } from '@/lib/words/dates'
import { dimensionInSentence, valueName } from '@/lib/words/names'
import type { ShownDisposition } from '@/lib/words/own-words'
import { choicesOf } from './choices-of'

interface Props {
  reading: Reading
  question: Record<string, string>
  moment: Moment
  answer: Answer
  /** The days that links to narrower questions carry on. */
  asked: Record<string, string | undefined>
}

/** Of an answer that depends: how it moved, for each value of what it depends on most, and on which days any of it changed. */
export function Shifts(props: Props) {
  const shifts = shiftsIn(props)
  return (
    <>
      <ByValue {...props} />
      {shifts.length > 0 && <ShiftTable {...props} shifts={shifts} />}
    </>
  )
}

/** The days on which any of it changed; none where its cases differ in too many ways, or where members stand elsewhere over time. */
function shiftsIn({ reading: { compiled }, question, moment }: Props): Shift[] {
  const values = standIn(compiled, question, moment.on)
  if (!values || memberTurns(compiled, question).length > 0) return []
  const classes = classesOf(compiled, values)
  return classes.length > mostTold ? [] : shiftsOf(compiled, classes, { known: moment.known ?? undefined })
}

/** So many rows are told. */
const mostRows = 16

function ByValue({ reading, question, moment, answer, asked }: Props) {
  const { t, locale, compiled } = reading
  const found = choicesOf(compiled, question, answer)
  if (!found) return null
  const { dimension, groups } = found
  const rows = new Map<string, { values: Value[]; turns: Turn[] }>()
  for (const value of groups.flatMap(({ values }) => values)) {
    const turns = turnsOf(moment, { ...question, [dimension.id]: value.id })
    const key = JSON.stringify(turns)
    rows.set(key, { turns, values: [...(rows.get(key)?.values ?? []), value] })
  }
  return (
    <table className="plain stack">
      <caption>{t('ask.shiftsBy', { dimension: dimensionInSentence(dimension, locale).text })}</caption>
      <tbody>
        {[...rows].slice(0, mostRows).map(([key, { values, turns }]) => (
          <tr key={key}>
            <th scope="row">
              {values.map((value, at) => (
                <span key={value.id}>
                  {at > 0 && t('unit.separator')}
                  <a href={withQuery(hrefTo(reading, 'ask'), { ...question, ...asked, [dimension.id]: value.id })}>
                    {valueName(value, locale).text}
                  </a>
                </span>
              ))}
            </th>
            <td>
              {turns.length === 0 && <span className="soft">{t('ask.shiftsNever')}</span>}
              <ol className="turns">
                {turns.map(({ from, disposition }) => (
                  <li key={from}>
                    <Disposition value={disposition} reading={reading} />{' '}
                    <span className="nowrap">{t('history.onwards', { date: formatDate(from, locale) })}</span>
                  </li>
                ))}
              </ol>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface Turn {
  from: DateText
  disposition: ShownDisposition
}

/** From when on a question had which answer, on whatever terms. */
function turnsOf(moment: Moment, question: Record<string, string>): Turn[] {
  const turns: Turn[] = []
  for (const { shown, value } of periodsOf(moment, question) ?? [])
    if (turns.at(-1)?.disposition !== value.disposition) turns.push({ from: shown, disposition: value.disposition })
  return turns
}

function ShiftTable({ reading, question, moment, answer, shifts }: Props & { shifts: readonly Shift[] }) {
  const { t, locale, present } = reading
  const compare = hrefTo(reading, 'compare')
  const known = moment.known ?? undefined
  return (
    <table className="plain stack">
      <caption>{t('ask.shifts', { all: answer.cases.length })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('history.from')}</th>
          <th scope="col">{t('ask.shifted')}</th>
          <th scope="col">{t('history.by')}</th>
        </tr>
      </thead>
      <tbody>
        {shifts.map(({ on, shown, shifted, changes }) => {
          const before = addDays(on, -1)
          const date = <time dateTime={shown}>{formatDate(shown, locale)}</time>
          const sides = { from: before, to: on, fromKnown: known, toKnown: known }
          return (
            <tr key={on}>
              <th scope="row" className="date">
                {isAskable(before, present) && isAskable(on, present) ? (
                  <a href={withQuery(compare, { ...question, ...sides })}>{date}</a>
                ) : (
                  date
                )}
              </th>
              <td data-column={t('ask.shifted')}>
                <ul>
                  {shifted.map((one) => (
                    <li key={`${one.before} ${one.after}`}>
                      {t.rich('ask.shift', {
                        how: one.before === one.after ? 'terms' : 'answer',
                        count: one.cases,
                        before: () => <Disposition value={one.before} reading={reading} />,
                        after: () => <Disposition value={one.after} reading={reading} />,
                      })}
                    </li>
                  ))}
                </ul>
              </td>
              <td data-column={t('history.by')}>
                <ul>
                  {changes.map((id) => (
                    <li key={id}>
                      <ChangeLink reading={reading} change={id} />
                    </li>
                  ))}
                </ul>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
