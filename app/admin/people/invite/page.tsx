import { now } from '@/app/_server/clock'
import { deskLocale, deskWords } from '@/app/_server/desk-words'
import { requireRole } from '@/app/_server/session'
import { openSite } from '@/app/_server/site'
import { hasMail } from '@/app/_server/wire/keys'
import { isProved } from '@/lib/auth/proof'
import { DeskForm } from '../../_components/DeskForm'
import { Field } from '../../_components/Field'
import { ProofField } from '../../_components/proof/ProofField'
import { TabTitle } from '../../_components/TabTitle'
import { RoleFields } from '../RoleFields'
import { invite } from './action'

/** Invites a person by a one-time link. */
export default async function InvitePage() {
  const { session } = await requireRole('admin', '')
  const [t, locale, { dossiers }] = [await deskWords(), await deskLocale(), await openSite()]
  return (
    <main id="main">
      <TabTitle of={t('people.invite')} />
      <header className="desk-head">
        <h1>{t('people.invite')}</h1>
        <p className="hint">{t('people.inviteLead')}</p>
      </header>
      <DeskForm action={invite} page="/admin/people/invite">
        <div className="grid">
          <Field name="name" label={t('people.name')} hint={t('link.nameHint')} />
          <Field name="login" label={t('people.login')} hint={t('link.loginHint')} />
        </div>
        <RoleFields t={t} locale={locale} dossiers={dossiers} rights={{ role: 'author', dossierRoles: {} }} />
        {hasMail() ? <Field name="mail" label={t('people.mail')} hint={t('people.mailHint')} /> : null}
        <ProofField isNeeded={!isProved(session, now())} />
        <p className="buttons">
          <button type="submit">{t('people.inviteSubmit')}</button>
          <a href="/admin/people">{t('people.back')}</a>
        </p>
      </DeskForm>
    </main>
  )
}
