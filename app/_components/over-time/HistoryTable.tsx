import { Conditions } from '@/app/_components/differences/MovedTable'
import { ReportLink } from '@/app/_components/reports/ReportLink'
import { Disposition } from '@/app/_components/words/Disposition'
import { StageMark } from '@/app/_components/words/Ladder'
import { ChangeLink, RuleLink } from '@/app/_components/words/RecordLink'
import { Saying } from '@/app/_components/words/Saying'
import type { Reading } from '@/app/_reader/reading'
import { addDays, type DateText, type Day, type Stage, type Text } from '@/lib/model'
import { type Delay, type Duty, momentAt, stepsOf } from '@/lib/policy'
import { formatDate } from '@/lib/words/dates'
import type { ShownDisposition } from '@/lib/words/own-words'

export interface HistoryRow {
  from: Day
  shown: DateText
  until: Day | null
  disposition: ShownDisposition
  conditions: Text[]
  change: string | null
  /** The stage by which what held before has ended, where nothing took its place. */
  stopped?: Stage | undefined
  /** The date from which a change that is in force is to alter it, which it does not yet. */
  appliesFrom?: DateText | undefined
  /** What the change that holds puts off, and from when if it was to apply earlier. */
  delay?: Delay | undefined
  /** The rule that decides, where the history is that of a case. */
  rule?: string | null
  /** The short wording that a change gives to this very state. */
  says?: Text | undefined
  /** What applied beside it. */
  duties?: readonly Duty[]
}

/** The table twin of a strip: every period with what held, by which change, on what evidence. */
export function HistoryTable({ reading, rows }: { reading: Reading; rows: readonly HistoryRow[] }) {
  const { locale, t, records } = reading
  const ofCase = rows.some(({ rule }) => rule)
  const isTold = rows.some(({ change }) => change !== null)
  return (
    <table className="plain stack">
      <caption>{t('history.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('history.from')}</th>
          <th scope="col">{t('history.disposition')}</th>
          {ofCase && <th scope="col">{t('history.rule')}</th>}
          {isTold && (
            <>
              <th scope="col">{t('history.by')}</th>
              <th scope="col">{t('history.evidence')}</th>
            </>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => {
          const change = records.changes.find(({ id }) => id === row.change)
          const rule = records.rules.find(({ id }) => id === row.rule)
          return (
            <tr key={row.from}>
              <th scope="row" className="date">
                <span>
                  <span className="strip-key">{at + 1}</span>{' '}
                  <time dateTime={row.shown}>{formatDate(row.shown, locale)}</time>
                </span>
              </th>
              <td data-column={t('history.disposition')}>
                <div>
                  <Disposition value={row.disposition} reading={reading} />
                  {row.says && <Saying says={row.says} locale={locale} />}
                  {row.delay && <span className="label"> {delayInWords(reading, row.delay)}</span>}
                  {row.appliesFrom && (
                    <span className="label">
                      {' '}
                      {t('history.appliesFrom', { date: formatDate(row.appliesFrom, locale) })}
                    </span>
                  )}
                  {row.stopped && row.stopped !== 'in_force' && (
                    <>
                      {' '}
                      <StageMark stage={row.stopped} reading={reading} />
                    </>
                  )}
                  {row.conditions.length > 0 && <Conditions reading={reading} conditions={row.conditions} />}
                  {row.duties && row.duties.length > 0 && <Beside reading={reading} duties={row.duties} />}
                </div>
              </td>
              {ofCase && <td data-column={t('history.rule')}>{rule && <RuleLink reading={reading} rule={rule} />}</td>}
              {isTold && (
                <>
                  <td data-column={t('history.by')}>{change && <ChangeLink reading={reading} change={change} />}</td>
                  <td data-column={t('history.evidence')}>
                    <StepEvidence reading={reading} row={row} />
                  </td>
                </>
              )}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** What applied beside an answer, by the names of the rules. */
const Beside = ({ reading, duties }: { reading: Reading; duties: readonly Duty[] }) => (
  <p className="label">
    {reading.t('history.also')}{' '}
    {duties.map(({ rule }, at) => (
      <span key={rule}>
        {at > 0 && reading.t('unit.separator')}
        <RuleLink reading={reading} rule={rule} />
      </span>
    ))}
  </p>
)

function delayInWords({ t, locale }: Reading, { from, to }: Delay): string {
  const date = formatDate(to, locale)
  return from === null
    ? t('history.applies', { date })
    : t('history.postponed', { earlier: formatDate(from, locale), date })
}

/** The reports of the step that began a period; one that was seen is named before others. */
function StepEvidence({ reading, row: { change, from } }: { reading: Reading; row: HistoryRow }) {
  if (!change) return null
  const steps = stepsOf(momentAt(reading.compiled, { on: from }), change)
  const day = steps.at(-1)?.day
  const reports = steps
    .filter((step) => step.day === day || step.day === addDays(from, -1))
    .map(({ move }) => move.report)
  const [first, ...more] = [...new Set(reports)].sort(
    (a, b) => Number(b.sourcing === 'seen') - Number(a.sourcing === 'seen'),
  )
  if (!first) return null
  return (
    <span>
      <ReportLink reading={reading} report={first} />
      {more.length > 0 && <span className="soft"> +{more.length}</span>}
    </span>
  )
}
