import { say, type Text } from './text'
import type { RecordKind } from './words'

/** The most bytes that the stored JSON of a record may have in UTF-8. */
export const mostBytes = (kind: RecordKind): number => (kind === 'dossier' ? 1_048_576 : 262_144)

const encoder = new TextEncoder()

/** How many bytes data takes as JSON in UTF-8; nothing takes none. */
export const bytesOf = (data: unknown): number =>
  data === null || data === undefined ? 0 : encoder.encode(JSON.stringify(data)).length

/** A number of bytes as people read it: `262 KB`. */
export const sayBytes = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / (1024 * 1024)).toFixed(1)} MB`

const longestTitle = 300

/** What a record is called in lists, of whatever has been written of it so far: its headline, title or name; '' without one. */
export function titleOf(data: unknown): string {
  if (typeof data !== 'object' || data === null) return ''
  for (const field of ['headline', 'title', 'name']) {
    const said = sayField(Reflect.get(data, field)).trim()
    if (said !== '') return [...said].slice(0, longestTitle).join('')
  }
  return ''
}

function sayField(field: unknown): string {
  if (typeof field === 'string') return field
  if (typeof field !== 'object' || field === null) return ''
  const texts = Object.entries(field).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1].trim() !== '',
  )
  return say(Object.fromEntries(texts) satisfies Text, 'en').text
}
