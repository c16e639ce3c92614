import { deskWords } from '@/app/_server/desk-words'
import { DeskForm } from '../../_components/DeskForm'
import { drop } from './action'

/** Asks before the answers are thrown away, with and without scripts. */
export async function DropForm({ version }: { version: number }) {
  const t = await deskWords()
  return (
    <details className="discard">
      <summary>{t('begin.dropOpen')}</summary>
      <DeskForm action={drop} page="/admin/dossiers/new">
        <input type="hidden" name="version" value={version} readOnly />
        <p className="hint">{t('begin.dropHint')}</p>
        <button type="submit" className="quiet">
          {t('begin.drop')}
        </button>
      </DeskForm>
    </details>
  )
}
