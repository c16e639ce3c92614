import { unknownSince } from '@/app/_components/over-time/expected-days'
import { type HistoryRow, HistoryTable } from '@/app/_components/over-time/HistoryTable'
import { type UnknownSince, withUnknown } from '@/app/_components/over-time/unknown-rows'
import { RailSection } from '@/app/_components/page/Section'
import { periodsOf } from '@/app/_reader/answer-history'
import { hrefTo, type Reading, withQuery } from '@/app/_reader/reading'
import { isAskable } from '@/lib/asking/days'
import { type Answer, answerShared, delayOf, type Moment, unsettledChanges } from '@/lib/policy'
import { formatDate } from '@/lib/words/dates'
import { dispositionWord } from '@/lib/words/own-words'
import { Shifts } from './Shifts'
import { Strip } from './Strip'
import { isOpen } from './UnsettledLines'

interface Props {
  reading: Reading
  question: Record<string, string>
  moment: Moment
}

/** The periods of a question, and since when nobody knows its answer; null where its cases differ in too many ways. */
export function rowsOfQuestion({ reading, question, moment, answer }: Props & { answer: Answer }): HistoryRow[] | null {
  const { compiled } = reading
  const periods = periodsOf(moment, question)
  if (!periods || periods.length === 0) return periods && []
  return withUnknown(
    periods.map(({ from, shown, until, value }) => ({
      ...{ from, shown, until, ...value },
      delay: value.rule === null ? undefined : delayOf(compiled, value, value.rule),
    })),
    unknownOf(answer, moment),
  )
}

interface HistoryProps extends Props {
  answer: Answer
  /** The days that links to narrower questions carry on. */
  asked: Record<string, string | undefined>
}

/** The answer to a question over time, as known at the moment: a strip and its table; of one that depends, how it moved. */
export function CaseHistory({ reading, question, moment, answer, asked }: HistoryProps) {
  const { t } = reading
  const rows = rowsOfQuestion({ reading, question, moment, answer })
  const shifts = answer.disposition === 'mixed' && <Shifts {...{ reading, question, moment, answer, asked }} />
  if (!rows) return shifts || <p className="soft">{t('history.tooWide')}</p>
  if (rows.length === 0)
    return (
      <p className="soft">
        {answer.disposition === 'untracked'
          ? t('history.notFollowed')
          : t('history.never', { known: moment.known ? 'yes' : 'no' })}
      </p>
    )
  return (
    <>
      <Strip
        reading={reading}
        stretches={rows}
        asked={moment.on}
        until={moment.known ?? reading.today}
        what={t('ask.history')}
      />
      {rows.some(({ disposition }) => disposition !== 'mixed') && <HistoryTable reading={reading} rows={rows} />}
      {shifts}
    </>
  )
}

/** Since when nobody knows whether the answer still holds, and by which change. */
function unknownOf(answer: Answer, moment: Moment): UnknownSince | null {
  if (!isOpen(answer, answerShared(answer.cases.map(({ decision }) => decision)))) return null
  const open = new Set(answer.unsettled.map(({ change }) => change))
  const found = unsettledChanges(moment).filter(({ change }) => open.has(change.id))
  const [first] = found.map((one) => ({ since: unknownSince(one), change: one.change.id })).sort(byDay)
  return first ?? null
}

const byDay = (a: UnknownSince, b: UnknownSince): number => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0)

/** Links to the answer before and after, to today, and to what was known on the very day. */
export function StepThrough({ reading, question, moment }: Props) {
  const { t, locale, today, present } = reading
  const known = moment.known ?? undefined
  const periods = periodsOf(moment, question) ?? []
  const at = periods.findLastIndex(({ from }) => from <= moment.on)
  const before = at > 0 ? periods[at - 1] : undefined
  const after = periods[at + 1]
  const ask = hrefTo(reading, 'ask')
  const say = (period: NonNullable<typeof after>) => ({
    date: formatDate(period.shown, locale),
    disposition: dispositionWord(reading, period.value.disposition).text,
  })
  const hasStep =
    (before && isAskable(before.from, present)) ||
    (after && isAskable(after.from, present)) ||
    moment.on !== today ||
    known
  if (!hasStep) return null
  return (
    <RailSection id="steps" title={t('ask.stepThrough')}>
      <ul>
        {before && isAskable(before.from, present) && (
          <li>
            <a href={withQuery(ask, { ...question, on: before.from, known })}>{t('ask.before', say(before))}</a>
          </li>
        )}
        {after && isAskable(after.from, present) && (
          <li>
            <a href={withQuery(ask, { ...question, on: after.from, known })}>{t('ask.after', say(after))}</a>
          </li>
        )}
        {(moment.on !== today || known) && (
          <li>
            <a href={withQuery(ask, question)}>{t('ask.todayLink')}</a>
          </li>
        )}
        {known ? (
          <li>
            <a href={withQuery(ask, { ...question, on: moment.on })}>{t('ask.asKnownNow')}</a>
          </li>
        ) : (
          moment.on < today && (
            <li>
              <a href={withQuery(ask, { ...question, on: moment.on, known: moment.on })}>{t('ask.asKnownThen')}</a>
            </li>
          )
        )}
      </ul>
    </RailSection>
  )
}
