'use server'

import { isRedirectError } from 'next/dist/client/components/redirect-error'
import { z } from 'zod'
import { setStatus } from '@/app/_server/answer-status'
import { now } from '@/app/_server/clock'
import { type ActionState, errorsOf, goOn, isSameOrigin, refused, unreadable } from '@/app/_server/desk-action'
import { deskLocale, deskWords } from '@/app/_server/desk-words'
import { enter } from '@/app/_server/sign-in/enter'
import { sayFailure } from '@/app/_server/storage-failure'
import { database } from '@/db/client'
import { firstAdministratorByLink, LinkGoneError, passwordByLink } from '@/db/commands/people/link'
import { findLink } from '@/db/queries/people/link'
import { hasSecondFactor } from '@/db/queries/people/second-factor'
import { findUser } from '@/db/queries/user'
import { loginSchema, newPasswordFields, notTheSame, personNameSchema, samePassword } from '@/lib/auth/login'
import { newPasswordProblem } from '@/lib/auth/new-password'
import { hashPassword } from '@/lib/auth/password'
import { tokenMark } from '@/lib/auth/token'
import { faultInWords } from '@/lib/words/desk-faults'
import type { DeskWords } from '@/lib/words/desk-messages'
import { zodWords } from '@/lib/words/zod-words'

const passwordForm = z.object(newPasswordFields).refine(samePassword, notTheSame)
const firstForm = z
  .object({ ...newPasswordFields, login: loginSchema, name: personNameSchema })
  .refine(samePassword, notTheSame)

/** Uses a one-time link: sets a password, or makes the first administrator, and signs in. The link is what it asks for instead of a role. */
export async function openByLink(_state: ActionState, formData: FormData): Promise<ActionState> {
  if (!(formData instanceof FormData)) return unreadable()
  const t = await deskWords()
  if (!(await isSameOrigin())) {
    setStatus(403)
    return refused([t('action.foreign')], formData)
  }
  return tried(formData, t).catch((error: unknown) =>
    isRedirectError(error)
      ? Promise.reject(error)
      : refused([error instanceof LinkGoneError ? t('link.goneText') : sayFailure(error, t)], formData),
  )
}

async function tried(formData: FormData, t: DeskWords): Promise<ActionState> {
  const { db, write } = await database()
  const at = now()
  const mark = tokenMark(String(formData.get('token') ?? ''))
  const link = await findLink(db, mark, at)
  const gone = () => refused([t('link.goneText')], formData)
  if (!link) return gone()
  const schema = link.userId === null ? firstForm : passwordForm
  const parsed = schema.safeParse(Object.fromEntries(formData), { error: zodWords(await deskLocale()) })
  if (!parsed.success) return refused([t('action.fields')], formData, errorsOf(parsed.error, t))
  const user = link.userId === null ? null : await findUser(db, link.userId)
  const { new_password: password } = parsed.data
  const { login, name } = user ?? (parsed.data as z.infer<typeof firstForm>)
  const problem = await newPasswordProblem(password, [login, name, 'rulewire'])
  if (problem) return refused([t('action.fields')], formData, { new_password: [faultInWords(t, problem)] })
  const passwordHash = await hashPassword(password)
  const made = await write(async (tx) => {
    if (link.userId === null)
      return firstAdministratorByLink(tx, { mark, login, name, passwordHash, at, by: link.createdBy })
    const changed = await passwordByLink(tx, { mark, passwordHash, at })
    return changed ? ({ ok: true, user: changed } as const) : ({ ok: false, reason: 'gone' } as const)
  })
  if (made.ok) {
    // The link stands in for the password, and not for the second factor.
    if (await hasSecondFactor(db, made.user.id)) return goOn('/admin/sign-in?said=password')
    await enter(made.user.id)
    return goOn('/admin')
  }
  if (made.reason === 'gone') return gone()
  return refused([t('action.fields')], formData, { login: [t('people.loginTaken')] })
}
