import { and, eq, exists, type SQL, sql } from 'drizzle-orm'
import { contains, type Db, like, search } from '@/db/dialect'
import { reports, type SubjectKind, subjects } from '@/db/schema'
import type { TimelineFilter } from '@/lib/asking/timeline-filter'
import { atEdition, open } from '../at-edition'
import { atMost } from '../limit'
import { matches, wordsOf } from '../timeline-filter'

/** So many hits of words are gathered and sorted; where there are more, the list is walked until a page is full. */
const fewHits = 500

/**
 * How a list of public reports is found, so that a page of it costs what it shows: from the reports of one change or actor, which stand
 * in an index by day and by edition; from the few reports that hold rare words; else from all, in the order of the list. `where` holds in each.
 */
export interface ReportWay {
  from: 'reports' | 'subjects' | 'search'
  where: SQL | undefined
}

/** The way to the public reports of a dossier or, with null, of all that fit a filter. */
export async function reportWay(
  db: Db,
  { dossier, filter }: { dossier: string | null; filter: TimelineFilter },
): Promise<ReportWay> {
  const words = wordsOf(filter.words)
  const base = { dossier, filter: { ...filter, words: undefined } }
  const hits = words.length === 0 ? null : await hitsOf(db, dossier, words)
  if (hits && hits.length <= fewHits)
    return { from: 'search', where: and(matches(db, base), isOneOf(hits), atEdition(search), isOf(search)) }
  const each = hits ? hasEach(db, words) : undefined
  const subject = subjectOf(base.filter)
  if (!subject) return { from: 'reports', where: and(matches(db, base), each) }
  const own = and(eq(subjects.kind, subject.kind), eq(subjects.subject, subject.id), eq(subjects.until, open))
  return { from: 'subjects', where: and(matches(db, { dossier, filter: subject.rest }), each, own, isOfSubject) }
}

/** The one actor or change that a filter names, and what else it asks. */
function subjectOf(filter: TimelineFilter): { kind: SubjectKind; id: string; rest: TimelineFilter } | null {
  const { changes, actor, stage, effect } = filter
  if (actor !== undefined) return { kind: 'actor', id: actor, rest: { ...filter, actor: undefined } }
  const [change, ...others] = changes ?? []
  if (change === undefined || others.length > 0) return null
  // A step or a kind of effect has to be told of that very change: each of its reports is asked.
  return { kind: 'change', id: change, rest: stage || effect ? filter : { ...filter, changes: undefined } }
}

type Hit = Pick<typeof search.$inferSelect, 'dossier' | 'id'>

/** The reports that hold words, no more of them than show that they are many. */
const hitsOf = (db: Db, dossier: string | null, words: readonly (readonly string[])[]): Promise<Hit[]> =>
  Promise.resolve(
    db
      .select({ dossier: search.dossier, id: search.id })
      .from(search)
      .where(
        and(
          eq(search.kind, 'report'),
          dossier === null ? undefined : eq(search.dossier, dossier),
          atEdition(search),
          contains(words),
        ),
      )
      .limit(atMost(fewHits + 1)),
  )

function isOneOf(hits: readonly Hit[]): SQL | undefined {
  const pairs = hits.map(({ dossier, id }) => sql`(${dossier}, ${id})`)
  if (pairs.length === 0) return sql`1 = 0`
  return and(eq(search.kind, 'report'), sql`(${search.dossier}, ${search.id}) IN (VALUES ${sql.join(pairs, sql`, `)})`)
}

/** Asked of one report after the other: what is common is found soon, and the index would gather all of it first. */
const hasEach = (db: Db, words: readonly (readonly string[])[]): SQL =>
  exists(
    db
      .select({ one: sql`1` })
      .from(search)
      .where(and(eq(search.kind, 'report'), isOf(search), atEdition(search), like(search.text, words))),
  )

const isOf = (table: typeof search): SQL | undefined =>
  and(eq(table.dossier, reports.dossier), eq(table.id, reports.id))

const isOfSubject = and(
  eq(subjects.dossier, reports.dossier),
  eq(subjects.report, reports.id),
  eq(subjects.edition, reports.edition),
)
