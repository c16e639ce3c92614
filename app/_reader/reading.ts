import type { Counts } from '@/app/_server/site'
import type { Edition } from '@/db/queries/edition'
import type { Address, PiecesBelow } from '@/lib/addresses/address'
import type { PageAddress } from '@/lib/addresses/pages'
import type { Given, Query } from '@/lib/asking/query'
import type { BadParameter } from '@/lib/asking/refusal'
import type { Dossier, DossierRecords, Locale, Site, Source } from '@/lib/model'
import type { Compiled } from '@/lib/policy'
import type { Translator } from '@/lib/words/messages'

/** Who reads, in which language, and where: what every public page knows. */
export interface Reader<Name extends string = never> {
  locale: Locale
  t: Translator
  /** What the tracker says of itself at the edition that is read, and its name in the language of the reader. */
  site: Site
  siteName: string
  /** The edition that is read. */
  edition: Edition
  /** The number of the newest one. */
  newest: number
  /** The row of the table of addresses that is read. */
  address: Address
  /** Path below the locale, `/japan-defence-transfers/timeline`; empty for the home page. */
  path: string
  /** What the page may read of its address: the parameters that its row in the table has. */
  query: Query<Name>
  /** Parameters of the address that cannot be used, where only its form is shown again. */
  refused?: ReadonlyMap<string, BadParameter>
  counts: Counts
  /** In which days are told: that of the dossier that is read, else of the site. */
  timeZone: string
  /** The current day, in the time zone of the dossier that is read; or the one that the address names instead. */
  today: string
  /** The current day there, whatever the address names. */
  present: string
  pinned: Pinned
  /** Scheme and host of the site as the reader sees it, for addresses that leave the page. */
  origin: string
  /** Whether one can follow by mail here. */
  hasMail: boolean
}

/** What an address fixes for all pages reached from it: an edition, and the day that counts as today. */
export interface Pinned {
  edition?: number | undefined
  on?: string | undefined
}

/** A reader within one dossier. */
export interface Reading<Name extends string = never> extends Reader<Name> {
  dossier: Dossier
  records: DossierRecords
  compiled: Compiled
  sources: Map<string, Source>
}

type Place = Pick<Reader, 'locale' | 'pinned'>

/** Address of a page of the site, at the edition that is read: `siteHref(reader, 'feeds')`. */
export function siteHref({ locale, pinned }: Place, ...parts: string[]): string {
  const query = queries.get(pinned) ?? withQuery('', pinsOf({ pinned }))
  queries.set(pinned, query)
  return ['', locale, ...parts].join('/') + query
}

/** What is pinned is the same in every address of a page. */
const queries = new WeakMap<Pinned, string>()

/** Address of the page on which one asks to be told by mail, of a feed by its path below the language and its query. */
export const followHref = ({ locale }: Pick<Place, 'locale'>, what: string): string =>
  withQuery(siteHref({ locale, pinned: {} }, 'follow'), { what: what || undefined })

/** Address of a page of the dossier that is read, at the same edition: `hrefTo(reading, 'rules', id)`. */
export const hrefTo = (
  place: Place & Pick<Reading, 'dossier'>,
  ...pieces: PiecesBelow<'/{locale}/{dossier}', PageAddress>
): string => siteHref(place, ...[place.dossier.id, ...pieces])

/** What is pinned, as parameters. */
export const pinsOf = ({ pinned: { edition, on } }: { pinned: Pinned }): Record<string, string | undefined> => ({
  edition: edition === undefined ? undefined : String(edition),
  on,
})

/**
 * An address with more parameters. Those it has stay unless they are given anew, values that are empty fall away, the order
 * is that of the giving. A list is a parameter that is given several times.
 */
export function withQuery(
  address: string,
  query: Record<string, string | readonly string[] | null | undefined>,
): string {
  if (Object.values(query).every((value) => value === undefined)) return address
  const [path = '', had = ''] = address.split('?', 2)
  const before = new Map<string, string[]>()
  for (const [name, value] of new URLSearchParams(had)) before.set(name, [...(before.get(name) ?? []), value])
  const kept = Object.entries({ ...Object.fromEntries(before), ...query }).flatMap(([name, given]) =>
    [given].flat().flatMap((value): [string, string][] => (value ? [[name, value]] : [])),
  )
  return kept.length === 0 ? path : `${path}?${new URLSearchParams(kept)}`
}

/** The query of the address that is read, as it was given. */
export function searchOf(query: Query): string {
  const pairs = Object.entries<Given>(query).flatMap(([name, value]) =>
    (value === undefined ? [] : [value].flat()).map((one): [string, string] => [name, one]),
  )
  return pairs.length > 0 ? `?${new URLSearchParams(pairs)}` : ''
}
