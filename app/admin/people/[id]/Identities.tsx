import type { Identity } from '@/db/queries/people/identity'
import type { OidcSettings } from '@/lib/settings'
import type { DeskWords } from '@/lib/words/desk-messages'
import { DeskForm } from '../../_components/DeskForm'
import { Field } from '../../_components/Field'
import { Moment } from '../../_components/Moment'
import { ProofField } from '../../_components/proof/ProofField'
import { provideIdentity, withdrawIdentity } from './action'

interface Props {
  t: DeskWords
  user: string
  identities: Identity[]
  provider: OidcSettings | undefined
  isNeeded: boolean
  page: string
}

/** By which accounts of identity providers a person signs in. */
export function Identities({ t, user, identities, provider, isNeeded, page }: Props) {
  return (
    <section className="desk-section">
      <h2>{t('people.identities')}</h2>
      {identities.map(({ issuer, subject, lastUsedAt }) => (
        <DeskForm key={`${issuer} ${subject}`} action={withdrawIdentity} page={page}>
          <p>
            <code>{subject}</code> · {issuer} · {lastUsedAt ? <Moment at={lastUsedAt} /> : t('people.never')}
          </p>
          <input type="hidden" name="person" value={user} />
          <input type="hidden" name="issuer" value={issuer} />
          <input type="hidden" name="subject" value={subject} />
          <ProofField isNeeded={isNeeded} id={`f-withdraw-${subject}`} />
          <button type="submit" className="quiet">
            {t('people.identityRemove')}
          </button>
        </DeskForm>
      ))}
      {provider ? (
        <DeskForm action={provideIdentity} page={page}>
          <input type="hidden" name="person" value={user} />
          <Field name="subject" label={t('people.subject', { name: provider.name })} hint={t('people.subjectHint')} />
          <ProofField isNeeded={isNeeded} id="f-provide-password" />
          <button type="submit" className="quiet">
            {t('people.identityAdd')}
          </button>
        </DeskForm>
      ) : null}
    </section>
  )
}
