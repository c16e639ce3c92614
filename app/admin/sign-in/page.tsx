import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { deskLocale, deskWords } from '@/app/_server/desk-words'
import { currentUser } from '@/app/_server/session'
import { identityProvider, providerId } from '@/app/_server/sign-in/identity-provider'
import { askForPasskey } from '@/app/_server/sign-in/passkey'
import { DeskForm } from '../_components/DeskForm'
import { Field } from '../_components/Field'
import { TabTitle } from '../_components/TabTitle'
import { signIn } from './action'
import { PasskeyDoor } from './PasskeyDoor'

/** The door of the desk: like all below it, it asks for no role. */
export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<{ said?: string; error?: string }>
}) {
  // The answer to a script that has just signed in draws this page once more: the script goes on by itself.
  if (!(await headers()).has('next-action') && (await currentUser())) redirect('/admin')
  const t = await deskWords()
  const [{ said, error }, provider] = [await searchParams, identityProvider()]
  return (
    <main id="main" className="door">
      <TabTitle of={t('signIn.title')} />
      <p className="smallcaps">{t('signIn.kicker')}</p>
      <h1>{t('signIn.title')}</h1>
      {error === undefined ? null : (
        <p className="notice wrong" role="alert">
          {t(error === 'AccessDenied' ? 'signIn.notProvisioned' : 'signIn.providerFailed', {
            name: provider?.name ?? '',
          })}
        </p>
      )}
      {said === 'password' ? (
        <p className="notice" role="status">
          {t('signIn.passwordSet')}
        </p>
      ) : null}
      <DeskForm action={signIn}>
        <Field name="login" label={t('signIn.name')} autoComplete="username" />
        <Field name="password" label={t('signIn.password')} type="password" autoComplete="current-password" />
        <p>
          <button type="submit">{t('signIn.submit')}</button>
        </p>
      </DeskForm>
      <PasskeyDoor options={await askForPasskey()} button={t('signIn.passkey')} />
      {provider ? (
        <p>
          <a className="button quiet" href={`/api/auth/signin/${providerId}`}>
            {t('signIn.byProvider', { name: provider.name })}
          </a>
        </p>
      ) : null}
      <p className="hint">
        <a href={`/${await deskLocale()}`}>{t('signIn.back')}</a>
      </p>
    </main>
  )
}
