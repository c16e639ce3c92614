import { Conditions } from '@/app/_components/differences/MovedTable'
import { RuleLink } from '@/app/_components/words/RecordLink'
import type { Reading } from '@/app/_reader/reading'
import { type Duty, type PlainAnswer, sameDuties } from '@/lib/policy'

/** On what terms another answer stands, and what applies beside it that does not now, or does no longer. */
export function Otherwise({ reading, said, now }: { reading: Reading; said: PlainAnswer; now: PlainAnswer }) {
  const { t } = reading
  return (
    <>
      {said.conditions.length > 0 && <Conditions reading={reading} conditions={said.conditions} />}
      <RuleNames reading={reading} title={t('ask.nextAlso')} duties={besides(said.duties, now.duties)} />
      <RuleNames reading={reading} title={t('ask.nextNoLonger')} duties={besides(now.duties, said.duties)} />
    </>
  )
}

/** Duties that are not among others, or say something else there. */
const besides = (duties: readonly Duty[], others: readonly Duty[]): Duty[] =>
  duties.filter((duty) => !others.some((other) => sameDuties([duty], [other])))

function RuleNames({ reading, title, duties }: { reading: Reading; title: string; duties: readonly Duty[] }) {
  if (duties.length === 0) return null
  return (
    <p className="label">
      {title}{' '}
      {duties.map(({ rule }, at) => (
        <span key={rule}>
          {at > 0 && reading.t('unit.separator')}
          <RuleLink reading={reading} rule={rule} />
        </span>
      ))}
    </p>
  )
}
