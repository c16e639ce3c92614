import type { Edition } from '@/db/queries/edition'
import type { Dossier, DossierRecords, Locale, Source } from '@/lib/model'
import type { Compiled } from '@/lib/policy'
import type { Translator } from '@/lib/text/messages'

/** Who reads, in which language, and where: what every public page knows. */
export interface Reader {
  locale: Locale
  t: Translator
  edition: Edition
  /** Path below the locale, `/japan-defence-transfers/timeline`; empty for the home page. */
  path: string
  query: Query
  counts: { dossiers: number; reports: number; rules: number }
  /** The current day, in the time zone of the dossier that is read. */
  today: string
}

/** A reader within one dossier. */
export interface Reading extends Reader {
  dossier: Dossier
  records: DossierRecords
  compiled: Compiled
  sources: Map<string, Source>
}

/** The query of an address as Next hands it over. */
export type Query = Record<string, string | string[] | undefined>

/** Address of a page of the dossier that is read: `hrefTo(reading, 'rules', id)`. */
export const hrefTo = ({ locale, dossier }: Pick<Reading, 'locale' | 'dossier'>, ...parts: string[]): string =>
  `/${[locale, dossier.id, ...parts].join('/')}`

/** An address with its query; values that are empty fall away, the order is the given one. */
export function withQuery(path: string, query: Record<string, string | null | undefined>): string {
  const kept = Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1]))
  return kept.length === 0 ? path : `${path}?${new URLSearchParams(kept)}`
}

/** The query of the address that is read, as it was given. */
export function searchOf(query: Query): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value ?? '']).map((one): [string, string] => [name, one]),
  )
  return pairs.length > 0 ? `?${new URLSearchParams(pairs)}` : ''
}
