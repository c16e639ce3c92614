import { FieldChanges } from '@/app/_components/differences/FieldChanges'
import { deskLanguage } from '@/lib/addresses/names'
import { translator } from '@/lib/words/messages'
import { DeskForm } from '../_components/DeskForm'
import { keepMine } from './action'
import { addressOf, type Pair } from './publication'

const reader = { t: translator(deskLanguage), locale: deskLanguage } as const
const mostFields = 300

interface Props {
  pair: Pair
  /** The text that the draft was made from; null where there was none. */
  base: unknown
  /** Whether the reader may settle it. */
  mayWrite: boolean
}

/** Both texts of a record that was published again since the draft began; nothing is overwritten unseen. */
export function Conflict({ pair: { draft, published }, base, mayWrite }: Props) {
  const shown = { reader, kind: draft.kind, before: asObject(base), most: mostFields }
  return (
    <section className="desk-section conflict">
      <h2>Conflict: {draft.title}</h2>
      <p>
        The draft began from {draft.baseRevision === null ? 'nothing' : `revision ${draft.baseRevision}`}; meanwhile{' '}
        {published ? `revision ${published.revision} was published` : 'the record was removed'}.
      </p>
      <h3>What was published meanwhile</h3>
      <FieldChanges {...shown} after={published?.record ?? null} />
      <h3>What the draft changes</h3>
      <FieldChanges {...shown} after={asObject(draft.data)} />
      {mayWrite ? (
        <>
          {published && draft.data !== null ? (
            <p>
              <a className="button" href={`/admin/drafts/${draft.id}/merge`}>
                Merge the two, field by field
              </a>
            </p>
          ) : null}
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
        </>
      ) : null}
    </section>
  )
}

const asObject = (data: unknown): object | null => (typeof data === 'object' ? data : null)
