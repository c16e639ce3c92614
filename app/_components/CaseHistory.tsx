import { isAskable } from '@/lib/api/question'
import { type Case, caseHistory, type Moment } from '@/lib/policy'
import { formatDate } from '@/lib/text/dates'
import { HistoryTable } from './HistoryTable'
import { hrefTo, type Reading, withQuery } from './reading'
import { RailSection } from './Section'
import { Strip } from './Strip'

/** The answer to one case over time, as known at the moment: a strip and its table. */
export function CaseHistory({ reading, kase, moment }: { reading: Reading; kase: Case; moment: Moment }) {
  const { t } = reading
  const periods = caseHistory(reading.compiled, kase, { known: moment.known ?? undefined })
  if (periods.length === 0) return <p className="soft">{t('history.never', { known: moment.known ? 'yes' : 'no' })}</p>
  const stretches = periods.map(({ from, shown, value }) => ({ from, shown, disposition: value.disposition }))
  return (
    <>
      <Strip reading={reading} stretches={stretches} asked={moment.on} what={t('ask.history')} />
      <HistoryTable
        reading={reading}
        rows={periods.map(({ from, shown, until, value }) => ({ from, shown, until, ...value }))}
      />
    </>
  )
}

/** Links to the answer before and after, to today, and to what was known on the very day. */
export function StepThrough({ reading, kase, moment }: { reading: Reading; kase: Case; moment: Moment }) {
  const { t, locale, compiled, today, present } = reading
  const known = moment.known ?? undefined
  const periods = caseHistory(compiled, kase, { known })
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
            <a href={withQuery(ask, { ...kase, on: before.from, known })}>{t('ask.before', say(before))}</a>
          </li>
        )}
        {after && isAskable(after.from, present) && (
          <li>
            <a href={withQuery(ask, { ...kase, on: after.from, known })}>{t('ask.after', say(after))}</a>
          </li>
        )}
        {(moment.on !== today || known) && (
          <li>
            <a href={withQuery(ask, kase)}>{t('ask.todayLink')}</a>
          </li>
        )}
        <li>
          {known ? (
            <a href={withQuery(ask, { ...kase, on: moment.on })}>{t('ask.asKnownNow')}</a>
          ) : (
            moment.on < today && (
              <a href={withQuery(ask, { ...kase, on: moment.on, known: moment.on })}>{t('ask.asKnownThen')}</a>
            )
          )}
        </li>
      </ul>
    </RailSection>
  )
}
