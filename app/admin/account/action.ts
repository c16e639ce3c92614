'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { now } from '@/app/_server/clock'
import { deskAction, refused } from '@/app/_server/desk-action'
import { database } from '@/db/client'
import { writeAudit } from '@/db/commands/audit'
import { endSession, endSessionsOf } from '@/db/commands/session'
import { setPassword } from '@/db/commands/user'
import { newPasswordProblem } from '@/lib/auth/new-password'
import { hashPassword, verifyPassword } from '@/lib/auth/password'

const passwordForm = z
  .object({
    current_password: z.string().min(1, 'is missing'),
    new_password: z.string().min(12, 'must have at least 12 characters').max(200, 'may have 200 characters at most'),
    again_password: z.string(),
  })
  .refine((form) => form.new_password === form.again_password, { path: ['again_password'], error: 'is not the same' })

/** Sets a new password; every other session of the account ends. */
export const changePassword = deskAction(
  passwordForm,
  'author',
  async ({ data, user, session, formData }) => {
    if (!(await verifyPassword(user.passwordHash, data.current_password)))
      return refused([], formData, { current_password: ['is not the password of this account'] })
    const wrong = (problem: string) => refused([], formData, { new_password: [problem] })
    if (data.new_password === data.current_password) return wrong('is the same as before')
    const problem = await newPasswordProblem(data.new_password, [user.login, user.name, 'rulewire'])
    if (problem) return wrong(problem)
    const passwordHash = await hashPassword(data.new_password)
    const { write } = await database()
    const at = now()
    await write((tx) => setPassword(tx, { user: user.id, passwordHash, by: user.id, at, exceptSession: session.id }))
    redirect('/admin?notice=password')
  },
  { whilePasswordIsNew: true },
)

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
  { whilePasswordIsNew: true, whileSignedOut: '/admin/sign-in' },
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
  { whilePasswordIsNew: true, whileSignedOut: '/admin/sign-in' },
)
