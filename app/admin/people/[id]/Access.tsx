import type { PersonEntry } from '@/db/queries/people/person'
import type { DeskWords } from '@/lib/words/desk-messages'
import { DeskForm } from '../../_components/DeskForm'
import { Field } from '../../_components/Field'
import { ProofField } from '../../_components/proof/ProofField'
import { changeAccess, newLink } from './action'

interface Props {
  t: DeskWords
  person: PersonEntry
  hasMail: boolean
  hasFactor: boolean
  /** Whether who asks has to prove who they are. */
  isNeeded: boolean
  page: string
}

/** A person's ways in: a new link, the end of all sessions, what was lost, and the door. */
export function Access({ t, person: { user, state }, hasMail, hasFactor, isNeeded, page }: Props) {
  const isIn = state !== 'disabled'
  const given = { t, user: user.id, page, isNeeded }
  return (
    <section className="desk-section">
      <h2>{t('people.access')}</h2>
      {isIn ? (
        <DeskForm action={newLink} page={page}>
          <p className="hint">{t(`people.linkHint.${state}`)}</p>
          <input type="hidden" name="person" value={user.id} />
          {hasMail ? <Field name="mail" label={t('people.mail')} hint={t('people.mailHint')} /> : null}
          <ProofField isNeeded={isNeeded} id="f-link-password" />
          <p>
            <button type="submit" className="quiet">
              {t('people.newLink')}
            </button>
          </p>
        </DeskForm>
      ) : null}
      {state === 'active' ? <Act {...given} act="sign-out" /> : null}
      {hasFactor ? (
        <>
          <p className="hint">{t('people.factorHint')}</p>
          <Act {...given} act="factors" />
        </>
      ) : null}
      {isIn ? (
        <details>
          <summary>{t('people.disabling')}</summary>
          <p className="hint">{t('people.disableHint')}</p>
          <Act {...given} act="disable" />
        </details>
      ) : (
        <Act {...given} act="enable" />
      )}
    </section>
  )
}

interface ActProps extends Pick<Props, 't' | 'isNeeded' | 'page'> {
  user: string
  act: 'disable' | 'enable' | 'sign-out' | 'factors'
}

function Act({ t, user, page, isNeeded, act }: ActProps) {
  return (
    <DeskForm action={changeAccess} page={page}>
      <input type="hidden" name="person" value={user} />
      <ProofField isNeeded={isNeeded} id={`f-${act}-password`} />
      <p>
        <button type="submit" name="act" value={act} className="quiet">
          {t(`people.acts.${act}`)}
        </button>
      </p>
    </DeskForm>
  )
}
