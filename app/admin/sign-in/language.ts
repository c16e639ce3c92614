'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { setStatus } from '@/app/_server/answer-status'
import { isSameOrigin } from '@/app/_server/desk-action'
import { setDeskLanguage } from '@/app/_server/desk-words'
import { isLocale } from '@/lib/model'

/**
 * Keeps the language in which this browser reads the desk; it asks for no role, for it stands at the door too. A script draws its page
 * anew in place, with all that was typed into it; without scripts the page is asked for once more.
 */
export async function chooseLanguage(formData: FormData): Promise<void> {
  const language = formData instanceof FormData ? formData.get('language') : null
  if (typeof language !== 'string' || !isLocale(language)) return setStatus(400)
  if (!(await isSameOrigin())) return setStatus(403)
  await setDeskLanguage(language)
  const asked = await headers()
  if (!asked.has('next-action')) redirect(pageOf(asked.get('referer')))
}

/** The page of the desk from which a form was sent, as an address of this site; the desk itself where none is told. */
function pageOf(referer: string | null): string {
  if (referer === null || !URL.canParse(referer)) return '/admin'
  const { pathname, search } = new URL(referer)
  return /^\/admin(?:\/|$)/.test(pathname) ? `${pathname}${search}` : '/admin'
}
