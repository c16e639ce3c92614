import type { EventKind } from '@/db/event'
import type { Edition } from '@/db/queries/edition'
import { countsInWords } from './event-counts'
import { Moment } from './Moment'

interface EditionRowsProps {
  editions: Edition[]
  /** Of people, by their ids. */
  names: Map<string, string>
  /** How many events of each kind an edition brought, by its number. */
  told: Map<number, Partial<Record<EventKind, number>>>
  mayUndo?: boolean
}

/** Editions with who made them, why, and what they told, newest first. */
export function EditionRows({ editions, names, told, mayUndo = false }: EditionRowsProps) {
  return (
    <table className="plain stack">
      <thead>
        <tr>
          <th scope="col">Edition</th>
          <th scope="col">Published</th>
          <th scope="col">By</th>
          <th scope="col">Why</th>
          <th scope="col">Records</th>
          <th scope="col">Told</th>
          {mayUndo ? (
            <th scope="col">
              <span className="unseen-text">Do</span>
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {editions.map(({ number, publishedAt, by, reason, summary }) => (
          <tr key={number}>
            <td data-column="Edition">{number}</td>
            <td data-column="Published">
              <Moment at={publishedAt} />
            </td>
            <td data-column="By">{names.get(by) ?? by}</td>
            <td data-column="Why">{reason}</td>
            <td data-column="Records">{tallies(summary)}</td>
            <td data-column="Told">
              <a href={`/admin/events?edition=${number}`}>{countsInWords(told.get(number) ?? {}) || 'Nothing else'}</a>
            </td>
            {mayUndo ? (
              <td>
                <a href={`/admin/editions/undo?edition=${number}`}>Undo…</a>
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function tallies(summary: Edition['summary']): string {
  const parts = Object.entries(summary.records).map(([kind, { created, updated, removed }]) => {
    const said = [created && `${created} new`, updated && `${updated} changed`, removed && `${removed} removed`]
    return `${kind}: ${said.filter(Boolean).join(', ')}`
  })
  return parts.join(' · ')
}
