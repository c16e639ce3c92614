import type { DeskAction } from '@/app/_server/action-state'
import { deskWords } from '@/app/_server/desk-words'
import { DeskForm } from '../DeskForm'

interface Props {
  version: number
  action: DeskAction
  page: string
  /** Of a rule: the dossier to which it was to come. */
  dossier?: string
}

/** Asks before the answers are thrown away, with and without scripts. */
export async function DropForm({ version, action, page, dossier }: Props) {
  const t = await deskWords()
  return (
    <details className="discard">
      <summary>{t('begin.dropOpen')}</summary>
      <DeskForm action={action} page={page}>
        {dossier === undefined ? null : <input type="hidden" name="dossier" value={dossier} readOnly />}
        <input type="hidden" name="version" value={version} readOnly />
        <p className="hint">{t('begin.dropHint')}</p>
        <button type="submit" className="quiet">
          {t('begin.drop')}
        </button>
      </DeskForm>
    </details>
  )
}
