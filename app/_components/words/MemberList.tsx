import type { Reading } from '@/app/_reader/reading'
import { type Actor, belongingTo } from '@/lib/model'
import { type Stand, standsOf } from '@/lib/policy'
import { BelongingFor } from './BelongingFor'
import { ActorLink } from './RecordLink'

interface Props {
  reading: Reading
  actor: Actor
  /** The positions that are counted; left out: all that count with the actor. */
  stands?: readonly Stand[]
}

/** Who belongs to an actor and when, each with the positions that count with it. */
export function MemberList({ reading, actor, stands = standsOf(reading.records, { actor: actor.id }) }: Props) {
  const { t, records } = reading
  const members = belongingTo(records.actors, actor.id)
  if (members.length === 0) return null
  const counts = new Map<string, number>()
  for (const { position } of stands) counts.set(position.actor, (counts.get(position.actor) ?? 0) + 1)
  return (
    <ul className="members">
      {members.map(({ actor: member, times }) => (
        <li key={member.id}>
          {times.map((time, at) => (
            <span key={`${time.from} ${time.until}`}>
              {at > 0 && t('unit.clauseSeparator')}
              <BelongingFor reading={reading} who={<ActorLink reading={reading} actor={member} />} time={time} />
            </span>
          ))}
          {counts.has(member.id) && (
            <span className="soft"> · {t('actor.memberCount', { count: counts.get(member.id) ?? 0 })}</span>
          )}
        </li>
      ))}
    </ul>
  )
}
