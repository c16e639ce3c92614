import { type Reading, withQuery } from '@/app/_reader/reading'
import type { StandsAsked } from '@/lib/policy'

interface Props {
  reading: Reading
  /** How many positions the page lists. */
  count: number
  /** Which ones, as the address of the files asks for them. */
  asked: StandsAsked
}

/** Exactly the positions that a page lists, as files of the edition that is read. */
export function PositionFiles({ reading: { t, dossier, pinned }, count, asked }: Props) {
  const { actor, change, from, to } = asked
  const query = { actor, change, from, to, edition: pinned.edition === undefined ? undefined : String(pinned.edition) }
  const address = `/api/v1/dossiers/${dossier.id}/positions`
  return (
    <p className="label">
      {t('position.files', { count })}{' '}
      <a href={withQuery(`${address}.csv`, query)} download>
        CSV
      </a>
      {' · '}
      <a href={withQuery(address, query)}>JSON</a>
    </p>
  )
}
