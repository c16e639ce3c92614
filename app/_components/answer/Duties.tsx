import { Conditions } from '@/app/_components/differences/MovedTable'
import { Disposition } from '@/app/_components/words/Disposition'
import { ChangeLink, RuleLink } from '@/app/_components/words/RecordLink'
import type { Reading } from '@/app/_reader/reading'
import type { Answer, Duty } from '@/lib/policy'

/** What applies beside the answer: each duty with what it says, by which change, on which conditions; for all cases or some. */
export function Duties({ reading, answer }: { reading: Reading; answer: Answer }) {
  const { t } = reading
  const duties = dutiesOf(answer)
  if (duties.length === 0) return null
  return (
    <section className="also" aria-labelledby="also">
      <h2 id="also">{t('ask.also')}</h2>
      <ul>
        {duties.map(({ duty, count }) => (
          <li key={duty.rule}>
            {t.rich('ask.alsoLine', {
              rule: () => <RuleLink reading={reading} rule={duty.rule} />,
              answer: () => <Disposition value={duty.disposition} reading={reading} />,
              change: () => <ChangeLink reading={reading} change={duty.change} />,
              part: count < answer.cases.length ? 'yes' : 'no',
              count,
              all: answer.cases.length,
            })}
            {duty.conditions.length > 0 && <Conditions reading={reading} conditions={duty.conditions} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Each duty of any of the cases once, with how many it is of: at one moment a rule says the same of all that it covers. */
function dutiesOf({ cases }: Answer): { duty: Duty; count: number }[] {
  const found = new Map<string, { duty: Duty; count: number }>()
  for (const { decision } of cases)
    for (const duty of decision.duties) {
      const before = found.get(duty.rule)
      if (before) before.count++
      else found.set(duty.rule, { duty, count: 1 })
    }
  return [...found.values()]
}
