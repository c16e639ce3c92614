'use client'

import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/browser'
import { startRegistration } from '@simplewebauthn/browser'
import { Field } from '../../_components/Field'
import { AuthenticatorForm } from '../../_components/proof/AuthenticatorForm'
import { ProofField } from '../../_components/proof/ProofField'
import { addOne } from './action'

interface Props {
  options: PublicKeyCredentialCreationOptionsJSON
  page: string
  name: { label: string; hint: string; value: string }
  button: string
  isNeeded: boolean
}

/** Makes a passkey in this browser. */
export function NewPasskey({ options, page, name, button, isNeeded }: Props) {
  return (
    <AuthenticatorForm
      action={addOne}
      page={page}
      button={button}
      ask={() => startRegistration({ optionsJSON: options })}
    >
      <Field name="name" {...name} />
      <ProofField isNeeded={isNeeded} />
    </AuthenticatorForm>
  )
}
