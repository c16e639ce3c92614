import type { Locale } from '@/lib/model'
import { deskLocales } from './desk-messages'
import { languageFor } from './language'

/** The cookie in which a browser keeps the language that its user chose for the desk. */
export const deskLanguageCookie = 'rulewire-desk-language'

/** The language of the desk, one in which it has words: the one that was chosen, else by an `Accept-Language`, as for readers who name none. */
export const deskLanguageFor = (chosen: string | undefined, accepted: string): Locale =>
  deskLocales.find((one) => one === chosen) ?? languageFor(accepted, deskLocales)
