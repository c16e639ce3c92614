import { and, asc, count, desc, eq, exists, gt, inArray, lte, max, ne, notExists, or, type SQL, sql } from 'drizzle-orm'
import type { Db } from '@/db/dialect'
import { eventRecords, events, reports } from '@/db/schema'
import type { Query } from '@/lib/asking/query'
import { valuesOf } from '@/lib/asking/read'
import { type FilterName, filterNames, readFilter, type TimelineFilter } from '@/lib/asking/timeline-filter'
import type { EventKind, StoredEvent } from '@/lib/events/event'
import { recordsTouching, tellsOfAnswer } from '@/lib/events/touching'
import type { Followed, RecordFolder } from '@/lib/feeds/followed'
import type { NamedFollowed } from '@/lib/feeds/followed-words'
import type { Actor, Dossier, RecordKind, Rule } from '@/lib/model'
import { type RecordKey, recordKey } from '../key'
import { eventColumns } from './event'
import { atMost } from './limit'
import { findRecord, listRecords, listSources } from './record'
import { matches } from './timeline-filter'

/** What is followed, once it is known that it is there: as one address spells it, and which events tell of it. */
export interface OpenFollowed extends NamedFollowed {
  where: SQL | undefined
  /** Whether an event that `where` lets through tells of it; null: all do. */
  keeps: ((event: StoredEvent) => boolean) | null
}

const kindOf: Record<RecordFolder, RecordKind> = {
  rules: 'rule',
  changes: 'change',
  actors: 'actor',
  sources: 'source',
}

/**
 * Looks up what is followed; null where there is no such dossier or record. Throws `BadParameter` for a filter or a question that the
 * dossier cannot answer.
 */
export async function openFollowed(db: Db, asked: Followed): Promise<OpenFollowed | null> {
  const { dossier: id, folder, id: record, filter, question, only } = asked
  const everything = { dossier: null, title: null, names: {}, keeps: null }
  if (only) return { ...everything, followed: { only }, where: inArray(events.kind, noted) }
  if (id === undefined) return { ...everything, followed: {}, where: isStanding(db) }
  const dossier = (await findRecord(db, recordKey('dossier', id, id)))?.record
  if (!dossier) return null
  const open = { dossier, title: null, names: {}, keeps: null }
  if (folder !== undefined && record !== undefined) {
    const key = recordKey(kindOf[folder], id, record)
    const found = await findRecord(db, key)
    if (!found) return null
    const { record: data } = found
    const title = 'title' in data && data.title ? data.title : 'name' in data ? data.name : record
    return {
      ...open,
      followed: { dossier: id, folder, id: record },
      title,
      where: and(inDossier(id), concerns(db, [key]), isStanding(db)),
    }
  }
  if (question) return openAnswer(db, dossier, question)
  if (!filter) return { ...open, followed: { dossier: id }, where: and(inDossier(id), isStanding(db)) }
  return openFilter(db, dossier, filter)
}

const noted: EventKind[] = ['corrected', 'retracted']

const inDossier = (dossier: string) => eq(events.dossier, dossier)

/**
 * That a report is the one which an event tells of. For a cross join, which the embedded database takes in its order: it begins with the
 * records of the event, and finds them by its place, as what is put after kind and dossier keeps it from walking through all reports of those.
 */
const isTold = [
  eq(eventRecords.place, events.place),
  sql`${eventRecords.kind} || '' = 'report'`,
  eq(reports.dossier, sql`${eventRecords.dossier} || ''`),
  eq(reports.id, eventRecords.id),
]

/** A report of which nothing held when it came is in no feed unless it is asked for (model, section 2). */
const isStanding = (db: Db): SQL | undefined =>
  or(
    ne(events.kind, 'reported'),
    notExists(
      db
        .select({ one: sql`1` })
        .from(eventRecords)
        .crossJoin(reports)
        .where(
          and(
            ...isTold,
            eq(reports.discredited, true),
            lte(reports.edition, events.edition),
            gt(reports.until, events.edition),
          ),
        ),
    ),
  )

/** The events that concern one of some records, by their index. */
const concerns = (db: Db, keys: readonly RecordKey[]): SQL => {
  const such = or(
    ...keys.map(({ kind, dossier, id }) =>
      and(eq(eventRecords.kind, kind), eq(eventRecords.dossier, dossier), eq(eventRecords.id, id)),
    ),
  )
  return inArray(events.place, db.select({ place: eventRecords.place }).from(eventRecords).where(such))
}

/** The same of events that are few: each is looked at by its place, whatever else concerns those records. */
const isAbout = (db: Db, keys: readonly RecordKey[]): SQL => {
  const such = or(
    ...keys.map(({ kind, dossier, id }) =>
      and(
        sql`${eventRecords.kind} || '' = ${kind}`,
        sql`${eventRecords.dossier} || '' = ${dossier}`,
        eq(eventRecords.id, id),
      ),
    ),
  )
  return exists(
    db
      .select({ one: sql`1` })
      .from(eventRecords)
      .where(and(eq(eventRecords.place, events.place), such)),
  )
}

