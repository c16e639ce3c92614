import { FieldChanges } from '@/app/_components/differences/FieldChanges'
import { deskReading, deskWords } from '@/app/_server/desk-words'
import { say } from '@/lib/model'
import { DeskForm } from '../_components/DeskForm'
import { keepMine } from './action'
import { addressOf, type Pair } from './publication'

const mostFields = 300

interface Props {
  pair: Pair
  /** The text that the draft was made from; null where there was none. */
  base: unknown
  /** Whether the reader may settle it. */
  mayWrite: boolean
}

/** Both texts of a record that was published again since the draft began; nothing is overwritten unseen. */
export async function Conflict({ pair: { draft, published }, base, mayWrite }: Props) {
  const [t, reader] = [await deskWords(), await deskReading()]
  const shown = { reader, kind: draft.kind, before: asObject(base), most: mostFields }
  return (
    <section className="desk-section conflict">
      <h2>{t('publish.conflict', { title: say(draft.titles, reader.locale).text })}</h2>
      <p>
        {t('publish.conflictText', {
          base: String(draft.baseRevision ?? 'none'),
          now: String(published?.revision ?? 'none'),
        })}
      </p>
      <h3>{t('publish.theirs')}</h3>
      <FieldChanges {...shown} after={published?.record ?? null} />
      <h3>{t('publish.ours')}</h3>
      <FieldChanges {...shown} after={asObject(draft.data)} />
      {mayWrite ? (
        <>
          {published && draft.data !== null ? (
            <p>
              <a className="button" href={`/admin/drafts/${draft.id}/merge`}>
                {t('publish.mergeThem')}
              </a>
            </p>
          ) : null}
          <DeskForm action={keepMine} page={addressOf([draft])}>
            <input type="hidden" name="draft" value={draft.id} />
            <input type="hidden" name="onto" value={published?.revision ?? ''} />
            <p className="buttons">
              <a className="button" href={`/admin/drafts/${draft.id}`}>
                {t('publish.editDraft')}
              </a>
              <button type="submit" className="quiet">
                {t('publish.seenBoth', { revision: String(published?.revision ?? 'none') })}
              </button>
            </p>
          </DeskForm>
        </>
      ) : null}
    </section>
  )
}

const asObject = (data: unknown): object | null => (typeof data === 'object' ? data : null)
