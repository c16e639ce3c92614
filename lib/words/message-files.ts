import en from '@/content/messages/en.json'
import ja from '@/content/messages/ja.json'
import type { Locale } from '@/lib/model'

export type Messages = typeof en

/** The words of the site as they stand in `content/messages`, by language. */
export const messages: Record<Locale, Messages> = { en, ja }
