import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { currentUser } from '@/app/_server/session'
import { deskLanguage } from '@/lib/addresses/names'
import { DeskForm } from '../_components/DeskForm'
import { Field } from '../_components/Field'
import { signIn } from './action'

export const metadata: Metadata = { title: 'Sign in' }

/** The door of the desk: the one page of it that asks for no role. */
export default async function SignInPage() {
  // The answer to a script that has just signed in draws this page once more: the script goes on by itself.
  if (!(await headers()).has('next-action') && (await currentUser())) redirect('/admin')
  return (
    <main id="main" className="door">
      <p className="smallcaps">The desk</p>
      <h1>Sign in</h1>
      <DeskForm action={signIn}>
        <Field name="login" label="Name" autoComplete="username" />
        <Field name="password" label="Password" type="password" autoComplete="current-password" />
        <p>
          <button type="submit">Sign in</button>
        </p>
      </DeskForm>
      <p className="hint">
        <a href={`/${deskLanguage}`}>Back to the public site</a>
      </p>
    </main>
  )
}
