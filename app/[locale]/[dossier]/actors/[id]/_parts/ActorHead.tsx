import { Head } from '@/app/_components/page/Head'
import { BelongingFor } from '@/app/_components/words/BelongingFor'
import { ActorLink } from '@/app/_components/words/RecordLink'
import { Words } from '@/app/_components/words/Words'
import type { Reading } from '@/app/_reader/reading'
import { type Actor, firstDay, lastDay } from '@/lib/model'
import type { Stand } from '@/lib/policy'
import { formatDate } from '@/lib/words/dates'

interface Props {
  reading: Reading
  actor: Actor
  /** The positions that the page lists. */
  stands: readonly Stand[]
  /** Whether they are those of a time only. */
  isNarrowed: boolean
}

/** Who an actor is, to whom it belongs, and how much reports tell of it. */
export function ActorHead({ reading, actor, stands, isNarrowed }: Props) {
  const { locale, t } = reading
  const { of = [], note, url } = actor
  return (
    <Head kicker={t(`actorKind.${actor.kind}`)} title={<Words text={actor.name} locale={locale} />} small>
      {note && (
        <p className="standfirst">
          <Words text={note} locale={locale} />
        </p>
      )}
      {of.length > 0 && <p>{t.rich('actor.belongs', { of: () => <BelongsTo reading={reading} of={of} /> })}</p>}
      {(stands.length > 0 || !isNarrowed) && <p className="label">{countsInWords(reading, actor, stands)}</p>}
      {url && (
        <p className="label">
          <a href={url}>{t('actor.website')}</a>
        </p>
      )}
    </Head>
  )
}

const BelongsTo = ({ reading, of }: { reading: Reading; of: NonNullable<Actor['of']> }) =>
  of.map(({ actor, ...time }, at) => (
    <span key={`${actor} ${time.from} ${time.until}`}>
      {at > 0 && reading.t('unit.clauseSeparator')}
      <BelongingFor reading={reading} who={<ActorLink reading={reading} actor={actor} />} time={time} />
    </span>
  ))

/** How many positions, whose, and from when until when. */
function countsInWords({ t, locale }: Reading, { id }: Actor, stands: readonly Stand[]): string {
  const dates = stands.map(({ date }) => date)
  const from = dates.toSorted((a, b) => (firstDay(a) < firstDay(b) ? -1 : 1))[0]
  const until = dates.toSorted((a, b) => (lastDay(a) < lastDay(b) ? -1 : 1)).at(-1)
  return t('actor.counts', {
    count: stands.length,
    members: stands.filter(({ position }) => position.actor !== id).length,
    one: from === until ? 'yes' : 'no',
    from: from ? formatDate(from, locale) : '',
    until: until ? formatDate(until, locale) : '',
  })
}
