import 'server-only'
import { database } from '@/db/client'
import { endSession } from '@/db/commands/session'
import type { User } from '@/db/queries/user'
import type { DeskWords } from '@/lib/words/desk-messages'
import { now } from '../clock'
import { namedSession, setSession, userSeenHere } from '../session-cookie'
import { clearHalfWay, halfWay } from './half-way'
import { checkCode, checkSignIn, type SignedIn } from './sign-in'
import { whence } from './whence'

/** What came of a form that signs in: the id of the session, why not as a sentence, or who still owes the second factor. */
export type FormSignIn = { session: string } | { refusal: string } | { owes: User }

/** Signs the running request's browser in by a name, a password and, where it is given along, a second factor. Only actions may call it. */
export async function signInByForm(
  { login, password, code }: { login: string; password: string; code?: string },
  t: DeskWords,
): Promise<FormSignIn> {
  const given = { login: login.trim(), password, code, userSeenHere: await userSeenHere(), ...(await whence()) }
  return entered(await checkSignIn(given), t)
}

/** Signs it in by the second factor, after the password was right. */
export async function signInByCode(code: string, t: DeskWords): Promise<FormSignIn> {
  const user = await halfWay()
  if (!user) return { refusal: t('signIn.codeLate') }
  const done = await entered(
    await checkCode({ user, code, userSeenHere: await userSeenHere(), ...(await whence()) }),
    t,
  )
  if ('session' in done) await clearHalfWay()
  return done
}

async function entered(result: SignedIn, t: DeskWords): Promise<FormSignIn> {
  if (!result.ok) return result.reason === 'code' ? { owes: result.user } : { refusal: t(`signIn.${result.reason}`) }
  // Whoever signs in anew leaves no session behind that the browser no longer names.
  const before = await namedSession()
  if (before !== null) {
    const { write } = await database()
    await write((tx) => endSession(tx, { id: before, at: now() }))
  }
  await setSession({ user: result.user.id, session: result.session })
  return { session: result.session }
}
