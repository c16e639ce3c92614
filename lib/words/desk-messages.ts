import { createTranslator } from 'use-intl/core'
import en from '@/content/messages/desk/en.json'
import ja from '@/content/messages/desk/ja.json'
import { english, japanese } from '@/lib/addresses/names'
import { type Locale, locales } from '@/lib/model'
import { readTexts, withFallback } from './message-files'

/** The words of the desk, by screen; its English file is what the others are checked against. */
export type DeskMessages = typeof en

const ownFiles: Record<string, DeskMessages> = { [english]: en, [japanese]: ja }

/** The languages in which the desk has words of its own, with these. */
const messages = new Map<Locale, DeskMessages>(
  locales.flatMap((locale): [Locale, DeskMessages][] => {
    const texts = readTexts(`desk/${locale}.json`)
    const own = ownFiles[locale]
    return own || texts ? [[locale, withFallback(own ?? en, texts)]] : []
  }),
)

const messagesIn = (locale: Locale): DeskMessages => messages.get(locale) ?? en

const translatorFor = (locale: Locale) => createTranslator<DeskMessages>({ locale, messages: messagesIn(locale) })

/** The words of the desk in one language, in ICU message syntax. */
export type DeskWords = ReturnType<typeof translatorFor>

const translators = new Map<Locale, DeskWords>()

/** The words of the desk (`content/messages/desk`) in one language. No public page loads them. */
export function deskWordsIn(locale: Locale): DeskWords {
  const known = translators.get(locale) ?? translatorFor(locale)
  translators.set(locale, known)
  return known
}

/** What can be wrong with a record or a form, as it is told in English (`faultInWords`). */
export const englishFaults = en.fault

/** What the desk says in a browser: plain texts with `{names}` to be filled in, and no more syntax than that. */
export type BrowserWords = DeskMessages['browser']

/** The words that go to the browser, in one language. */
export const browserWordsIn = (locale: Locale): BrowserWords => messagesIn(locale).browser

/** What is said of a form that another site sent to the desk, before any page is drawn. */
export const foreignFormIn = (locale: Locale): DeskMessages['foreignForm'] => messagesIn(locale).foreignForm

export const deskLocales: readonly Locale[] = [...messages.keys()]

/** The languages that the desk can be read in, each by its own name. */
export const deskLanguages = [...messages].map(([locale, { language }]) => ({ locale, name: language.own }))
