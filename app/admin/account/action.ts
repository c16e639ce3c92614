'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { now } from '@/app/_server/clock'
import { deskAction, refused } from '@/app/_server/desk-action'
import { enter } from '@/app/_server/sign-in/enter'
import { checkOwnPassword } from '@/app/_server/sign-in/prove'
import { database } from '@/db/client'
import { writeAudit } from '@/db/commands/audit'
import { endSession, endSessionsOf } from '@/db/commands/session'
import { setPassword } from '@/db/commands/user'
import { listSessions } from '@/db/queries/session'
import { newPasswordFields, notTheSame, samePassword } from '@/lib/auth/login'
import { newPasswordProblem } from '@/lib/auth/new-password'
import { hashPassword } from '@/lib/auth/password'
import { sessionHandle } from '@/lib/auth/proof'
import { faultInWords } from '@/lib/words/desk-faults'

const passwordForm = z
  .object({ current_password: z.string().min(1, 'is missing'), ...newPasswordFields })
  .refine(samePassword, notTheSame)

/** Sets a new password. Every session of the account ends, this one too: its browser gets another, and a copy of its cookie is worth nothing. */
export const changePassword = deskAction(
  passwordForm,
  'author',
  async ({ data, user, session, formData, t }) => {
    const notOwn = await checkOwnPassword({ user, session }, data.current_password, t)
    if (notOwn !== null) return refused([], formData, { current_password: [notOwn] })
    const wrong = (problem: string) => refused([], formData, { new_password: [faultInWords(t, problem)] })
    if (data.new_password === data.current_password) return wrong('is the same as before')
    const problem = await newPasswordProblem(data.new_password, [user.login, user.name, 'rulewire'])
    if (problem) return wrong(problem)
    const passwordHash = await hashPassword(data.new_password)
    await enter(user.id, (tx) => setPassword(tx, { user: user.id, passwordHash, by: user.id, at: now() }))
    redirect('/admin?notice=password')
  },
  { whilePasswordIsNew: true },
)

const atTheDoor = { whilePasswordIsNew: true, whileSignedOut: '/admin/sign-in' }

/** Ends this session. */
export const signOut = deskAction(
  z.object({}),
  'author',
  async ({ session, user }) => {
    const { write } = await database()
    const at = now()
    await write(async (tx) => {
      await endSession(tx, { id: session.id, at })
      await writeAudit(tx, { at, by: user.id, action: 'session.end', subject: user.id })
    })
    redirect('/admin/sign-in')
  },
  atTheDoor,
)

/** Ends one session of the account, by what its list calls it; it may be this one. */
export const endOneSession = deskAction(
  z.object({ session: z.string() }),
  'author',
  async ({ data, user, session, formData, t }) => {
    const { db, write } = await database()
    const at = now()
    const found = (await listSessions(db, user.id, at)).find(({ id }) => sessionHandle(id) === data.session)
    if (!found) return refused([t('account.sessionGone')], formData)
    const detail = { address: found.address, signedIn: found.createdAt }
    await write(async (tx) => {
      await endSession(tx, { id: found.id, at })
      await writeAudit(tx, { at, by: user.id, action: 'session.end', subject: user.id, detail })
    })
    redirect(found.id === session.id ? '/admin/sign-in' : '/admin/account?said=ended')
  },
  atTheDoor,
)

/** Ends every session of the account, this one too. */
export const signOutEverywhere = deskAction(
  z.object({}),
  'author',
  async ({ user }) => {
    const { write } = await database()
    const at = now()
    await write(async (tx) => {
      await endSessionsOf(tx, { userId: user.id, at })
      await writeAudit(tx, { at, by: user.id, action: 'session.end-all', subject: user.id })
    })
    redirect('/admin/sign-in')
  },
  atTheDoor,
)
