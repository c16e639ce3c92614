import { askableDays, isAskable } from '@/lib/api/question'
import {
  type DateText,
  type Day,
  type Dimension,
  type Dossier,
  findValue,
  isDate,
  isDay,
  walkValues,
} from '@/lib/model'
import { findTerms } from '@/lib/terms/terms'
import { formatDate } from '@/lib/words/dates'
import { isUnreadable } from '@/lib/words/echo'
import { dimensionName } from '@/lib/words/names'
import { nearOnes } from '@/lib/words/near'
import type { Query, Reader, Reading } from './reading'
import { BadParameter } from './refusal'

/*
 * Reads parameters of an address. An empty one counts as left out, as forms send it; a bad one throws `BadParameter`.
 */

/** One text, or undefined. */
export function textOf(query: Query, name: string): string | undefined {
  const given = query[name]
  if (Array.isArray(given)) throw new BadParameter(name, given.join(', '), (t) => t('errors.repeated'))
  if (given !== undefined && isUnreadable(given)) throw new BadParameter(name, given, (t) => t('errors.badText'))
  return given?.trim() || undefined
}

/** A full day. */
export function dayOf(query: Query, name: string): Day | undefined {
  const text = textOf(query, name)
  if (text !== undefined && !isDay(text)) throw new BadParameter(name, text, (t) => t('errors.badDay'))
  return text
}

/** The day that is asked about: not farther away than anything can be said of. */
export function onOf({ query, present, locale }: Reader, name: string): Day | undefined {
  const day = dayOf(query, name)
  if (day === undefined || isAskable(day, present)) return day
  const { first, last } = askableDays(present)
  const range = { first: formatDate(first, locale), last: formatDate(last, locale) }
  throw new BadParameter(name, day, (t) => t('errors.farDay', range))
}

/** The day by which reports count: not one that is still to come. */
export function knownOf({ query, present, locale }: Reader, name: string): Day | undefined {
  const day = dayOf(query, name)
  if (day !== undefined && day > present)
    throw new BadParameter(name, day, (t) => t('errors.futureKnown', { date: formatDate(present, locale) }), [present])
  return day
}

/** A day, a month or a year. */
export function dateOf(query: Query, name: string): DateText | undefined {
  const text = textOf(query, name)
  if (text !== undefined && !isDate(text)) throw new BadParameter(name, text, (t) => t('errors.badDate'))
  return text
}

/** One of a closed list of words. */
export function wordOf<W extends string>(query: Query, name: string, words: readonly W[]): W | undefined {
  const text = textOf(query, name)
  const found = words.find((word) => word === text)
  if (text !== undefined && !found)
    throw new BadParameter(name, text, (t) => t('errors.badWord', { known: words.join(', ') }), nearOnes(text, words))
  return found
}

/** The id of a record of the dossier. */
export function idOf(
  query: Query,
  name: 'rule' | 'change' | 'actor' | 'source',
  records: readonly { id: string }[],
): string | undefined {
  const text = textOf(query, name)
  if (text === undefined || records.some(({ id }) => id === text)) return text
  const near = nearOnes(
    text,
    records.map(({ id }) => id),
  )
  throw new BadParameter(name, text, (t) => t('errors.badRecord', { kind: name }), near)
}

/** A dimension by its id. */
export function dimensionOf({ query, dossier }: Reading, name: string): Dimension | undefined {
  const text = textOf(query, name)
  if (text === undefined) return undefined
  const known = dossier.dimensions.map(({ id }) => id)
  const found = dossier.dimensions.find(({ id }) => id === text)
  if (!found)
    throw new BadParameter(
      name,
      text,
      (t) => t('errors.badDimension', { known: known.join(', ') }),
      nearOnes(text, known),
    )
  return found
}

/** Values that news text calls by these words. */
const namedBy = (dossier: Dossier, dimension: Dimension, words: string): string[] =>
  findTerms(dossier, words).flatMap((found) => (found.dimension === dimension ? [found.value.id] : []))

/** The values asked about, leaf or inner, per dimension; a dimension left out is not in it. */
export function questionOf(
  { query, dossier, locale }: Reading,
  dimensions = dossier.dimensions,
): Record<string, string> {
  const question: Record<string, string> = {}
  for (const dimension of dimensions) {
    const text = textOf(query, dimension.id)
    if (text === undefined) continue
    if (!findValue(dimension, text)) {
      const known = [...walkValues(dimension.values)].map(({ value }) => value.id)
      const name = dimensionName(dimension, locale).text
      throw new BadParameter(dimension.id, text, (t) => t('errors.badValue', { dimension: name }), [
        ...namedBy(dossier, dimension, text),
        ...nearOnes(text, known),
      ])
    }
    question[dimension.id] = text
  }
  return question
}
