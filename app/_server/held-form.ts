import 'server-only'
import { runningAnswer } from '@/lib/press/answer'
import type { DeskAction, Refused } from './action-state'

/** A form that could not be taken, while its page cannot be shown either: it is given back as it is, to be sent again. */
export interface HeldForm {
  action: DeskAction
  refusal: Refused
  /** Nobody is signed in: the form asks for that too. */
  signedOut: boolean
}

// Actions and pages are bundled apart: they meet on the answer of the request.
const key = Symbol.for('rulewire.held-form')

/** Keeps a form for the page that answers this very request, and for no longer. */
export function holdForm(held: HeldForm): void {
  const answer = runningAnswer()
  if (answer) Reflect.set(answer, key, held)
}

/** The form that the running request brought and that could not be taken; null for any other request. */
export function heldForm(): HeldForm | null {
  const answer = runningAnswer()
  return (answer && (Reflect.get(answer, key) as HeldForm | undefined)) ?? null
}
