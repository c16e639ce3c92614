import { ReportLink } from '@/app/_components/reports/ReportLink'
import { StageMark } from '@/app/_components/words/Ladder'
import { Quoted } from '@/app/_components/words/Quoted'
import { ChangeLink } from '@/app/_components/words/RecordLink'
import type { Reading } from '@/app/_reader/reading'
import { lastDay } from '@/lib/model'
import type { Forecast } from '@/lib/policy'
import { formatDate, formatOn } from '@/lib/words/dates'
import { stageWord } from '@/lib/words/own-words'
import { unknownSince, windowInWords } from './expected-days'

interface Props {
  reading: Reading
  forecasts: readonly Forecast[]
  /** What the heading above says, for those who come upon the table alone. */
  caption: string
  /** The column to leave out, where all are of one. */
  without?: 'report' | 'change'
}

/** Forecasts and what became of them. */
export function Expectations({ reading, forecasts, caption, without }: Props) {
  const { t } = reading
  return (
    <table className="plain stack">
      <caption className="unseen-text">{caption}</caption>
      <thead>
        <tr>
          {without !== 'change' && <th scope="col">{t('expectation.change')}</th>}
          {without !== 'report' && <th scope="col">{t('expectation.report')}</th>}
          <th scope="col">{t('expectation.expected')}</th>
          <th scope="col">{t('expectation.window')}</th>
          <th scope="col">{t('expectation.outcome')}</th>
        </tr>
      </thead>
      <tbody>
        {forecasts.map((forecast) => {
          const { report, expectation, change } = forecast
          const day = `${expectation.from ?? ''} ${expectation.until ?? ''}`
          return (
            <tr key={`${report.id} ${expectation.change} ${expectation.stage} ${day}`}>
              {without !== 'change' && (
                <th scope="row">
                  <ChangeLink reading={reading} change={change.change} />
                </th>
              )}
              {without !== 'report' && (
                <td data-column={t('expectation.report')}>
                  <span>
                    <ReportLink reading={reading} report={report} />
                  </span>
                </td>
              )}
              <td data-column={t('expectation.expected')}>
                <StageMark stage={expectation.stage} reading={reading} />
              </td>
              <td data-column={t('expectation.window')}>
                <span>
                  {windowInWords(reading, expectation)}
                  {expectation.quote && (
                    <>
                      {' '}
                      <Quoted quote={expectation.quote} />
                    </>
                  )}
                </span>
              </td>
              <td data-column={t('expectation.outcome')}>
                <Outcome reading={reading} forecast={forecast} />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function Outcome({ reading, forecast }: { reading: Reading; forecast: Forecast }) {
  const { t, locale } = reading
  const { state, step, moved, days, isSetByLaw, expectation } = forecast
  if (moved)
    return (
      <span>
        {t.rich('expectation.superseded', {
          date: formatDate(moved.to, locale),
          change: () => <ChangeLink reading={reading} change={moved.by.change} />,
        })}
      </span>
    )
  if (state === 'overdue' && isSetByLaw && expectation.until) {
    const since = unknownSince({ due: lastDay(expectation.until), expectation })
    return t('expectation.unknown', { date: formatDate(since, locale) })
  }
  const on = step ? formatOn(step.move.date, locale) : ''
  const stage = step ? stageWord(reading, step.stage).text : ''
  return t(`expectation.${state}`, { on, stage: stage.toLocaleLowerCase(locale), days })
}
