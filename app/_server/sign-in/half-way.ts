import 'server-only'
import { cookies } from 'next/headers'
import { decode, encode } from 'next-auth/jwt'
import { database } from '@/db/client'
import { findUser, type User } from '@/db/queries/user'
import { tokenMark } from '@/lib/auth/token'
import { cookieOptions, isSecure, sessionSecret } from '../session-cookie'

/** Seconds within which the second factor has to follow the password. */
const patience = 5 * 60
const salt = 'half-way'

const cookieName = (): string => `${isSecure() ? '__Host-' : ''}rulewire-${salt}`
/** Of the password that was given: with another one the sign-in begins anew. */
const printOf = ({ passwordHash }: User): string => tokenMark(passwordHash ?? '').slice(0, 22)

/** Remembers in this browser that somebody has given the right password, and still owes the second factor. Only actions may call it. */
export async function setHalfWay(user: User): Promise<void> {
  const token = await encode({
    token: { sub: user.id, print: printOf(user) },
    secret: sessionSecret(),
    maxAge: patience,
    salt,
  })
  ;(await cookies()).set(cookieName(), token, { ...cookieOptions(), maxAge: patience })
}

/** Who has given the right password in this browser and still owes the second factor; null: nobody. */
export async function halfWay(): Promise<User | null> {
  const token = (await cookies()).get(cookieName())?.value
  const decoded = token ? await decode({ token, secret: sessionSecret(), salt }).catch(() => null) : null
  if (!decoded?.sub) return null
  const user = await findUser((await database()).db, decoded.sub)
  return user && user.disabledAt === null && printOf(user) === decoded.print ? user : null
}

/** Forgets it. Only actions may call it. */
export const clearHalfWay = async (): Promise<void> => void (await cookies()).delete(cookieName())
