import 'server-only'
import { database } from '@/db/client'
import { findSession } from '@/db/queries/session'
import type { DeskWords } from '@/lib/words/desk-messages'
import { signInFields } from '../action-state'
import { now } from '../clock'
import type { SignedInUser } from '../session'
import { signInByForm } from './sign-in-form'

/**
 * Signs in by what a form brings along that was given back to somebody whose session had ended. Null when it brings nothing;
 * a sentence when it was of no use.
 */
export async function signInOnTheWay(formData: FormData, t: DeskWords): Promise<SignedInUser | string | null> {
  const password = formData.get(signInFields.password)
  if (typeof password !== 'string') return null
  const text = (name: string) => String(formData.get(name) ?? '')
  const result = await signInByForm({ login: text(signInFields.login), password, code: text(signInFields.code) }, t)
  if ('refusal' in result) return result.refusal
  if ('owes' in result) return t('signIn.codeToo')
  const { db } = await database()
  return (await findSession(db, result.session, now())) ?? t('signIn.unusable')
}
