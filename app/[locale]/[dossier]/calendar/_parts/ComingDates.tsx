import { ReportLink } from '@/app/_components/reports/ReportLink'
import { Disposition } from '@/app/_components/words/Disposition'
import { StageMark } from '@/app/_components/words/Ladder'
import { ChangeLink, RuleLink } from '@/app/_components/words/RecordLink'
import type { Reading } from '@/app/_reader/reading'
import type { Coming } from '@/lib/policy'
import { formatDate, monthOf } from '@/lib/words/dates'

/** What is due, month by month. */
export function ComingDates({ reading, coming }: { reading: Reading; coming: readonly Coming[] }) {
  const months = [...new Set(coming.map(({ shown }) => monthOf(shown)))]
  return months.map((month) => (
    <section key={month} aria-labelledby={`month-${month}`}>
      <h3 className="month" id={`month-${month}`}>
        {formatDate(month, reading.locale)}
      </h3>
      <ul className="steps">
        {coming
          .filter(({ shown }) => monthOf(shown) === month)
          .map((one) => (
            <li key={keyOf(one)}>
              <time dateTime={one.shown}>{formatDate(one.shown, reading.locale)}</time>
              <div>
                <Due reading={reading} coming={one} />
              </div>
            </li>
          ))}
      </ul>
    </section>
  ))
}

const keyOf = (one: Coming): string =>
  one.kind === 'step'
    ? `${one.change.id} ${one.step.move.report.id} ${one.step.move.position}`
    : `${one.change.id} ${one.rule.id} ${one.kind} ${one.on}`

const comesTo = (coming: Exclude<Coming, { kind: 'step' }>) =>
  coming.kind === 'would' ? coming.alteration.to : (coming.status?.disposition ?? 'none')

function Due({ reading, coming }: { reading: Reading; coming: Coming }) {
  const { t } = reading
  const { change } = coming.change
  const changeLink = <ChangeLink reading={reading} change={change} />
  if (coming.kind === 'step')
    return (
      <>
        <p>
          {changeLink}: <StageMark stage={coming.step.stage} reading={reading} />
        </p>
        <p className="label">
          <ReportLink reading={reading} report={coming.step.move.report} />
        </p>
      </>
    )
  const { rule } = coming.rule
  return (
    <>
      <p>
        {t.rich(coming.kind === 'would' ? 'calendar.would' : coming.status ? 'calendar.begins' : 'calendar.ends', {
          rule: () => <RuleLink reading={reading} rule={rule} />,
          disposition: () => <Disposition value={comesTo(coming)} reading={reading} />,
        })}
      </p>
      <p className="label">{changeLink}</p>
    </>
  )
}
