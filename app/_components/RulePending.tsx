import { type Moment, pendingOn } from '@/lib/policy'
import { formatDate } from '@/lib/text/dates'
import { Disposition } from './Disposition'
import { StageMark } from './Ladder'
import { hrefTo, type Reading } from './reading'
import { Words } from './Words'

/** Alterations of a rule that are still to come. */
export function RulePending({ reading, rule, moment }: { reading: Reading; rule: string; moment: Moment }) {
  const { locale, t, compiled, records } = reading
  const found = compiled.rules[compiled.ruleIndex.get(rule) ?? -1]
  const pending = found ? pendingOn(moment, [found]) : []
  if (pending.length === 0) return <p className="soft">{t('rule.noPending')}</p>
  return (
    <ul className="index-list">
      {pending.map(({ change: id, to, stage, from }) => {
        const change = records.changes.find((candidate) => candidate.id === id)
        const parts = {
          change: () => (
            <a href={hrefTo(reading, 'changes', id)}>{change ? <Words text={change.title} locale={locale} /> : id}</a>
          ),
          disposition: () => <Disposition value={to} locale={locale} />,
          stage: () => <StageMark stage={stage} locale={locale} />,
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
