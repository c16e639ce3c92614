import { closest } from 'fastest-levenshtein'
import type { eachDimension } from '@/lib/addresses/address'
import {
  askableIds,
  type DateText,
  type Day,
  type Dimension,
  type Dossier,
  findAskable,
  firstDay,
  isDate,
  isDay,
} from '@/lib/model'
import { findTerms } from '@/lib/terms/terms'
import { isUnreadable } from '@/lib/words/echo'
import { nearOnes } from '@/lib/words/near'
import { askableDays, isAskable } from './days'
import type { AskedAddress, Given, Query } from './query'
import { BadParameter } from './refusal'
import { typedDate } from './typed-date'

/*
 * Reads parameters of an address. An empty one counts as left out, as forms send it; a bad one throws `BadParameter`.
 */

function textIn(given: Given, name: string): string | undefined {
  if (Array.isArray(given)) throw new BadParameter(name, given.join(', '), { code: 'repeated' })
  if (given !== undefined && isUnreadable(given)) throw new BadParameter(name, given, { code: 'badText' })
  return given?.trim() || undefined
}

/** One text, without blanks around it, or undefined. */
export const textOf = <Name extends string>(query: Query<Name>, name: NoInfer<Name>): string | undefined =>
  textIn(query[name], name)

/** All texts of a parameter that may be given several times, empty ones left out. */
export const textsOf = <Name extends string>(query: Query<Name>, name: NoInfer<Name>): string[] =>
  [query[name] ?? []].flat().flatMap((given) => textIn(given, name) ?? [])

/** One text of at most so many characters. */
export function shortTextOf<Name extends string>(
  query: Query<Name>,
  name: NoInfer<Name>,
  most: number,
): string | undefined {
  const text = textOf(query, name)
  if (text && text.length > most) throw new BadParameter(name, text, { code: 'tooLong', most })
  return text
}

/** A day; where the table of addresses says that a date will do, a month or a year means its first day. */
export function dayOf<Name extends string>(
  { address, query }: AskedAddress<Name>,
  name: NoInfer<Name>,
): Day | undefined {
  const typed = textOf(query, name)
  if (typed === undefined) return undefined
  const text = typedDate(typed)
  if (address.parameters[name]?.kind !== 'date') {
    if (!isDay(text)) throw new BadParameter(name, typed, { code: 'badDay' })
    return text
  }
  if (!isDate(text)) throw new BadParameter(name, typed, { code: 'badDate' })
  return firstDay(text)
}

/** The day that is asked about: not farther away than anything can be said of. */
export function onOf<Name extends string>(asked: AskedAddress<Name>, name: NoInfer<Name>): Day | undefined {
  const day = dayOf(asked, name)
  return day === undefined ? undefined : askable(day, asked, name)
}

/** A day that may be asked about, given the current one; another is refused as one of the parameter. */
export function askable(day: Day, { present }: Pick<AskedAddress, 'present'>, parameter: string): Day {
  if (isAskable(day, present)) return day
  throw new BadParameter(parameter, day, { code: 'farDay', ...askableDays(present) })
}

/** The day by which reports count: not one that is still to come. */
export function knownOf<Name extends string>(asked: AskedAddress<Name>, name: NoInfer<Name>): Day | undefined {
  const day = dayOf(asked, name)
  const { present } = asked
  if (day !== undefined && day > present) throw new BadParameter(name, day, { code: 'futureKnown', present }, [present])
  return day
}

/** A day, a month or a year. */
export function dateOf<Name extends string>(query: Query<Name>, name: NoInfer<Name>): DateText | undefined {
  const typed = textOf(query, name)
  const date = typed === undefined ? undefined : typedDate(typed)
  if (date !== undefined && !isDate(date)) throw new BadParameter(name, typed ?? '', { code: 'badDate' })
  return date
}

/** The number of an edition. */
export function editionOf<Name extends string>(query: Query<Name>, name: NoInfer<Name>): number | undefined {
  const text = textOf(query, name)
  if (text === undefined) return undefined
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new BadParameter(name, text, { code: 'badEdition' })
  return Number(text)
}

/** The number of a page of a list; left out, the first. */
export function pageOf<Name extends string>(query: Query<Name>, name: NoInfer<Name>): number {
  const text = textOf(query, name) ?? '1'
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new BadParameter(name, text, { code: 'badPage' })
  return Number(text)
}

/** One of a closed list of words. */
export function wordOf<W extends string, Name extends string>(
  query: Query<Name>,
  name: NoInfer<Name>,
  words: readonly W[],
): W | undefined {
  const text = textOf(query, name)
  return text === undefined ? undefined : oneOfWords(text, name, words)
}

/** Some of a closed list of words, of a parameter that may be given several times; undefined where none is. */
export function wordsOf<W extends string, Name extends string>(
  query: Query<Name>,
  name: NoInfer<Name>,
  words: readonly W[],
): W[] | undefined {
  const found = textsOf(query, name).map((text) => oneOfWords(text, name, words))
  return found.length === 0 ? undefined : found
}

