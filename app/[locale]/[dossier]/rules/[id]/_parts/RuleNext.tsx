import { Disposition } from '@/app/_components/words/Disposition'
import { ChangeLink } from '@/app/_components/words/RecordLink'
import type { Reading } from '@/app/_reader/reading'
import { type Moment, ruleHistory, type Status, sameTexts, statusOf } from '@/lib/policy'
import { formatDate } from '@/lib/words/dates'

/** The next day on which a rule says something else, and what; or that none is known. */
export function RuleNext({ reading, rule, moment }: { reading: Reading; rule: string; moment: Moment }) {
  const { t, locale, compiled } = reading
  const now = statusOf(moment, rule)
  const next = ruleHistory(compiled, rule).find(({ from, value }) => from > moment.on && !saysTheSame(value, now))
  if (!next) return <p className="label">{t('rule.nextNone')}</p>
  const date = formatDate(next.shown, locale)
  const { value } = next
  if (!value) return <p className="label">{t('rule.nextSilent', { date })}</p>
  return (
    <p>
      {t.rich('rule.next', {
        date,
        disposition: () => <Disposition value={value.disposition} reading={reading} />,
        change: () => <ChangeLink reading={reading} change={value.change} />,
      })}
    </p>
  )
}

const saysTheSame = (a: Status | null, b: Status | null): boolean =>
  a?.disposition === b?.disposition && sameTexts(a?.conditions ?? [], b?.conditions ?? [])
