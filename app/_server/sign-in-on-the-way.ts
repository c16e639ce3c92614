import 'server-only'
import { database } from '@/db/client'
import { findSession } from '@/db/queries/session'
import { signInFields } from './action-state'
import { now } from './clock'
import type { SignedInUser } from './session'
import { signInByForm } from './sign-in-form'

/**
 * Signs in by what a form brings along that was given back to somebody whose session had ended. Null when it brings nothing;
 * a sentence when it was of no use.
 */
export async function signInOnTheWay(formData: FormData): Promise<SignedInUser | string | null> {
  const password = formData.get(signInFields.password)
  if (typeof password !== 'string') return null
  const result = await signInByForm(String(formData.get(signInFields.login) ?? ''), password)
  if ('refusal' in result) return result.refusal
  const { db } = await database()
  return (await findSession(db, result.session, now())) ?? 'This account cannot be used.'
}
