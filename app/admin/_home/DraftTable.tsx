import type { OpenDraft } from '@/db/queries/draft'
import { Moment } from '../_components/Moment'

interface Props {
  drafts: OpenDraft[]
  names: Map<string, string>
  /** What is said where there is none. */
  empty?: string
}

const states = { draft: '', 'in-review': 'handed in', approved: 'approved' } as const

/** Drafts in a list: what each is, whose, how far, and the ways to open and to publish it. */
export function DraftTable({ drafts, names, empty = '' }: Props) {
  if (drafts.length === 0) return <p className="hint">{empty}</p>
  return (
    <table className="plain stack">
      <thead>
        <tr>
          <th scope="col">Record</th>
          <th scope="col">Kind</th>
          <th scope="col">By</th>
          <th scope="col">Saved</th>
          <th scope="col">
            <span className="unseen-text">Do</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {drafts.map((draft) => (
          <tr key={draft.id}>
            <td>
              <a href={`/admin/drafts/${draft.id}`}>{draft.title}</a>
              <span className="hint">
                {draft.baseRevision === null ? ' new' : ''} {states[draft.state]}
                {draft.embargo ? ' under an embargo' : ''}
              </span>
            </td>
            <td data-column="Kind">{draft.kind}</td>
            <td data-column="By">{names.get(draft.author) ?? draft.author}</td>
            <td data-column="Saved">
              <Moment at={draft.updatedAt} />
            </td>
            <td>
              <a href={`/admin/publish?draft=${draft.id}`}>Review</a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
