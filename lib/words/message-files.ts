import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import en from '@/content/messages/en.json'
import ja from '@/content/messages/ja.json'
import { english, japanese, messageFolders } from '@/lib/addresses/names'
import type { Locale } from '@/lib/model'
import { locales } from '@/lib/model'

export type Messages = typeof en

/** Texts by their names, in groups. */
export interface Texts {
  [name: string]: string | Texts
}

/** A file of texts below the folders of messages; null where there is none, or it is no JSON: `check` says what is wrong with it. */
export function readTexts(file: string): Texts | null {
  for (const folder of messageFolders().toReversed())
    try {
      return JSON.parse(readFileSync(join(folder, file), 'utf8')) as Texts
    } catch {
      // The next folder may have it.
    }
  return null
}

/** The texts of a language over those of the first one, which stand where it has none. */
export function withFallback<All extends object>(first: All, texts: Texts | null): All {
  const all = Object.entries(first).map(([name, text]) => {
    const own = texts?.[name]
    if (typeof text === 'string') return [name, typeof own === 'string' ? own : text]
    return [name, withFallback(text as object, typeof own === 'object' ? own : null)]
  })
  return Object.fromEntries(all) as All
}

const ownFiles: Record<string, Messages> = { [english]: en, [japanese]: ja }

/** The words of the site by language, as they stand in the folders of messages when it starts. */
export const messages: ReadonlyMap<Locale, Messages> = new Map(
  locales.map((locale) => [locale, withFallback(ownFiles[locale] ?? en, readTexts(`${locale}.json`))]),
)

/** The words of one language; of one that is none of ours, those of the first. */
export const messagesIn = (locale: Locale): Messages => messages.get(locale) ?? en
