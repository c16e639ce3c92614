import { Expectations } from '@/app/_components/over-time/Expectations'
import { Disposition } from '@/app/_components/words/Disposition'
import { StageMark } from '@/app/_components/words/Ladder'
import { ChangeLink } from '@/app/_components/words/RecordLink'
import type { Reading } from '@/app/_reader/reading'
import { type Forecast, findRule, type Moment, pendingOn } from '@/lib/policy'
import { formatDate } from '@/lib/words/dates'

interface Props {
  reading: Reading
  rule: string
  moment: Moment
  /** What is still expected of the changes that alter the rule. */
  expected: readonly Forecast[]
}

/** What is still to come for a rule: alterations of changes that are pending, and what reports expect. */
export const RulePending = ({ reading, rule, moment, expected }: Props) => (
  <>
    <Alterations reading={reading} rule={rule} moment={moment} isAlone={expected.length === 0} />
    {expected.length > 0 && (
      <Expectations reading={reading} forecasts={expected} caption={reading.t('rule.expected')} />
    )}
  </>
)

function Alterations({ reading, rule, moment, isAlone }: Omit<Props, 'expected'> & { isAlone: boolean }) {
  const { locale, t, compiled } = reading
  const found = findRule(compiled, rule)
  const pending = found ? pendingOn(moment, [found]) : []
  if (pending.length === 0) return isAlone ? <p className="soft">{t('rule.noPending')}</p> : null
  return (
    <ul className="index-list">
      {pending.map(({ change: id, to, stage, from }) => {
        const parts = {
          change: () => <ChangeLink reading={reading} change={id} />,
          disposition: () => <Disposition value={to} reading={reading} />,
          stage: () => <StageMark stage={stage} reading={reading} />,
        }
        return (
          <li key={`${id} ${to} ${from}`}>
            {from
              ? t.rich('rule.pendingLineFrom', { ...parts, date: formatDate(from, locale) })
              : t.rich('rule.pendingLine', parts)}
          </li>
        )
      })}
    </ul>
  )
}
