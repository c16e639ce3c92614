import type { RemovedRecord } from '@/db/queries/desk/removed-record'
import { EditButton } from '../_components/EditButton'
import { Moment } from '../_components/Moment'

/** Records that were removed lately, each with the way to a draft that brings it back. */
export function Removed({
  removed,
  people,
}: {
  removed: readonly RemovedRecord[]
  people: ReadonlyMap<string, string>
}) {
  if (removed.length === 0) return null
  return (
    <section className="desk-section">
      <h2>Removed in the last 30 days</h2>
      <ul>
        {removed.map(({ kind, dossier, id, title, at, by, reason }) => (
          <li key={`${kind} ${dossier} ${id}`}>
            <a href={`/admin/history?${new URLSearchParams({ kind, dossier, id })}`}>{title}</a>{' '}
            <span className="hint">
              {kind} <code>{id}</code>, <Moment at={at} />, {people.get(by) ?? by}: {reason}
            </span>{' '}
            <EditButton kind={kind} dossier={dossier} id={id} title={title} says="Bring back" />
          </li>
        ))}
      </ul>
    </section>
  )
}
