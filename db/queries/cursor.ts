import { isDay, isId } from '@/lib/model'

/** A cursor that this program did not make. */
export class BadCursorError extends Error {
  constructor() {
    super('is not a cursor of this list')
    this.name = 'BadCursorError'
  }
}

/** A place in a list of reports, next to one report, and the direction to read in from there. */
export interface Cursor {
  towards: 'older' | 'newer'
  day: string
  id: string
  dossier: string
}

const wordOf = { older: 'o', newer: 'n' } as const

/** A cursor as opaque text for a URL. It names a place, not a page number, so it holds while new reports arrive. */
export function writeCursor({ towards, day, id, dossier }: Cursor): string {
  return Buffer.from([wordOf[towards], day, id, dossier].join(' ')).toString('base64url')
}

/** Reads a cursor back; throws `BadCursorError` for anything but the exact text that `writeCursor` makes. */
export function readCursor(text: string): Cursor {
  const [word, day = '', id = '', dossier = '', ...rest] = Buffer.from(text, 'base64url').toString('utf8').split(' ')
  const towards = word === wordOf.older ? 'older' : word === wordOf.newer ? 'newer' : null
  if (!towards || rest.length > 0 || !isDay(day) || !isId(id) || !isId(dossier)) throw new BadCursorError()
  const cursor = { towards, day, id, dossier } as const
  if (writeCursor(cursor) !== text) throw new BadCursorError()
  return cursor
}

/** A place in the list of events, as opaque text for a URL. */
export const writePlace = (place: number): string => Buffer.from(`e ${place}`).toString('base64url')

/** Reads it back; throws `BadCursorError` for anything but the exact text that `writePlace` makes. */
export function readPlace(text: string): number {
  const [, digits] = /^e (\d{1,9})$/.exec(Buffer.from(text, 'base64url').toString('utf8')) ?? []
  if (digits === undefined || writePlace(Number(digits)) !== text) throw new BadCursorError()
  return Number(digits)
}
