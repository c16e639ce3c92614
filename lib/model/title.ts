import { plainLanguage } from '@/lib/addresses/names'
import type { Report } from './records'
import { say, type Text } from './text'

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

function sayField(field: unknown, language: string): string {
  if (typeof field === 'string') return field
  if (typeof field !== 'object' || field === null) return ''
  const texts = Object.entries(field).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1].trim() !== '',
  )
  return say(Object.fromEntries(texts) satisfies Text, language).text
}
