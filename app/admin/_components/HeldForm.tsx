'use client'

import { useActionState } from 'react'
import { type DeskAction, isLabelName, labelName, type Refused, signInFields } from '@/app/_server/action-state'
import { Hindrances } from './Hindrances'
import { useWords } from './InBrowser'

interface Props {
  action: DeskAction
  refusal: Refused
  signedOut: boolean
}

const isShown = ([name, value]: [string, string]): boolean =>
  !isLabelName(name) && (value.includes(' ') || /text|headline|summary|note/.test(name))

/** A form whose own page cannot be shown now: what was typed, to be read and to be sent again, with a sign-in on its way. */
export function HeldForm({ action, refusal, signedOut }: Props) {
  const say = useWords()
  const { page = '' } = refusal.values
  // What comes of it belongs to the form on its own page again.
  const [, submit] = useActionState(action, null, /^\/admin\b[^:]*$/.test(page) ? page : undefined)
  const values = Object.entries(refusal.values)
  return (
    <main id="main">
      <header className="desk-head">
        <h1>{signedOut ? say('heldSignedOut') : say('heldNotStored')}</h1>
      </header>
      <form action={submit} className="held">
        <div className="notice wrong" role="alert">
          {refusal.formErrors.map((error) => (
            <p key={error}>{error}</p>
          ))}
          <Hindrances of={refusal.hindrances ?? []} />
        </div>
        {values.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} readOnly />
        ))}
        {signedOut ? (
          <>
            <p className="field short">
              <label htmlFor="held-login">{say('heldName')}</label>
              <input id="held-login" name={signInFields.login} autoComplete="username" />
            </p>
            <p className="field short">
              <label htmlFor="held-password">{say('heldPassword')}</label>
              <input id="held-password" name={signInFields.password} type="password" autoComplete="current-password" />
            </p>
            <p className="field short">
              <label htmlFor="held-code">{say('heldCode')}</label>
              <input id="held-code" name={signInFields.code} inputMode="numeric" autoComplete="one-time-code" />
            </p>
          </>
        ) : null}
        <p>
          <button type="submit">{signedOut ? say('heldSignIn') : say('heldSend')}</button>
        </p>
        <details>
          <summary>{say('heldTyped')}</summary>
          <dl>
            {values.filter(isShown).map(([name, value]) => (
              <div key={name}>
                <dt>{refusal.values[labelName(name)] ?? name}</dt>
                <dd className="file">{value}</dd>
              </div>
            ))}
          </dl>
        </details>
      </form>
    </main>
  )
}
