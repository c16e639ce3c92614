import { HistoryTable } from '@/app/_components/over-time/HistoryTable'
import { Strip } from '@/app/_components/over-time/Strip'
import { RailSection } from '@/app/_components/page/Section'
import { hrefTo, type Reading, withQuery } from '@/app/_reader/reading'
import { isAskable } from '@/lib/asking/days'
import { type CaseClass, delayOf, type Moment, questionHistory } from '@/lib/policy'
import { formatDate } from '@/lib/words/dates'

/** The history of a question whose cases differ in more ways than this is not told. */
export const mostTold = 100

interface Props {
  reading: Reading
  classes: readonly CaseClass[]
  moment: Moment
}

const periodsOf = ({ compiled }: Reading, classes: readonly CaseClass[], { known }: Moment) =>
  classes.length > mostTold ? [] : questionHistory(compiled, classes, { known: known ?? undefined })

/** The answer to a question over time, as known at the moment: a strip and its table. */
export function CaseHistory({ reading, classes, moment }: Props) {
  const { t, compiled } = reading
  const periods = periodsOf(reading, classes, moment)
  if (classes.length > mostTold) return <p className="soft">{t('ask.tooWide')}</p>
  if (periods.length === 0) return <p className="soft">{t('history.never', { known: moment.known ? 'yes' : 'no' })}</p>
  const stretches = periods.map(({ from, shown, value }) => ({ from, shown, disposition: value.disposition }))
  return (
    <>
      <Strip reading={reading} stretches={stretches} asked={moment.on} what={t('ask.history')} />
      <HistoryTable
        reading={reading}
        rows={periods.map(({ from, shown, until, value }) => ({
          ...{ from, shown, until, ...value },
          delay: value.rule === null ? undefined : delayOf(compiled, value, value.rule),
        }))}
      />
    </>
  )
}

/** Links to the answer before and after, to today, and to what was known on the very day. */
export function StepThrough({ reading, question, classes, moment }: Props & { question: Record<string, string> }) {
  const { t, locale, today, present } = reading
  const known = moment.known ?? undefined
  const periods = periodsOf(reading, classes, moment)
  const at = periods.findLastIndex(({ from }) => from <= moment.on)
  const before = at > 0 ? periods[at - 1] : undefined
  const after = periods[at + 1]
  const ask = hrefTo(reading, 'ask')
  const say = (period: NonNullable<typeof after>) => ({
    date: formatDate(period.shown, locale),
    disposition: t(`disposition.${period.value.disposition}`),
  })
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
        <li>
          {known ? (
            <a href={withQuery(ask, { ...question, on: moment.on })}>{t('ask.asKnownNow')}</a>
          ) : (
            moment.on < today && (
              <a href={withQuery(ask, { ...question, on: moment.on, known: moment.on })}>{t('ask.asKnownThen')}</a>
            )
          )}
        </li>
      </ul>
    </RailSection>
  )
}
