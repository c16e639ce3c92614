import type { Query } from './query'
import { textOf } from './read'
import { BadParameter } from './refusal'

/** A place in a list: where a page begins, of what stood at which edition. */
export interface ListPlace {
  /** The edition that the first page named: all further ones are of it. */
  edition: number
  /** From which edition on the list tells what changed; null: it tells what stands. */
  since: number | null
  /** What stood last on the page before, by what the list is sorted by. */
  behind: string[]
}

const part = /^[a-z0-9-]{0,120}$/

/** A place of a list as opaque text for an address. */
export const writeListPlace = (list: string, { edition, since, behind }: ListPlace): string =>
  Buffer.from([list, edition, since ?? '', ...behind].join(' ')).toString('base64url')

/**
 * The place in a list that `cursor` names; null without one. `size` is how many texts a place of this list is told by. Throws
 * `BadParameter` for anything but the exact text that `writeListPlace` makes of a place of the same list.
 */
export function listPlaceOf(query: Query<'cursor'>, list: string, size: number): ListPlace | null {
  const text = textOf(query, 'cursor')
  if (text === undefined) return null
  const [, edition = '', since = '', ...behind] = Buffer.from(text, 'base64url').toString('utf8').split(' ')
  const isSound =
    behind.length === size &&
    behind.every((one) => part.test(one)) &&
    isNumber(edition) &&
    (since === '' || isNumber(since))
  const place = { edition: Number(edition), since: since === '' ? null : Number(since), behind }
  if (!isSound || writeListPlace(list, place) !== text) throw new BadParameter('cursor', text, { code: 'badCursor' })
  return place
}

const isNumber = (text: string): boolean => /^(?:0|[1-9]\d{0,8})$/.test(text)
