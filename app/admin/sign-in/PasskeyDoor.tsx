'use client'

import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser'
import { startAuthentication } from '@simplewebauthn/browser'
import { AuthenticatorForm } from '../_components/proof/AuthenticatorForm'
import { enterByPasskey } from './passkey'

/** The way in by a passkey. */
export function PasskeyDoor({ options, button }: { options: PublicKeyCredentialRequestOptionsJSON; button: string }) {
  return (
    <AuthenticatorForm
      action={enterByPasskey}
      button={button}
      ask={() => startAuthentication({ optionsJSON: options })}
      isQuiet
    />
  )
}
