'use client'

import { proofField } from '@/app/_server/action-state'
import { useReturned } from '../DeskForm'
import { Field } from '../Field'
import { useWords } from '../InBrowser'

/** Asks for the password before something that does much, where its sender has not proved lately who they are. */
export function ProofField({ isNeeded, id = `f-${proofField}` }: { isNeeded: boolean; id?: string }) {
  const say = useWords()
  const { errors } = useReturned(proofField)
  if (!isNeeded && errors.length === 0) return null
  return (
    <Field
      name={proofField}
      id={id}
      label={say('proof')}
      hint={say('proofHint')}
      type="password"
      autoComplete="current-password"
    />
  )
}
