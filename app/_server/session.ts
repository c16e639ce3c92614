import 'server-only'
import { forbidden, redirect } from 'next/navigation'
import { getServerSession } from 'next-auth'
import { cache } from 'react'
import { database } from '@/db/client'
import { findSession, type Session } from '@/db/queries/session'
import type { User } from '@/db/queries/user'
import { mayAct, type Role } from '@/lib/auth/roles'
import { authOptions } from './auth'
import { now } from './clock'

export interface SignedInUser {
  user: User
  session: Session
}

/** Who is signed in, by the database and not by the cookie alone; null when nobody is. */
export const currentUser = cache(async (): Promise<SignedInUser | null> => {
  const token = (await getServerSession(authOptions())) as { session?: string } | null
  if (!token?.session) return null
  const { db } = await database()
  return findSession(db, token.session, now())
})

/**
 * The signed-in user, who must have at least this role: else a redirect to the sign-in, or a 403. Every page and handler
 * of the desk begins with it; actions have it from `deskAction`.
 */
export async function requireRole(role: Role, { whilePasswordIsNew = false } = {}): Promise<SignedInUser> {
  const signedIn = await currentUser()
  if (!signedIn) redirect('/admin/sign-in')
  if (signedIn.user.mustChangePassword && !whilePasswordIsNew) redirect('/admin/account')
  if (!mayAct(signedIn.user.role, role)) forbidden()
  return signedIn
}
