import { deskWords } from '@/app/_server/desk-words'
import type { RemovedRecord } from '@/db/queries/desk/removed-record'
import { EditButton } from '../_components/EditButton'
import { Moment } from '../_components/Moment'

/** Records that were removed lately, each with the way to a draft that brings it back. */
export async function Removed({
  removed,
  people,
}: {
  removed: readonly RemovedRecord[]
  people: ReadonlyMap<string, string>
}) {
  if (removed.length === 0) return null
  const t = await deskWords()
  return (
    <section className="desk-section">
      <h2>{t('records.removed')}</h2>
      <ul>
        {removed.map(({ kind, dossier, id, title, at, by, reason }) => (
          <li key={`${kind} ${dossier} ${id}`}>
            <a href={`/admin/history?${new URLSearchParams({ kind, dossier, id })}`}>{title}</a>{' '}
            <span className="hint">
              {t.rich('records.removedLine', {
                kind: t(`kind.${kind}`),
                by: people.get(by) ?? by,
                reason,
                id: () => <code>{id}</code>,
                when: () => <Moment at={at} />,
              })}
            </span>{' '}
            <EditButton kind={kind} dossier={dossier} id={id} title={title} says={t('records.bringBack')} />
          </li>
        ))}
      </ul>
    </section>
  )
}
