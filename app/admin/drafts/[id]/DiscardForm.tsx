import { DeskForm } from '../../_components/DeskForm'
import { discard } from './action'

/** Asks before a draft is thrown away, with and without scripts. */
export function DiscardForm({ id }: { id: string }) {
  return (
    <details className="discard">
      <summary>Discard…</summary>
      <DeskForm action={discard} page={`/admin/drafts/${id}`}>
        <input type="hidden" name="draft" value={id} />
        <p className="hint">Its text leaves the desk. For 30 days it can be brought back from there.</p>
        <button type="submit" className="quiet">
          Discard this draft
        </button>
      </DeskForm>
    </details>
  )
}
