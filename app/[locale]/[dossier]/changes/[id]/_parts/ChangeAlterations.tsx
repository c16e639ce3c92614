import { Conditions, MovedTable } from '@/app/_components/differences/MovedTable'
import { Disposition } from '@/app/_components/words/Disposition'
import { RuleLink } from '@/app/_components/words/RecordLink'
import { Saying } from '@/app/_components/words/Saying'
import type { Reading } from '@/app/_reader/reading'
import { addDays } from '@/lib/model'
import { type CompiledChange, type Impact, impactOf, lifeOf, momentAt, statusOf } from '@/lib/policy'
import { formatDate, formatEnd } from '@/lib/words/dates'

/** What a change alters: each rule before and after, and the answers that move by it. */
export function ChangeAlterations({ reading, change }: { reading: Reading; change: CompiledChange }) {
  const { locale, t, compiled, today } = reading
  if (change.change.alterations.length === 0) return <Starts reading={reading} rules={change.change.starts} />
  const life = lifeOf(momentAt(compiled, { on: today }), change.id)
  const start = firstInForce(change)
  const before = momentAt(compiled, { on: start ? addDays(start.day, -1) : today })
  const impact = impactOfChange(reading, change)
  return (
    <>
      <table className="plain stack">
        <caption className="unseen-text">{t('change.alterations')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('change.rule')}</th>
            <th scope="col">{t('change.before')}</th>
            <th scope="col">{t('change.after')}</th>
            <th scope="col">{t('change.start')}</th>
            <th scope="col">{t('change.end')}</th>
          </tr>
        </thead>
        <tbody>
          {change.change.alterations.map(({ rule: id, to, conditions, says, from, until }) => {
            const date = from ?? start?.move.date
            return (
              <tr key={`${id} ${to} ${from}`}>
                <th scope="row">
                  <RuleLink reading={reading} rule={id} />
                </th>
                <td data-column={t('change.before')}>
                  <Disposition value={statusOf(before, id)?.disposition ?? 'unstated'} reading={reading} />
                </td>
                <td data-column={t('change.after')}>
                  <div>
                    <Disposition value={to} reading={reading} />
                    {says && <Saying says={says} locale={locale} />}
                    {conditions.length > 0 && <Conditions reading={reading} conditions={conditions} />}
                  </div>
                </td>
                <td className="date" data-column={t('change.start')}>
                  {date && <time dateTime={date}>{formatDate(date, locale)}</time>}
                </td>
                <td className="date" data-column={t('change.end')}>
                  {until && <time dateTime={until}>{formatEnd(until, locale)}</time>}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {impact && impact.count > 0 ? (
        <MovedTable
          reading={reading}
          differences={impact.differences}
          caption={countOf(reading, impact, life?.inForceOn != null)}
        />
      ) : (
        <p className="soft">{t('change.movesNone')}</p>
      )}
    </>
  )
}

/** Of a date in a calendar, which alters nothing itself: the rules that begin to apply on it. */
function Starts({ reading, rules = [] }: { reading: Reading; rules: readonly string[] | undefined }) {
  const { t } = reading
  if (rules.length === 0) return <p className="soft">{t('change.noAlterations')}</p>
  return (
    <>
      <p>{t('change.starts')}</p>
      <ul>
        {rules.map((id) => (
          <li key={id}>
            <RuleLink reading={reading} rule={id} />
          </li>
        ))}
      </ul>
    </>
  )
}

function countOf({ t, locale }: Reading, { from, hypothetical, count }: Impact, isInForce: boolean): string {
  const holds = isInForce || !hypothetical
  if (from === null) return t(holds ? 'change.movesCount' : 'change.wouldMoveCount', { count })
  return t(holds ? 'change.movesFrom' : 'change.wouldMoveFrom', { count, date: formatDate(from, locale) })
}

const firstInForce = ({ life }: CompiledChange) => life.steps.find(({ stage }) => stage === 'in_force')

/** The impact of the step that brought the change into force, else of its last step that moves anything. */
function impactOfChange({ compiled }: Reading, { life: { steps } }: CompiledChange): Impact | null {
  const impactOfStep = ({ move }: (typeof steps)[number]) => impactOf(compiled, move.report.id, move.position)
  // One after the other: a change may have thousands of steps.
  for (const step of steps) {
    const impact = step.stage === 'in_force' ? impactOfStep(step) : null
    if (impact) return impact
  }
  for (const step of steps.toReversed()) {
    const impact = impactOfStep(step)
    if (impact?.hypothetical && impact.count > 0) return impact
  }
  return null
}
