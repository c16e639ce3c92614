import { rangeOfStands, StanceChart, StanceKey } from '@/app/_components/over-time/StanceChart'
import { ActorLink, ChangeLink } from '@/app/_components/words/RecordLink'
import type { Reading } from '@/app/_reader/reading'
import { say } from '@/lib/model'
import type { Stand } from '@/lib/policy'
import { formatDate } from '@/lib/words/dates'

interface Props {
  reading: Reading
  actor: string
  stands: readonly Stand[]
}

/**
 * Where an actor and its members stood on each change: small charts of one time, that they can be held against each other, those
 * with the newest stance first. The table of positions says the same.
 */
export function StancesByChange({ reading, actor, stands }: Props) {
  const { locale, records } = reading
  const range = rangeOfStands(stands)
  const changes = [...new Set(stands.toReversed().map(({ position }) => position.change))]
  return (
    <>
      {range && (
        <p>
          <StanceKey reading={reading} />
        </p>
      )}
      <ul className="multiples">
        {changes.map((id) => {
          const title = records.changes.find((one) => one.id === id)?.title
          const own = ownFirst(
            stands.filter(({ position }) => position.change === id),
            actor,
          )
          return (
            <li key={id}>
              <h3>
                <ChangeLink reading={reading} change={id} />
              </h3>
              <Latest reading={reading} actor={actor} stands={own} />
              {range && (
                <StanceChart reading={reading} stands={own} what={title ? say(title, locale).text : id} range={range} />
              )}
            </li>
          )
        })}
      </ul>
    </>
  )
}

const isBy = (actor: string) => (stand: Stand) => stand.position.actor === actor

/** The actor in the first row, its members below. */
const ownFirst = (stands: readonly Stand[], actor: string): Stand[] => [
  ...stands.filter(isBy(actor)),
  ...stands.filter((stand) => !isBy(actor)(stand)),
]

/** Where it stood last, in words; where only members spoke, the last of them. */
function Latest({ reading: { t, locale, ...reading }, actor, stands }: Props & { reading: Reading }) {
  const last = stands.findLast(isBy(actor)) ?? stands.at(-1)
  if (!last) return null
  const said = { stance: t(`stance.${last.position.stance}`), date: formatDate(last.date, locale) }
  const who = () => <ActorLink reading={{ ...reading, locale }} actor={last.position.actor} />
  return (
    <p className="label">
      {last.position.actor === actor ? t('actor.latest', said) : t.rich('actor.latestOfMember', { ...said, who })}
    </p>
  )
}
