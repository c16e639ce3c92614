import { MemberList } from '@/app/_components/words/MemberList'
import { ActorLink, ChangeLink } from '@/app/_components/words/RecordLink'
import type { Reading } from '@/app/_reader/reading'
import type { Actor } from '@/lib/model'
import { standsOf } from '@/lib/policy'
import { formatDate } from '@/lib/words/dates'

/** Actors, those of whom no report tells a position named at the end. */
export function ActorEntries({ reading, actors }: { reading: Reading; actors: readonly Actor[] }) {
  const speaking = actors.filter(({ id }) => standsOf(reading.records, { actor: id }).length > 0)
  const quiet = actors.filter((actor) => !speaking.includes(actor))
  return (
    <>
      {speaking.length > 0 && (
        <ul className="index-list">
          {speaking.map((actor) => (
            <li key={actor.id}>
              <ActorEntry reading={reading} actor={actor} />
            </li>
          ))}
        </ul>
      )}
      {quiet.length > 0 && (
        <>
          <p className="soft">{reading.t('actors.quiet')}</p>
          <ul className="members">
            {quiet.map((actor) => (
              <li key={actor.id}>
                <ActorLink reading={reading} actor={actor} />
                <MemberList reading={reading} actor={actor} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

/** An actor with how many positions reports tell of it, the last of them, and who belongs to it. */
function ActorEntry({ reading, actor }: { reading: Reading; actor: Actor }) {
  const { t, locale, records } = reading
  const all = standsOf(records, { actor: actor.id })
  const own = all.filter(({ position }) => position.actor === actor.id)
  const last = own.at(-1)
  return (
    <>
      <h3>
        <ActorLink reading={reading} actor={actor} />
      </h3>
      <p>
        {t('actors.count', { count: own.length })}
        {all.length > own.length && <> · {t('actors.withMembers', { count: all.length })}</>}
        {last && (
          <>
            {' · '}
            {t.rich('actors.last', {
              date: formatDate(last.date, locale),
              stance: t(`stance.${last.position.stance}`),
              change: () => <ChangeLink reading={reading} change={last.position.change} />,
            })}
          </>
        )}
      </p>
      <MemberList reading={reading} actor={actor} />
    </>
  )
}
