import 'server-only'
import { getURLFromRedirectError } from 'next/dist/client/components/redirect'
import { isRedirectError } from 'next/dist/client/components/redirect-error'
import { headers } from 'next/headers'
import { redirect, unstable_rethrow } from 'next/navigation'
import type { z } from 'zod'
import { isSameOrigin as isFromHere } from '@/lib/auth/origin'
import { mayAct, mayActSomewhere, type Role } from '@/lib/auth/roles'
import { type ActionState, type DeskAction, isRefused, refused } from './action-state'
import { setStatus } from './answer-status'
import { holdForm } from './held-form'
import { auditRefusal, currentUser, type SignedInUser } from './session'
import { signInOnTheWay } from './sign-in-on-the-way'
import { sayFailure } from './storage-failure'

export { type ActionState, type Refused, refused } from './action-state'

/** Whether the request comes from a page of this very site; Next lets a missing Origin through, this does not. */
export const isSameOrigin = async (): Promise<boolean> => isFromHere(await headers())

/** What is no form was not sent by a page of ours. */
export function unreadable(): ActionState {
  setStatus(400)
  return { ok: false, formErrors: ['This is not a form of the desk.'], fieldErrors: {}, values: {} }
}

const isByScript = async (): Promise<boolean> => (await headers()).has('next-action')

/** Goes on to another page. A script does so by itself, in a document of its own: Next would only change the page. */
export async function goOn(to: string): Promise<ActionState> {
  return (await isByScript()) ? { ok: true, to } : redirect(to)
}

export interface DeskRequest<T> extends SignedInUser {
  data: T
  formData: FormData
}

export interface DeskActionOptions<T> {
  /** The dossier in which the role is needed ('' : for the whole site), by what was sent; left out: anywhere. */
  dossier?: (data: T) => string | Promise<string>
  whilePasswordIsNew?: boolean
  /** Where to go when nobody is signed in; left out: the form is given back. */
  whileSignedOut?: string
}

type Handle<T> = (request: DeskRequest<T>) => Promise<ActionState>

/**
 * The one shape of a write at the desk: origin, session, role, parse, then `handle`, which stores and redirects, or returns
 * a refusal. Refusals come back to the form with what was typed, and so does every failure: a form is never lost to an error.
 */
export function deskAction<S extends z.ZodType>(
  schema: S,
  role: Role,
  handle: Handle<z.infer<S>>,
  { dossier, whilePasswordIsNew = false, whileSignedOut }: DeskActionOptions<z.infer<S>> = {},
): DeskAction {
  const act = async (formData: FormData): Promise<ActionState | 'signed out'> => {
    const found = (await currentUser()) ?? (await signInOnTheWay(formData))
    if (found === null) return whileSignedOut === undefined ? 'signed out' : { ok: true, to: whileSignedOut }
    if (typeof found === 'string') return refused([found], formData)
    if (found.user.mustChangePassword && !whilePasswordIsNew) return refused([passwordNote], formData)
    if (!mayActSomewhere(found.user, role)) {
      await auditRefusal(found, role)
      return refused([needsRole(role)], formData)
    }
    const parsed = schema.safeParse(Object.fromEntries(formData))
    if (!parsed.success) return refused(['Some fields need another look.'], formData, errorsOf(parsed.error))
    const within = await dossier?.(parsed.data)
    if (within !== undefined && !mayAct(found.user, role, within)) {
      await auditRefusal(found, role, within)
      return refused([needsRole(role, within)], formData)
    }
    return handle({ ...found, data: parsed.data, formData })
  }

  const action: DeskAction = async (_state, formData) => {
    const asked = await headers()
    if (!(formData instanceof FormData)) return unreadable()
    if (!isFromHere(asked)) {
      setStatus(403)
      return refused(['This form was sent from another site, so nothing was done.'], formData)
    }
    const byScript = await isByScript()
    const answer = await act(formData).catch((error: unknown) => {
      // A script goes on by itself, in a document of its own: what the browser kept of this one must not come back.
      if (isRedirectError(error) && byScript) return { ok: true, to: getURLFromRedirectError(error) } as const
      unstable_rethrow(error)
      return refused([sayFailure(error)], formData)
    })
    const signedOut = answer === 'signed out'
    const state = signedOut ? refused([signedOutNote(byScript)], formData) : answer
    if (state && 'to' in state && !byScript) redirect(state.to)
    if (isRefused(state) && !byScript) holdForm({ action, refusal: state, signedOut: await isSignedOut() })
    return state
  }
  return action
}

const needsRole = (role: Role, dossier?: string): string =>
  `Nothing was stored: this takes ${role === 'reviewer' ? 'a' : 'an'} ${role}${dossier ? ` of “${dossier}”` : dossier === '' ? ' of the whole site' : ''}, and you are none. Ask an administrator.`

const passwordNote =
  'This account needs a new password first, so nothing was stored. Set it in another tab (/admin/account), then send this form once more.'

const signedOutNote = (byScript: boolean): string =>
  byScript
    ? 'You are signed out, so nothing was stored. Sign in again in another tab, then send this form once more: nothing is lost.'
    : 'You are signed out, so nothing was stored yet. Sign in below: the form is sent along as you typed it.'

/** Whether there is nobody; while the database cannot be asked, a sign-in would be of no use either. */
const isSignedOut = async (): Promise<boolean> =>
  currentUser().then(
    (found) => found === null,
    () => false,
  )

function errorsOf({ issues }: z.ZodError): Record<string, string[]> {
  const errors: Record<string, string[]> = {}
  for (const { path, message } of issues) {
    const name = path.join('.')
    errors[name] = [...(errors[name] ?? []), message]
  }
  return errors
}
