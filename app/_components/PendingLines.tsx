import { firstDay } from '@/lib/model'
import { decide, type Life, lifeOf, type Moment, momentAt, type Pending, type Verdict } from '@/lib/policy'
import { formatOn } from '@/lib/text/dates'
import { Disposition } from './Disposition'
import { StageMark } from './Ladder'
import { hrefTo, type Reading } from './reading'
import { Words } from './Words'

/** What would become of this very case if each pending change were adopted; changes that would not move it stay out. */
export function PendingLines({ reading, verdict, moment }: { reading: Reading; verdict: Verdict; moment: Moment }) {
  const { locale, t, records } = reading
  const lines = movingPending(reading, verdict, moment).flatMap(({ pending, become }) => {
    const change = records.changes.find(({ id }) => id === pending.change)
    return change ? [{ pending, become, change }] : []
  })
  if (lines.length === 0) return null
  return (
    <ul className="pending">
      {lines.map(({ pending, become, change }) => {
        const parts = {
          answer: () => <Disposition value={become} locale={locale} />,
          change: () => (
            <a href={hrefTo(reading, 'changes', change.id)}>
              <Words text={change.title} locale={locale} />
            </a>
          ),
          stage: () => <StageMark stage={pending.stage} locale={locale} />,
        }
        return (
          <li key={pending.change}>
            {pending.from && pending.stage === 'in_force'
              ? t.rich('ask.wouldFrom', { ...parts, on: formatOn(pending.from, locale) })
              : t.rich('ask.would', parts)}
          </li>
        )
      })}
    </ul>
  )
}

/** The pending changes that would move this very case, with what it would become. */
export function movingPending(reading: Reading, verdict: Verdict, moment: Moment) {
  const changes = [...new Map(verdict.pending.map((pending) => [pending.change, pending])).values()]
  return changes.flatMap((pending) => {
    const become = adopted(reading, moment, verdict, pending)
    return become ? [{ pending, become }] : []
  })
}

/** The disposition that this case would have with the change in force; null when it would stay the same. */
function adopted({ compiled }: Reading, moment: Moment, verdict: Verdict, { change, from }: Pending) {
  const life = lifeOf(moment, change)
  const start = from && firstDay(from) > moment.on ? firstDay(from) : moment.on
  const inForceOn = life?.inForceOn ?? moment.on
  const assumed: Life = { stage: 'in_force', on: inForceOn, inForceOn, last: null }
  const then = momentAt(compiled, { on: start, known: moment.known ?? undefined, assume: new Map([[change, assumed]]) })
  const { disposition, conditions } = decide(then, verdict.case)
  const same = disposition === verdict.disposition && JSON.stringify(conditions) === JSON.stringify(verdict.conditions)
  return same ? null : disposition
}
