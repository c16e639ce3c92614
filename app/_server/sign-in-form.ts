import 'server-only'
import { database } from '@/db/client'
import { endSession } from '@/db/commands/session'
import { now } from './clock'
import { namedSession, setSession, userSeenHere } from './session-cookie'
import { checkSignIn, whence } from './sign-in'

const refusals = {
  blocked: 'Too many wrong attempts from this address. Wait fifteen minutes and try again.',
  busy: 'Too many people try this at once. Wait a few seconds and try again.',
  wrong: 'This name and password do not belong together.',
}

/** Signs the running request's browser in by a name and a password: the id of the session, or why not as a sentence. Only actions may call it. */
export async function signInByForm(
  login: string,
  password: string,
): Promise<{ session: string } | { refusal: string }> {
  const userSeen = await userSeenHere()
  const result = await checkSignIn({ login: login.trim(), password, userSeenHere: userSeen, ...(await whence()) })
  if (!result.ok) return { refusal: refusals[result.reason] }
  // Whoever signs in anew leaves no session behind that the browser no longer names.
  const before = await namedSession()
  if (before !== null) {
    const { write } = await database()
    await write((tx) => endSession(tx, { id: before, at: now() }))
  }
  await setSession({ user: result.user.id, session: result.session })
  return { session: result.session }
}
