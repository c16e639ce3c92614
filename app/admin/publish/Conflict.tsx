import { stringify } from 'yaml'
import { DeskForm } from '../_components/DeskForm'
import { keepMine } from './action'
import { addressOf, type Pair } from './publication'

interface Props {
  pair: Pair
  /** Whether the draft is the reader's, who alone may settle it. */
  isOwn: boolean
}

/** Both texts of a record that was published again since the draft began; nothing is overwritten unseen. */
export function Conflict({ pair: { draft, published }, isOwn }: Props) {
  return (
    <section className="desk-section conflict">
      <h2>Conflict: {draft.title}</h2>
      <p>
        The draft began from {draft.baseRevision === null ? 'nothing' : `revision ${draft.baseRevision}`}; meanwhile{' '}
        {published ? `revision ${published.revision} was published` : 'the record was removed'}. Bring into the draft
        what the other text has, then say that it takes the other’s place.
      </p>
      <div className="panes even">
        <div>
          <h3>Published now</h3>
          <pre className="file">{published ? stringify(published.record, { lineWidth: 0 }) : 'Removed.'}</pre>
        </div>
        <div>
          <h3>The draft</h3>
          <pre className="file">{draft.data === null ? 'Removed.' : stringify(draft.data, { lineWidth: 0 })}</pre>
        </div>
      </div>
      {isOwn ? (
        <DeskForm action={keepMine} page={addressOf([draft])}>
          <input type="hidden" name="draft" value={draft.id} />
          <input type="hidden" name="onto" value={published?.revision ?? ''} />
          <p className="buttons">
            <a className="button" href={`/admin/drafts/${draft.id}`}>
              Edit the draft
            </a>
            <button type="submit" className="quiet">
              I have seen both: the draft follows revision {published?.revision ?? 'none'}
            </button>
          </p>
        </DeskForm>
      ) : null}
    </section>
  )
}