/** The filter of a timeline: the reports that it has shown, as each was when it was told of, and what became of them. */
async function openFilter(db: Db, dossier: Dossier, given: NonNullable<Followed['filter']>): Promise<OpenFollowed> {
  const { id } = dossier
  const [rules, changes, actors, sources] = await Promise.all([
    listRecords(db, 'rule', id),
    listRecords(db, 'change', id),
    listRecords(db, 'actor', id),
    listSources(db),
  ])
  const query = Object.fromEntries(filterNames.map((name) => [name, given[name]])) as Query<FilterName>
  const { filter, parameters } = readFilter(query, { rules, changes, actors, sources })
  const open = { dossier, title: null, names: {}, keeps: null }
  if (Object.keys(parameters).length === 0)
    return { ...open, followed: { dossier: id }, where: and(inDossier(id), isStanding(db)) }
  const where = and(
    inDossier(id),
    inArray(events.kind, ['reported', ...noted]),
    ...named(db, id, filter),
    // In the lists of editions before it had this id it has another: there the event alone tells that it is this dossier.
    tellsOfReport(db, dossier.formerly?.length ? null : id, filter),
  )
  const { rule, change, actor, source } = parameters
  const names = {
    ...nameIn(rules, 'rule', rule),
    ...nameIn(changes, 'change', change),
    ...nameIn(actors, 'actor', actor),
    ...nameIn(sources, 'source', source),
  }
  return { ...open, names, followed: { dossier: id, filter: parameters }, where }
}

function nameIn(
  records: readonly (Pick<Rule, 'id' | 'title'> | Pick<Actor, 'id' | 'name'>)[],
  kind: FilterName,
  id: string | undefined,
): NamedFollowed['names'] {
  const found = id === undefined ? undefined : records.find((record) => record.id === id)
  return found ? { [kind]: 'title' in found ? found.title : found.name } : {}
}

/** What an index finds of a filter: the report must concern what it names. */
function named(db: Db, dossier: string, { changes, actor, source }: TimelineFilter): SQL[] {
  const keys = [
    changes?.map((id) => recordKey('change', dossier, id)),
    actor === undefined ? undefined : [recordKey('actor', dossier, actor)],
    source === undefined ? undefined : [recordKey('source', '', source)],
  ]
  return keys.flatMap((some) => (some === undefined ? [] : [some.length === 0 ? sql`1 = 0` : concerns(db, some)]))
}

/** The report as it was when the event came to be; of a retraction, as it was before. */
function tellsOfReport(db: Db, dossier: string | null, filter: TimelineFilter): SQL {
  const edition = sql`CASE WHEN ${events.kind} = 'retracted' THEN ${events.edition} - 1 ELSE ${events.edition} END`
  const told = db
    .select({ count: count() })
    .from(eventRecords)
    .crossJoin(reports)
    .where(and(...isTold, matches(db, { dossier, filter, edition })))
  // Counted, for PostgreSQL would work out what exists for all events, of which few are read.
  return sql`(${told}) > 0`
}

/** One answer: what moves it or what comes next for it, and what happens to the changes that would. */
async function openAnswer(db: Db, dossier: Dossier, given: NonNullable<Followed['question']>): Promise<OpenFollowed> {
  const { id } = dossier
  const question = valuesOf({ query: given as never, dossier })
  const [rules, changes] = await Promise.all([listRecords(db, 'rule', id), listRecords(db, 'change', id)])
  const touching = recordsTouching(dossier, question, { rules, changes })
  const keys = [
    ...touching.rules.map((rule) => recordKey('rule', id, rule)),
    ...touching.changes.map((change) => recordKey('change', id, change)),
  ]
  return {
    followed: { dossier: id, question },
    dossier,
    title: null,
    names: {},
    where: and(
      // Not by the index of the dossier, in which they would be looked for among all its reports.
      sql`${events.dossier} || '' = ${id}`,
      inArray(events.kind, ['answers', 'step', 'postponed', 'forecast']),
      // What a rule said that is no more is told by its change, or by the edition that took it away.
      or(eq(events.kind, 'answers'), keys.length === 0 ? sql`1 = 0` : isAbout(db, keys)),
    ),
    keeps: (event) => tellsOfAnswer(dossier, question, event),
  }
}

/** Which part of what is followed: places with the first left out and the last included. */
interface EventRange {
  after?: number | undefined
  upTo?: number | undefined
  order: 'newest' | 'oldest'
  limit: number
}

/** So many events are read at once, and so many looked at, to find those that tell of one answer. */
const [mostRead, mostLookedAt] = [200, 2000]

/** The events that tell of what is followed, in the order of their places. */
export async function listFollowedEvents(
  db: Db,
  { where, keeps }: Pick<OpenFollowed, 'where' | 'keeps'>,
  { after, upTo, order, limit }: EventRange,
): Promise<StoredEvent[]> {
  const found: StoredEvent[] = []
  const most = keeps ? mostRead : limit
  let [low, high] = [after, upTo]
  for (let looked = 0; looked < mostLookedAt; looked += most) {
    const rows = (await db
      .select(eventColumns)
      .from(events)
      .where(
        and(
          where,
          low === undefined ? undefined : gt(events.place, low),
          high === undefined ? undefined : lte(events.place, high),
        ),
      )
      .orderBy(order === 'newest' ? desc(events.place) : asc(events.place))
      .limit(atMost(most))) as StoredEvent[]
    for (const event of rows) if (found.length < limit && (!keeps || keeps(event))) found.push(event)
    const last = rows.at(-1)
    if (!last || rows.length < most || found.length >= limit) break
    if (order === 'newest') high = last.place - 1
    else low = last.place
  }
  return found
}

/** The place of the newest event up to a place that may tell of what is followed; null: there is none. */
export async function lastFollowedPlace(
  db: Db,
  { where }: Pick<OpenFollowed, 'where'>,
  upTo: number,
): Promise<number | null> {
  const [row] = await db
    .select({ place: events.place })
    .from(events)
    .where(and(where, lte(events.place, upTo)))
    .orderBy(desc(events.place))
    .limit(atMost(1))
  return row?.place ?? null
}

/** The place of the newest event of all; 0: nothing has happened. */
export async function lastPlace(db: Db): Promise<number> {
  const [row] = await db.select({ place: max(events.place) }).from(events)
  return row?.place ?? 0
}
