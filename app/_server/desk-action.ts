import 'server-only'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import type { z } from 'zod'
import { mayAct, type Role } from '@/lib/auth/roles'
import { currentUser, type SignedInUser } from './session'

/** What a form gets back when it was refused; what was typed comes with it, secrets excepted. */
export interface Refused {
  ok: false
  fieldErrors: Record<string, string[]>
  formErrors: string[]
  values: Record<string, string>
}
export type ActionState = Refused | null

export const refused = (
  formErrors: string[],
  formData: FormData,
  fieldErrors: Record<string, string[]> = {},
): Refused => ({
  ok: false,
  fieldErrors,
  formErrors,
  values: valuesOf(formData),
})

const isSecret = (name: string) => /password/i.test(name)

function valuesOf(formData: FormData): Record<string, string> {
  const values: Record<string, string> = {}
  for (const [name, value] of formData) if (typeof value === 'string' && !isSecret(name)) values[name] = value
  return values
}

/** Whether the request comes from a page of this very site; Next lets a missing Origin through, this does not. */
export async function isSameOrigin(): Promise<boolean> {
  const asked = await headers()
  const origin = asked.get('origin')
  if (origin === null || origin === 'null') return asked.get('sec-fetch-site') === 'same-origin'
  const host = asked.get('x-forwarded-host') ?? asked.get('host')
  return URL.canParse(origin) && new URL(origin).host === host
}

export interface DeskRequest<T> extends SignedInUser {
  data: T
  formData: FormData
}

export interface DeskActionOptions {
  whilePasswordIsNew?: boolean
}

/**
 * The one shape of a write at the desk: origin, session, role, parse, then `handle`, which stores and redirects, or returns
 * a refusal. Refusals come back to the form with what was typed.
 */
export function deskAction<S extends z.ZodType>(
  schema: S,
  role: Role,
  handle: (request: DeskRequest<z.infer<S>>) => Promise<ActionState>,
  { whilePasswordIsNew = false }: DeskActionOptions = {},
): (state: ActionState, formData: FormData) => Promise<ActionState> {
  return async (_state, formData) => {
    if (!(await isSameOrigin()))
      return refused(['This form was sent from another site, so nothing was done.'], formData)
    const signedIn = await currentUser()
    if (!signedIn)
      return refused(
        ['You are signed out. Sign in again in another tab, then send this form once more: nothing is lost.'],
        formData,
      )
    if (signedIn.user.mustChangePassword && !whilePasswordIsNew) redirect('/admin/account')
    if (!mayAct(signedIn.user.role, role))
      return refused([`Your role (${signedIn.user.role}) may not do this: it takes an ${role}.`], formData)
    const parsed = schema.safeParse(Object.fromEntries(formData))
    if (!parsed.success) {
      const fieldErrors: Record<string, string[]> = {}
      for (const { path, message } of parsed.error.issues) {
        const name = path.join('.')
        fieldErrors[name] = [...(fieldErrors[name] ?? []), message]
      }
      return refused(['Some fields need another look.'], formData, fieldErrors)
    }
    return handle({ ...signedIn, data: parsed.data, formData })
  }
}
