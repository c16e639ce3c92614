import type { DraftEntry } from '@/db/queries/draft'
import type { Pair } from './publication'
import { RecordChanges } from './RecordChanges'

/** The records of a publication, each with what becomes of it, and those that are too large for one. */
export const RecordsToPublish = ({ pairs, large }: { pairs: readonly Pair[]; large: readonly DraftEntry[] }) => (
  <section className="desk-section">
    <h2>Records</h2>
    <ul className="to-publish">
      {pairs.map(({ draft, published }) => (
        <li key={draft.id}>
          <a href={`/admin/drafts/${draft.id}`}>{draft.title}</a>{' '}
          <span className="hint">
            {draft.kind} <code>{draft.recordId}</code>, {whatBecomes({ draft, published })}
          </span>
          <RecordChanges draft={draft} published={published} />
        </li>
      ))}
      {large.map(({ id, title, kind }) => (
        <li key={id}>
          <a href={`/admin/drafts/${id}`}>{title}</a>{' '}
          <span className="hint">
            is too large to be published: more text than a {kind} may have, or too long a list
          </span>
        </li>
      ))}
    </ul>
  </section>
)

function whatBecomes({ draft: { data }, published }: Pair): string {
  if (data === null) return 'removed'
  if (typeof data === 'object' && 'retracted' in data) return 'retracted'
  return published ? 'changed' : 'new'
}
