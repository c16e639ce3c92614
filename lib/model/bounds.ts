import { z } from 'zod'
import type { RecordKind } from './words'

/** Most items of a list that people fill in one by one, and of one that is counted in values: tables, trees, phases. */
export const mostItems = 100
export const mostValues = 2000

/** Schema of a list of so many items at most. */
export const listOf = <Item extends z.ZodType>(item: Item, most = mostItems) =>
  z.array(item).max(most, {
    error: (issue) => `holds ${Array.isArray(issue.input) ? issue.input.length : 'many'} items: ${most} at most`,
  })

/** For `refine`: no more names of fields than a list may have items. */
export const fewNames = (what: string): [(fields: object) => boolean, string] => [
  (fields) => Object.keys(fields).length <= mostItems,
  `holds too many ${what}: ${mostItems} at most`,
]

/** Most levels of lists and groups inside each other: more than any record has, and few enough for every recursion. */
const mostLevels = 64

/** Whether data stands in more levels than a record may have. Takes no room on the stack, however deep the data is. */
export function isTooDeep(data: unknown): boolean {
  let level = [data]
  for (let depth = 0; depth <= mostLevels; depth++) {
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []))
    if (level.length === 0) return false
  }
  return true
}

export const tooDeepMessage = `is nested too deeply: ${mostLevels} levels at most`

/** The most bytes that the stored JSON of a record may have in UTF-8. */
export const mostBytes = (kind: RecordKind): number => (kind === 'dossier' || kind === 'site' ? 1_048_576 : 262_144)

const encoder = new TextEncoder()

/** How many bytes data takes as JSON in UTF-8; nothing takes none. */
export const bytesOf = (data: unknown): number =>
  data === null || data === undefined ? 0 : encoder.encode(JSON.stringify(data)).length

/** A number of bytes as people read it: `262 KB`. */
export const sayBytes = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / (1024 * 1024)).toFixed(1)} MB`

/** What is said of a record with more than `mostBytes`. */
export const tooLargeMessage = (kind: RecordKind, bytes: number): string =>
  `is too large: ${sayBytes(bytes)}, and a ${kind} may have ${sayBytes(mostBytes(kind))}`
