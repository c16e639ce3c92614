import { plainLanguage } from '@/lib/addresses/names'
import type { Report } from './records'
import { locales, say, type Text } from './text'

/** What a report is called: by our own headline where it has one, for the original says nothing by itself then. */
export const headingOf = ({ title, headline }: Pick<Report, 'title' | 'headline'>): Text => title ?? headline

const longestTitle = 300

/**
 * What a record is called in lists, of whatever has been written of it so far: its title, headline or name, in a language where it has
 * one in that; '' without one.
 */
export function titleOf(data: unknown, language: string = plainLanguage): string {
  if (typeof data !== 'object' || data === null) return ''
  for (const field of ['title', 'headline', 'name']) {
    const said = sayField(Reflect.get(data, field), language).trim()
    if (said !== '') return [...said].slice(0, longestTitle).join('')
  }
  return ''
}

/** As `titleOf`, for the lists of a desk that is read in several languages: one text, or one per language where they differ. */
export function titlesOf(data: unknown): Text {
  const titles = Object.fromEntries(locales.map((language) => [language, titleOf(data, language)]))
  const plain = titleOf(data)
  return Object.values(titles).every((title) => title === plain) ? plain : titles
}

/** Titles as they are kept in a column of their own: a plain text as it is, several languages as JSON. */
export const keptTitles = (titles: Text): string => (typeof titles === 'string' ? titles : JSON.stringify(titles))

/** The titles that `keptTitles` has kept; what is no such JSON is a plain text. */
export function readTitles(kept: string): Text {
  if (!kept.startsWith(`{"${plainLanguage}":"`)) return kept
  try {
    const titles: unknown = JSON.parse(kept)
    return typeof titles === 'object' && Object.values(Object(titles)).every((one) => typeof one === 'string')
      ? (titles as Text)
      : kept
  } catch {
    return kept
  }
}

function sayField(field: unknown, language: string): string {
  if (typeof field === 'string') return field
  if (typeof field !== 'object' || field === null) return ''
  const texts = Object.entries(field).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1].trim() !== '',
  )
  return say(Object.fromEntries(texts) satisfies Text, language).text
}
