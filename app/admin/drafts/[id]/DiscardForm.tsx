import { deskWords } from '@/app/_server/desk-words'
import { DeskForm } from '../../_components/DeskForm'
import { discard } from './action'

/** Asks before a draft is thrown away, with and without scripts. */
export async function DiscardForm({ id }: { id: string }) {
  const t = await deskWords()
  return (
    <details className="discard">
      <summary>{t('draft.discardOpen')}</summary>
      <DeskForm action={discard} page={`/admin/drafts/${id}`}>
        <input type="hidden" name="draft" value={id} />
        <p className="hint">{t('draft.discardHint')}</p>
        <button type="submit" className="quiet">
          {t('draft.discard')}
        </button>
      </DeskForm>
    </details>
  )
}
