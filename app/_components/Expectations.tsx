import type { Expectation, Report } from '@/lib/model'
import { formatDate } from '@/lib/text/dates'
import { outcomeOf } from '@/lib/text/outcome'
import { StageMark } from './Ladder'
import { publisherOf } from './Positions'
import { hrefTo, type Reading } from './reading'
import { Words } from './Words'

interface Props {
  reading: Reading
  expectations: readonly { report: Report; expectation: Expectation }[]
  /** Shows the change where several are meant, else the report that says so. */
  of: 'report' | 'change'
}

/** Forecasts and what became of them. */
export function Expectations({ reading, expectations, of }: Props) {
  const { locale, t, records } = reading
  const first = of === 'report' ? t('expectation.change') : t('expectation.report')
  return (
    <table className="plain stack">
      <thead>
        <tr>
          <th scope="col">{first}</th>
          <th scope="col">{t('expectation.expected')}</th>
          <th scope="col">{t('expectation.window')}</th>
          <th scope="col">{t('expectation.outcome')}</th>
        </tr>
      </thead>
      <tbody>
        {expectations.map(({ report, expectation }) => {
          const change = records.changes.find(({ id }) => id === expectation.change)
          return (
            <tr
              key={`${report.id} ${expectation.change} ${expectation.stage} ${expectation.until ?? expectation.from}`}
            >
              <th scope="row">
                {of === 'report' ? (
                  <a href={hrefTo(reading, 'changes', expectation.change)}>
                    {change ? <Words text={change.title} locale={locale} /> : expectation.change}
                  </a>
                ) : (
                  <a href={hrefTo(reading, 'reports', report.id)}>{publisherOf(reading, report)}</a>
                )}
              </th>
              <td data-column={t('expectation.expected')}>
                <StageMark stage={expectation.stage} locale={locale} />
              </td>
              <td data-column={t('expectation.window')}>
                <span>
                  {windowInWords(reading, expectation)}
                  {expectation.quote && (
                    <>
                      {' '}
                      <q lang={expectation.quote.language}>{expectation.quote.text}</q>
                    </>
                  )}
                </span>
              </td>
              <td data-column={t('expectation.outcome')}>{outcomeInWords(reading, expectation)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function windowInWords({ t, locale }: Reading, { from, until }: Expectation): string {
  if (from && until)
    return from === until
      ? t('expectation.in', { date: formatDate(from, locale) })
      : t('expectation.between', { from: formatDate(from, locale), until: formatDate(until, locale) })
  return from
    ? t('expectation.from', { date: formatDate(from, locale) })
    : t('expectation.until', { date: formatDate(until ?? '', locale) })
}

function outcomeInWords({ t, locale, compiled, today }: Reading, expectation: Expectation): string {
  const change = compiled.changes[compiled.changeIndex.get(expectation.change) ?? -1]
  const { state, step } = outcomeOf(change, expectation, today)
  const date = step && formatDate(step.effect.on ?? step.on, locale)
  if (state === 'met' && date) return t('expectation.met', { date })
  if (state === 'missed') return date ? t('expectation.missedLater', { date }) : t('expectation.missed')
  return t('expectation.open')
}
