import 'server-only'
import { database, type Tx } from '@/db/client'
import { endSession } from '@/db/commands/session'
import { now } from '../clock'
import { namedSession, setSession } from '../session-cookie'
import { beginSession } from './begin-session'
import { whence } from './whence'

/**
 * Signs the running request's browser in as somebody who has proved who they are, after `first` was done in the same transaction; the
 * session that it named before ends. Returns the id of the new one. Only actions may call it.
 */
export async function enter(user: string, first?: (tx: Tx) => Promise<unknown>, by?: 'passkey'): Promise<string> {
  const { write } = await database()
  const [before, from, at] = [await namedSession(), await whence(), now()]
  const session = await write(async (tx) => {
    await first?.(tx)
    if (before !== null) await endSession(tx, { id: before, at })
    return beginSession(tx, { user, at, by, ...from })
  })
  await setSession({ user, session: session.id })
  return session.id
}
