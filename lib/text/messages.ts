import { createTranslator } from 'use-intl/core'
import en from '@/content/messages/en.json'
import ja from '@/content/messages/ja.json'
import type { Locale } from '@/lib/model'

export type Messages = typeof en

const translatorFor = (locale: Locale, messages: Messages) => createTranslator<Messages>({ locale, messages })

/** The words of the site in one language; its keys are checked against the English file. */
export type Translator = ReturnType<typeof translatorFor>

const translators: Record<Locale, Translator> = { en: translatorFor('en', en), ja: translatorFor('ja', ja) }

/** The words of the site (`content/messages`) in the reader's language, in ICU message syntax. */
export const translator = (locale: Locale): Translator => translators[locale]
