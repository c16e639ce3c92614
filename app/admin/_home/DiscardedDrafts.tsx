import type { DiscardedEntry } from '@/db/queries/draft'
import { DeskForm } from '../_components/DeskForm'
import { Moment } from '../_components/Moment'
import { bringBack } from '../action'

/** Drafts that were thrown away in the last thirty days, each with the way back. */
export function DiscardedDrafts({ drafts }: { drafts: DiscardedEntry[] }) {
  if (drafts.length === 0) return null
  return (
    <section className="desk-section" id="discarded">
      <h2>Discarded</h2>
      <p className="hint">Drafts of mine that were thrown away: for 30 days they can be brought back.</p>
      <table className="plain stack">
        <thead>
          <tr>
            <th scope="col">Record</th>
            <th scope="col">Kind</th>
            <th scope="col">Discarded</th>
            <th scope="col">
              <span className="unseen-text">Do</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {drafts.map(({ id, title, kind, discardedAt }) => (
            <tr key={id}>
              <td>{title}</td>
              <td data-column="Kind">{kind}</td>
              <td data-column="Discarded">
                <Moment at={discardedAt} />
              </td>
              <td>
                <DeskForm action={bringBack} page={`/admin?back=${id}`}>
                  <input type="hidden" name="draft" value={id} />
                  <button type="submit" className="quiet" aria-label={`Bring back: ${title}`}>
                    Bring back
                  </button>
                </DeskForm>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
