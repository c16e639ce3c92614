import 'server-only'
import { cookies, headers } from 'next/headers'
import { cache } from 'react'
import { type Locale, say } from '@/lib/model'
import { deskLanguageCookie, deskLanguageFor } from '@/lib/words/desk-language'
import { type DeskWords, deskWordsIn } from '@/lib/words/desk-messages'
import { type Translator, translator } from '@/lib/words/messages'
import { isSecure } from './session-cookie'
import { currentSite } from './site'

const yearOfSeconds = 365 * 24 * 60 * 60

/** The language in which the desk answers the running request: as chosen in this browser, else by what it accepts. */
export const deskLocale = cache(
  async (): Promise<Locale> =>
    deskLanguageFor((await cookies()).get(deskLanguageCookie)?.value, (await headers()).get('accept-language') ?? ''),
)

/** The words of the desk for the running request. */
export const deskWords = async (): Promise<DeskWords> => deskWordsIn(await deskLocale())

/** What the desk says in the readers' words (stages, dispositions, fields): what views that it shares with pages take. */
export interface DeskReading {
  locale: Locale
  t: Translator
}

/** The language of the running request with the readers' words in it. */
export async function deskReading(): Promise<DeskReading> {
  const locale = await deskLocale()
  return { locale, t: translator(locale) }
}

/** What the site is called, in the language of the running request. */
export const siteNameHere = async (): Promise<string> => say((await currentSite()).name, await deskLocale()).text

/** Keeps the language that was chosen, for the desk alone. Only actions may call it. */
export async function setDeskLanguage(locale: Locale): Promise<void> {
  const jar = await cookies()
  jar.set(deskLanguageCookie, locale, {
    httpOnly: true,
    sameSite: 'lax',
    path: '/admin',
    secure: isSecure(),
    maxAge: yearOfSeconds,
  })
}
