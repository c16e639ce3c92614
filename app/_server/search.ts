import { plainLanguage } from '@/lib/addresses/names'
import 'server-only'
import { database } from '@/db/client'
import { type Hit, searchCounts, searchRecords } from '@/db/queries/search'
import {
  type DateText,
  type Dossier,
  type Locale,
  publishedDate,
  type Report,
  type Said,
  type Source,
  say,
} from '@/lib/model'
import { countPublishers } from '@/lib/policy'
import { fieldsOf, type Names, namesIn, type SearchedKind } from '@/lib/search/fields'
import { mended, vocabularyOf } from '@/lib/search/near'
import { type Marked, markedWhole, snippetsOf } from '@/lib/search/snippet'
import { partsWithin, readSearch, type SearchQuery } from '@/lib/search/synonyms'
import { findDossier, type OpenDossier, openSite } from './site'

const resultsPerPage = 20
export const mostCharacters = 200

export interface SearchAsked {
  words: string
  kind?: SearchedKind | undefined
  dossier?: string | undefined
  edition?: number | undefined
  /** Counted from 1. */
  page: number
  locale: Locale
}

/** A record that was found, with what was searched for marked in its title and in a cut or two of its text. */
export interface FoundRecord {
  kind: SearchedKind
  id: string
  /** Null for a publisher. */
  dossier: Dossier | null
  /** When a report was published, as it is told; of an instant its day in the time zone of its dossier. */
  date: DateText | null
  title: Marked
  snippets: Marked[]
  /** Whether a report was seen; null for other records. */
  sourcing: Report['sourcing'] | null
  /** Who published a report. */
  publisher: { source: Source; name: Marked } | null
  /** Dossiers that have reports of a publisher. */
  reportedIn: Dossier[]
}

export interface Found {
  query: SearchQuery
  /** By kind and dossier, whatever the filter. */
  counts: { kind: SearchedKind; dossier: string; hits: number }[]
  /** How many records the filter leaves, and on how many pages. */
  total: number
  pages: number
  records: FoundRecord[]
  /** The search as it may have been meant, when nothing is found. */
  near: string | null
}

/** Searches all that is public at an edition; one page of what was found. */
export async function findRecords({ words, kind, dossier, edition, page, locale }: SearchAsked): Promise<Found> {
  const { dossiers } = await openSite(edition)
  const opened = await Promise.all(dossiers.map(({ id }) => findDossier(id, edition)))
  const open = new Map(opened.flatMap((one) => (one ? [[one.dossier.id, one] as const] : [])))
  const names = new Map([...open].map(([id, { records, sources }]) => [id, namesIn(records, [...sources.values()])]))
  const query = readSearch(words, dossiers)
  const { db } = await database()
  const [counts, hits] = await Promise.all([
    searchCounts(db, { query, edition }),
    searchRecords(db, {
      query,
      kind,
      dossier,
      edition,
      limit: resultsPerPage,
      offset: (page - 1) * resultsPerPage,
    }),
  ])
  const left = counts.filter((row) => (!kind || row.kind === kind) && (!dossier || row.dossier === dossier))
  const total = left.reduce((sum, row) => sum + row.hits, 0)
  return {
    query,
    counts,
    total,
    pages: Math.ceil(total / resultsPerPage),
    records: hits.map((hit) => foundRecord(hit, { query, open, names, locale })),
    near: counts.length === 0 ? nearTo(words, [...open.values()]) : null,
  }
}

interface Within {
  query: SearchQuery
  open: ReadonlyMap<string, OpenDossier>
  names: ReadonlyMap<string, Names>
  locale: Locale
}

function foundRecord({ kind, id, dossier, record }: Hit, { query, open, names, locale }: Within): FoundRecord {
  const own = open.get(dossier)
  const parts = partsWithin(query, dossier)
  const fields = fieldsOf(kind, record as never, names.get(dossier) ?? null)
  const [first = { text: id, language: plainLanguage }] = fields.title
  const title = fields.title.find(({ language }) => language === locale) ?? first
  const publisher = kind === 'report' ? (own?.sources.get((record as Report).source) ?? null) : null
  const seen = [title, ...(publisher ? [say(publisher.name, locale)] : [])]
  const isSeen = (said: Said) => seen.some(({ text }) => text === said.text)
  const others = [...fields.rest, ...fields.title].filter((said) => !isSeen(said))
  return {
    kind,
    id,
    dossier: own?.dossier ?? null,
    date: kind === 'report' && own ? publishedDate((record as Report).published, own.dossier.timeZone) : null,
    sourcing: kind === 'report' ? (record as Report).sourcing : null,
    title: markedWhole(title, parts),
    snippets: snippetsOf(seen, others, parts, locale),
    publisher: publisher && { source: publisher, name: markedWhole(say(publisher.name, locale), parts) },
    reportedIn:
      kind === 'source' ? [...open.values()].filter((one) => reportsOf(one, id)).map((one) => one.dossier) : [],
  }
}

const reportsOf = ({ records }: OpenDossier, source: string) => countPublishers(records.reports).used.has(source)

const nearTo = (words: string, opened: readonly OpenDossier[]): string | null =>
  mended(
    words,
    vocabularyOf(
      opened.map(({ records }) => records),
      [...(opened[0]?.sources.values() ?? [])],
    ),
  )
