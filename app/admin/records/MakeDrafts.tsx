import type { DeskAction } from '@/app/_server/action-state'
import { deskWords } from '@/app/_server/desk-words'
import { mostTogether } from '@/app/_server/drafts/needed-drafts'
import { DeskForm } from '../_components/DeskForm'
import { parametersOf } from './asked'
import type { AskedThing, IdPlan } from './id-plan'
import { MovedDossier } from './MovedDossier'
import { TouchedRecords } from './TouchedRecords'

interface Props {
  plan: IdPlan
  action: DeskAction
  page: string
  asked: AskedThing
  /** What was chosen: the new id, or the record that stays. */
  chosen: Record<string, string>
}

/** What would change, and the button that makes the drafts of it; or why it cannot be done. */
export async function MakeDrafts({ plan, action, page, asked, chosen }: Props) {
  const t = await deskWords()
  const isTooMuch = plan.steps.length > mostTogether
  return (
    <>
      {asked.what.kind === 'dossier' ? (
        <MovedDossier id={asked.dossier} />
      ) : (
        <TouchedRecords touched={plan.touched} left={plan.left} />
      )}
      {plan.problem || isTooMuch ? (
        <p className="notice wrong" role="alert">
          {plan.problem ?? t('newId.tooMany', { count: plan.steps.length, most: mostTogether })}
        </p>
      ) : (
        <>
          <p>
            {asked.what.kind === 'dossier'
              ? t('newId.dossierAddress')
              : t(plan.following > 0 && 'stays' in chosen ? 'newId.oldAddressForGood' : 'newId.oldAddress')}
          </p>
          <DeskForm action={action} page={page}>
            {Object.entries({ ...parametersOf(asked), ...chosen }).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} readOnly />
            ))}
            <p className="buttons">
              <button type="submit">{t('newId.make')}</button>
            </p>
            <p className="hint">
              {asked.what.kind === 'dossier'
                ? t('newId.dossierHint')
                : plan.following > 0
                  ? t('newId.follow', { count: plan.following })
                  : t('newId.makeHint')}
            </p>
          </DeskForm>
        </>
      )}
    </>
  )
}
