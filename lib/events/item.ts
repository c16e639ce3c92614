import type { Instant, Locale } from '@/lib/model'
import { type Block, blocksToHtml, blocksToText } from './blocks'
import { eventBody } from './body'
import type { StoredEvent } from './event'
import { feedInstant } from './instant'
import { EventReading } from './reading'
import { type Authority, tagId } from './tag'
import { eventTitle } from './title'
import { reportsOf, type ToldRecords } from './told-records'

/** One event as subscribers are told it; all addresses are absolute. */
export interface EventItem {
  /** A `tag:` address (RFC 4151) that never changes; that of another language is another. */
  id: string
  title: string
  /** Our page that has more. */
  url: string
  html: string
  text: string
  /** The day of a report as far as a feed can say it; of all else when it happened. */
  published: Instant
  /** When its text last changed. */
  updated: Instant
  categories: string[]
  /** The same for machines, with ids and dates as they were told. */
  data: object
}

/** Who tells, and to whom. */
export interface TellingTo {
  locale: Locale
  /** Scheme and host, without a slash at the end. */
  root: string
  authority: Authority
  records: ToldRecords
}

/** An event in words, with what it rests on. */
export function eventItem(event: StoredEvent, { locale, root, authority, records }: TellingTo): EventItem {
  const reading = new EventReading(locale, records)
  const site = `${root}/${locale}`
  const placed = { dossier: event.dossier, at: `${site}/${event.dossier}` }
  const blocks: Block[] = eventBody(event, reading, placed)
  return {
    id: tagId(authority, `${locale}/${event.kind}/${event.id}`),
    title: eventTitle(event, reading),
    url: addressOf(event, site),
    html: blocksToHtml(blocks, locale),
    text: blocksToText(blocks),
    published: instantOf(event, records),
    updated: event.updatedAt,
    categories: categoriesOf(event, records),
    data: dataOf(event),
  }
}

/** The page that tells more: of the report, of the change, of the edition. */
function addressOf({ kind, dossier, edition, data }: StoredEvent, site: string): string {
  const at = (folder: string, id: string) => `${site}/${dossier}/${folder}/${id}`
  switch (kind) {
    case 'reported':
    case 'corrected':
    case 'retracted':
      return at('reports', data.report)
    case 'edition':
      return `${site}/editions/${data.number}`
    case 'answers':
      return data.because.change === null ? `${site}/editions/${edition}` : at('changes', data.because.change)
    case 'contradiction':
    case 'settled':
      return `${site}/${dossier}/contradictions`
    default:
      return at('changes', data.change)
  }
}

function instantOf({ kind, dossier, at, day, data }: StoredEvent, records: ToldRecords): Instant {
  if (kind === 'reported') {
    const report = records.find('report', dossier, data.report)
    return report ? feedInstant(report.published, at) : at
  }
  // What a day brought happened on it, whenever it was written down.
  return day === null ? at : feedInstant(day, at)
}

function categoriesOf(event: StoredEvent, records: ToldRecords): string[] {
  const { kind, dossier, data } = event
  if (kind === 'edition') return [kind]
  const reports = kind === 'reported' || kind === 'corrected' || kind === 'retracted' ? reportsOf(event) : []
  const changes = reports.flatMap(
    (id) => records.find('report', dossier, id)?.effects.map(({ change }) => change) ?? [],
  )
  const own = kind === 'answers' ? data.because.change : 'change' in data ? data.change : null
  return [...new Set([kind, ...(own === null ? [] : [own]), ...changes])]
}

/** So many blocks of cases are given for machines in an item. */
const mostBlocks = 100

function dataOf({ id, kind, dossier, edition, day, at, data }: StoredEvent): object {
  const shared = { event: id, kind, dossier: dossier === '' ? null : dossier, edition, day, at }
  if (kind !== 'answers') return { ...shared, ...data }
  const blocks = data.moves.reduce((sum, { where }) => sum + where.length, 0)
  // What is cut would be taken for the whole: the events of the API have it.
  return { ...shared, ...data, blocks, moves: blocks > mostBlocks ? null : data.moves }
}
