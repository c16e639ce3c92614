import 'server-only'
import { getURLFromRedirectError } from 'next/dist/client/components/redirect'
import { isRedirectError } from 'next/dist/client/components/redirect-error'
import { headers } from 'next/headers'
import { redirect, unstable_rethrow } from 'next/navigation'
import type { z } from 'zod'
import { isSameOrigin as isFromHere } from '@/lib/auth/origin'
import { mayAct, mayActSomewhere, type Role } from '@/lib/auth/roles'
import type { Locale } from '@/lib/model'
import { faultInWords } from '@/lib/words/desk-faults'
import type { DeskWords } from '@/lib/words/desk-messages'
import { zodWords } from '@/lib/words/zod-words'
import { type ActionState, type DeskAction, isRefused, proofField, refused } from './action-state'
import { setStatus } from './answer-status'
import { deskLocale, deskWords } from './desk-words'
import { holdForm } from './held-form'
import { auditRefusal, currentUser, type SignedInUser } from './session'
import { prove } from './sign-in/prove'
import { signInOnTheWay } from './sign-in/sign-in-on-the-way'
import { sayFailure } from './storage-failure'

export { type ActionState, type Refused, refused } from './action-state'

/** Whether the request comes from a page of this very site; Next lets a missing Origin through, this does not. */
export const isSameOrigin = async (): Promise<boolean> => isFromHere(await headers())

/** What is no form was not sent by a page of ours. */
export async function unreadable(): Promise<ActionState> {
  setStatus(400)
  return { ok: false, formErrors: [(await deskWords())('action.unreadable')], fieldErrors: {}, values: {} }
}

const isByScript = async (): Promise<boolean> => (await headers()).has('next-action')

/** Goes on to another page. A script does so by itself, in a document of its own: Next would only change the page. */
export async function goOn(to: string): Promise<ActionState> {
  return (await isByScript()) ? { ok: true, to } : redirect(to)
}

export interface DeskRequest<T> extends SignedInUser {
  data: T
  formData: FormData
  /** The words of the desk in the language of who sent the form, and that language. */
  t: DeskWords
  locale: Locale
}

export interface DeskActionOptions<T> {
  /** The dossier in which the role is needed ('' : for the whole site), by what was sent; left out: anywhere. */
  dossier?: (data: T) => string | Promise<string>
  whilePasswordIsNew?: boolean
  /** Whether who sends the form must have proved lately who they are, or prove it along with it (`ProofField`). */
  proof?: boolean
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
  { dossier, whilePasswordIsNew = false, proof = false, whileSignedOut }: DeskActionOptions<z.infer<S>> = {},
): DeskAction {
  const act = async (formData: FormData, t: DeskWords): Promise<ActionState | 'signed out'> => {
    const found = (await currentUser()) ?? (await signInOnTheWay(formData, t))
    if (found === null) return whileSignedOut === undefined ? 'signed out' : { ok: true, to: whileSignedOut }
    if (typeof found === 'string') return refused([found], formData)
    if (found.user.mustChangePassword && !whilePasswordIsNew) return refused([t('action.passwordFirst')], formData)
    if (!mayActSomewhere(found.user, role)) {
      await auditRefusal(found, role)
      return refused([needsRole(t, role)], formData)
    }
    const locale = await deskLocale()
    const parsed = schema.safeParse(Object.fromEntries(formData), { error: zodWords(locale) })
    if (!parsed.success) return refused([t('action.fields')], formData, errorsOf(parsed.error, t))
    const within = await dossier?.(parsed.data)
    if (within !== undefined && !mayAct(found.user, role, within)) {
      await auditRefusal(found, role, within)
      return refused([needsRole(t, role, within)], formData)
    }
    const unproved = proof ? await prove(found, formData, t) : null
    if (unproved !== null) return refused([t('action.prove')], formData, { [proofField]: [unproved] })
    return handle({ ...found, data: parsed.data, formData, t, locale })
  }

  const action: DeskAction = async (_state, formData) => {
    const asked = await headers()
    if (!(formData instanceof FormData)) return unreadable()
    const t = await deskWords()
    if (!isFromHere(asked)) {
      setStatus(403)
      return refused([t('action.foreign')], formData)
    }
    const byScript = await isByScript()
    const answer = await act(formData, t).catch((error: unknown) => {
      // A script goes on by itself, in a document of its own: what the browser kept of this one must not come back.
      if (isRedirectError(error) && byScript) return { ok: true, to: getURLFromRedirectError(error) } as const
      unstable_rethrow(error)
      return refused([sayFailure(error, t)], formData)
    })
    const signedOut = answer === 'signed out'
    const signedOutNote = byScript ? t('action.signedOutTab') : t('action.signedOutForm')
    const state = signedOut ? refused([signedOutNote], formData) : answer
    if (state && 'to' in state && !byScript) redirect(state.to)
    if (isRefused(state) && !byScript) holdForm({ action, refusal: state, signedOut: await isSignedOut() })
    return state
  }
  return action
}

const needsRole = (t: DeskWords, role: Role, dossier?: string): string =>
  t('action.needsRole', { role, where: dossier ? 'dossier' : dossier === '' ? 'site' : 'any', dossier: dossier ?? '' })

/** Whether there is nobody; while the database cannot be asked, a sign-in would be of no use either. */
const isSignedOut = async (): Promise<boolean> =>
  currentUser().then(
    (found) => found === null,
    () => false,
  )

/** What a schema found wrong, by the names of the fields, in the words of the desk. */
export function errorsOf({ issues }: z.ZodError, t: DeskWords): Record<string, string[]> {
  const errors: Record<string, string[]> = {}
  for (const { path, message } of issues) {
    const name = path.join('.')
    errors[name] = [...(errors[name] ?? []), faultInWords(t, message)]
  }
  return errors
}
