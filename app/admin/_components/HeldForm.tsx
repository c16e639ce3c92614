'use client'

import { useActionState } from 'react'
import { type DeskAction, type Refused, signInFields } from '@/app/_server/action-state'

interface Props {
  action: DeskAction
  refusal: Refused
  signedOut: boolean
}

const isShown = ([name, value]: [string, string]): boolean =>
  value.includes(' ') || /text|headline|summary|note/.test(name)

/** A form whose own page cannot be shown now: what was typed, to be read and to be sent again, with a sign-in on its way. */
export function HeldForm({ action, refusal, signedOut }: Props) {
  const { page = '' } = refusal.values
  // What comes of it belongs to the form on its own page again.
  const [, submit] = useActionState(action, null, /^\/admin\b[^:]*$/.test(page) ? page : undefined)
  const values = Object.entries(refusal.values)
  return (
    <main id="main">
      <header className="desk-head">
        <h1>{signedOut ? 'You are signed out' : 'Not stored'}</h1>
      </header>
      <form action={submit} className="held">
        <div className="notice wrong" role="alert">
          {refusal.formErrors.map((error) => (
            <p key={error}>{error}</p>
          ))}
        </div>
        {values.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} readOnly />
        ))}
        {signedOut ? (
          <>
            <p className="field short">
              <label htmlFor="held-login">Name</label>
              <input id="held-login" name={signInFields.login} autoComplete="username" />
            </p>
            <p className="field short">
              <label htmlFor="held-password">Password</label>
              <input id="held-password" name={signInFields.password} type="password" autoComplete="current-password" />
            </p>
          </>
        ) : null}
        <p>
          <button type="submit">{signedOut ? 'Sign in and send the form' : 'Send the form again'}</button>
        </p>
        <details>
          <summary>What you typed</summary>
          <dl>
            {values.filter(isShown).map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd className="file">{value}</dd>
              </div>
            ))}
          </dl>
        </details>
      </form>
    </main>
  )
}
