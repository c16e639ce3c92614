import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { deskWords } from '@/app/_server/desk-words'
import { halfWay } from '@/app/_server/sign-in/half-way'
import { DeskForm } from '../../_components/DeskForm'
import { Field } from '../../_components/Field'
import { TabTitle } from '../../_components/TabTitle'
import { giveCode } from './action'

/** The second step of signing in: who comes here has given the right password. */
export default async function CodePage() {
  // The answer to a script that has just signed in draws this page once more: the script goes on by itself.
  if (!(await headers()).has('next-action') && !(await halfWay())) redirect('/admin/sign-in')
  const t = await deskWords()
  return (
    <main id="main" className="door">
      <TabTitle of={t('signIn.codeTitle')} />
      <p className="smallcaps">{t('signIn.kicker')}</p>
      <h1>{t('signIn.codeTitle')}</h1>
      <DeskForm action={giveCode}>
        <Field name="code" label={t('signIn.code')} hint={t('signIn.codeHint')} autoComplete="one-time-code" />
        <p>
          <button type="submit">{t('signIn.submit')}</button>
        </p>
      </DeskForm>
      <p className="hint">
        <a href="/admin/sign-in">{t('signIn.anew')}</a>
      </p>
    </main>
  )
}
