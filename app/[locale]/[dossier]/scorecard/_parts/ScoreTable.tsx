import type { ReactNode } from 'react'
import type { Reading } from '@/app/_reader/reading'
import { type Forecast, forecastStates, scoreOf } from '@/lib/policy'

interface Row {
  key: string
  name: ReactNode
  forecasts: readonly Forecast[]
}

interface Props {
  reading: Reading
  caption: string
  what: string
  rows: readonly Row[]
}

/** How the forecasts of each publisher, or on each change, have fared. */
export function ScoreTable({ reading: { t }, caption, what, rows }: Props) {
  return (
    <table className="plain stack scores">
      <caption className="unseen-text">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{what}</th>
          {forecastStates.map((state) => (
            <th key={state} scope="col" className="number">
              {t(`scorecard.${state}`)}
            </th>
          ))}
          <th scope="col" className="number">
            {t('scorecard.daysLate')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, forecasts }) => {
          const score = scoreOf(forecasts)
          return (
            <tr key={key}>
              <th scope="row">{name}</th>
              {forecastStates.map((state) => (
                <td
                  key={state}
                  className={score[state] === 0 ? 'number nothing' : 'number'}
                  data-column={t(`scorecard.${state}`)}
                >
                  {score[state] === 0 ? <span className="soft">0</span> : score[state]}
                </td>
              ))}
              <td
                className={score.daysLate === null ? 'number nothing' : 'number'}
                data-column={t('scorecard.daysLate')}
              >
                {score.daysLate === null ? (
                  <span className="soft">–</span>
                ) : (
                  t('scorecard.days', { days: score.daysLate })
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
