import 'server-only'
import { headers } from 'next/headers'
import { forbidden, redirect } from 'next/navigation'
import { cache } from 'react'
import { database } from '@/db/client'
import { writeAudit } from '@/db/commands/audit'
import { touchSession } from '@/db/commands/session'
import { findSession, type Session } from '@/db/queries/session'
import type { User } from '@/db/queries/user'
import { mayAct, mayActSomewhere, type Role } from '@/lib/auth/roles'
import { now } from './clock'
import { namedSession } from './session-cookie'

/** Milliseconds after which the use of a session is noted again. */
const seenAgain = 60_000

export interface SignedInUser {
  user: User
  session: Session
}

/** Who is signed in, by the database and not by the cookie alone; null when nobody is. */
export const currentUser = cache(async (): Promise<SignedInUser | null> => {
  const id = await namedSession()
  if (id === null) return null
  const { db, write } = await database()
  const at = now()
  const found = await findSession(db, id, at)
  if (found && Date.parse(at) - Date.parse(found.session.lastSeenAt) > seenAgain)
    // Nobody waits for it: a database that takes no writes must not keep a page from being read.
    void write((tx) => touchSession(tx, { id, at })).catch(() => undefined)
  return found
})

/**
 * The signed-in user, who must have at least this role in the dossier ('' : for the whole site; left out: anywhere): else a
 * redirect to the sign-in, or a 403. Every page and handler of the desk begins with it; actions have it from `deskAction`.
 */
export async function requireRole(
  role: Role,
  dossier?: string,
  { whilePasswordIsNew = false } = {},
): Promise<SignedInUser> {
  const signedIn = await currentUser()
  if (!signedIn) redirect('/admin/sign-in')
  if (signedIn.user.mustChangePassword && !whilePasswordIsNew) redirect('/admin/account')
  const { user } = signedIn
  if (dossier === undefined ? mayActSomewhere(user, role) : mayAct(user, role, dossier)) return signedIn
  await auditRefusal(signedIn, role, dossier)
  forbidden()
}

/** Notes that a signed-in person was refused for want of a role; where that cannot be noted the refusal stands all the same. */
export async function auditRefusal({ user }: SignedInUser, needs: Role, dossier?: string): Promise<void> {
  const { write } = await database()
  const detail = {
    needs,
    has: user.role,
    dossier: dossier ?? null,
    page: (await headers()).get('referer')?.slice(0, 300) ?? null,
  }
  await write((tx) => writeAudit(tx, { at: now(), by: user.id, action: 'refused', subject: user.id, detail })).catch(
    () => undefined,
  )
}
