import 'server-only'
import { database } from '@/db/client'
import { takeProof } from '@/db/commands/attempt'
import { proveSession } from '@/db/commands/session'
import type { Session } from '@/db/queries/session'
import type { User } from '@/db/queries/user'
import { TooManySignInsError, verifyPassword } from '@/lib/auth/password'
import { isProved } from '@/lib/auth/proof'
import type { DeskWords } from '@/lib/words/desk-messages'
import { proofField } from '../action-state'
import { now } from '../clock'

interface Asked {
  user: User
  session: Session
}

/** Why a password is not taken for that of the signed-in person, as a sentence; null: it is. Guesses are counted by the session. */
export async function checkOwnPassword(
  { user, session }: Asked,
  password: string,
  t: DeskWords,
): Promise<string | null> {
  const { write } = await database()
  const { allowed } = await write((tx) => takeProof(tx, { session: session.id, at: now() }))
  if (!allowed) return t('prove.blocked')
  try {
    return (await verifyPassword(user.passwordHash, password)) ? null : t('fault.passwordNotYours')
  } catch (error) {
    if (error instanceof TooManySignInsError) return t('signIn.busy')
    throw error
  }
}

/** Why the sender of a form has not proved who they are, as a sentence; null: they have, lately or by the password in this form. */
export async function prove(asked: Asked, formData: FormData, t: DeskWords): Promise<string | null> {
  const { user, session } = asked
  if (isProved(session, now())) return null
  // By a passkey or an identity provider one proves it by signing in.
  if (user.passwordHash === null) return t('prove.signInAgain')
  const password = String(formData.get(proofField) ?? '')
  if (password === '') return t('prove.missing')
  const wrong = await checkOwnPassword(asked, password, t)
  if (wrong !== null) return wrong
  const { write } = await database()
  await write((tx) => proveSession(tx, { id: session.id, at: now() }))
  return null
}