function oneOfWords<W extends string>(text: string, name: string, words: readonly W[]): W {
  const found = words.find((word) => word === text)
  if (!found) throw new BadParameter(name, text, { code: 'badWord', known: words }, nearOnes(text, words))
  return found
}

/** Some of a closed list of words, in one text with commas between them; undefined where it is not given. */
export function listedWordsOf<W extends string, Name extends string>(
  query: Query<Name>,
  name: NoInfer<Name>,
  words: readonly W[],
): W[] | undefined {
  const text = textOf(query, name)
  const found = (text ?? '').split(',').flatMap((part) => part.trim() || [])
  return text === undefined ? undefined : found.map((word) => oneOfWords(word, name, words))
}

/** How many items a page may have: `most`, or `usual` where it is left out. */
export function limitOf<Name extends string>(
  query: Query<Name>,
  name: NoInfer<Name>,
  { usual, most }: { usual: number; most: number },
): number {
  const text = textOf(query, name)
  if (text === undefined) return usual
  if (!/^[1-9]\d{0,3}$/.test(text) || Number(text) > most)
    throw new BadParameter(name, text, { code: 'badLimit', most })
  return Number(text)
}

/** The id of a record of the dossier. */
export function idOf<Name extends 'rule' | 'change' | 'actor' | 'source'>(
  query: Query<Name>,
  name: NoInfer<Name>,
  records: readonly { id: string }[],
): string | undefined {
  const text = textOf(query, name)
  return text === undefined ? undefined : recordId(text, records, { parameter: name, kind: name })
}

/** An id, where there is a record of it; else it is refused as a value of the parameter, in which `behind` stands behind it. */
export function recordId(
  id: string,
  records: readonly { id: string }[],
  {
    parameter,
    kind,
    behind = '',
  }: { parameter: string; kind: 'rule' | 'change' | 'actor' | 'source'; behind?: string },
): string {
  if (records.some((record) => record.id === id)) return id
  const near = nearOnes(
    id,
    records.map((record) => record.id),
  )
  const meant = near.map((one) => `${one}${behind}`)
  throw new BadParameter(parameter, id, { code: 'badRecord', kind }, meant)
}

/** A dossier of those that are public. */
export function dossierOf<Name extends string, D extends { id: string }>(
  query: Query<Name>,
  name: NoInfer<Name>,
  dossiers: readonly D[],
): D | undefined {
  const text = textOf(query, name)
  if (text === undefined) return undefined
  const found = dossiers.find(({ id }) => id === text)
  if (found) return found
  const ids = dossiers.map(({ id }) => id)
  throw new BadParameter(name, text, { code: 'missingDossier' }, nearOnes(text, ids))
}

/** A dimension by its id. */
export function dimensionOf<Name extends string>(
  { query, dossier }: { query: Query<Name>; dossier: Dossier },
  name: NoInfer<Name>,
): Dimension | undefined {
  const text = textOf(query, name)
  if (text === undefined) return undefined
  const known = dossier.dimensions.map(({ id }) => id)
  const found = dossier.dimensions.find(({ id }) => id === text)
  if (!found) throw new BadParameter(name, text, { code: 'badDimension', known }, nearOnes(text, known))
  return found
}

/** An address of a dossier that takes its dimensions as parameters. */
export interface AskedOfDossier {
  query: Query<typeof eachDimension>
  dossier: Dossier
}

/** Whether a dimension is named, be it with an empty value. */
export const isNamed = ({ query }: Pick<AskedOfDossier, 'query'>, dimension: string): boolean =>
  givenAs(query, dimension) !== undefined

/** Dimensions stand in the query under their own ids. */
const givenAs = (query: Query, dimension: string): Given =>
  Object.hasOwn(query, dimension) ? (query as Query<string>)[dimension] : undefined

/** Values that news text calls by these words. */
const namedBy = (dossier: Dossier, dimension: Dimension, words: string): string[] =>
  findTerms(dossier, words).flatMap((found) => (found.dimension === dimension ? [found.value.id] : []))

/** The values asked about, leaf or inner, groups and members, per dimension; a dimension left out is not in it. */
export function valuesOf(
  { query, dossier }: AskedOfDossier,
  dimensions: readonly Dimension[] = dossier.dimensions,
): Record<string, string> {
  const values: Record<string, string> = {}
  for (const dimension of dimensions) {
    const text = textIn(givenAs(query, dimension.id), dimension.id)
    if (text === undefined) continue
    if (!findAskable(dimension, text)) {
      const known = askableIds(dimension)
      const reason = { code: 'badValue' as const, dimension, closest: closest(text, known) }
      throw new BadParameter(dimension.id, text, reason, [
        ...namedBy(dossier, dimension, text),
        ...nearOnes(text, known),
      ])
    }
    values[dimension.id] = text
  }
  return values
}
