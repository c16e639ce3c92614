import { MemberList } from '@/app/_components/words/MemberList'
import { ActorLink, ChangeLink } from '@/app/_components/words/RecordLink'
import type { Reading } from '@/app/_reader/reading'
import type { Actor } from '@/lib/model'
import { standsOf } from '@/lib/policy'
import { formatDate } from '@/lib/words/dates'

/** An actor with how many positions reports tell of it, the last of them, and who belongs to it. */
export function ActorEntry({ reading, actor }: { reading: Reading; actor: Actor }) {
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
