import { and, desc, eq, exists, inArray, lt, type SQL, sql } from 'drizzle-orm'
import type { Db } from '@/db/dialect'
import { effects, expectations, positions, reports, revisions } from '@/db/schema'
import type { ToldList } from '@/lib/api/records/told'
import type { TimelineFilter } from '@/lib/asking/timeline-filter'
import type { Day, Report } from '@/lib/model'
import { open } from '../at-edition'
import { atMost } from '../limit'
import { as } from '../record'
import { isRevision } from '../revision'
import { beyond } from '../timeline'
import { matches } from '../timeline-filter'

/** A report on a page, with the edition that brought this state of it. */
export interface ReportStanding {
  dossier: string
  id: string
  day: Day
  edition: number
  report: Report
}

export interface ReportsToList {
  dossier: string | null
  filter: TimelineFilter
  /** The edition that is read, and whether it is the newest. */
  edition: number
  isNewest: boolean
  ids?: readonly string[] | undefined
  /** Only reports that tell such an item. */
  telling?: ToldList | undefined
  /** Only those behind a place; `isIn`: what stands at the place too. */
  behind: { day: Day; dossier: string; id: string; isIn: boolean } | null
  limit: number
}

/**
 * Standing reports as they were at an edition, the newest first (day, id, dossier, all descending). Those that are as they were are read along
 * the index of what is public now; those that later editions changed, which are few, beside them.
 */
export async function listReports(db: Db, asked: ReportsToList): Promise<ReportStanding[]> {
  const { dossier, filter, edition, isNewest, ids, telling, behind, limit } = asked
  const where = and(
    matches(db, { dossier, filter, edition: isNewest ? undefined : edition }),
    ids && inArray(reports.id, [...ids]),
    telling && tells(db, telling, filter),
    behind ? beyond(behind, 'older', dossier, behind.isIn ? '=' : '') : undefined,
  )
  if (isNewest) return select(db, where, limit)
  const [same, changed] = await Promise.all([
    select(db, and(where, eq(reports.until, open)), limit),
    select(db, and(where, lt(reports.until, open)), limit),
  ])
  return [...same, ...changed].sort(newestFirst).slice(0, limit)
}

const inOrder = (a: string, b: string): number => (a < b ? 1 : a > b ? -1 : 0)
const newestFirst = (a: ReportStanding, b: ReportStanding): number =>
  inOrder(a.day, b.day) || inOrder(a.id, b.id) || inOrder(a.dossier, b.dossier)

async function select(db: Db, where: SQL | undefined, limit: number): Promise<ReportStanding[]> {
  // As on a timeline: the page is found in an index, and each of its few reports then gets its text.
  const page = db
    .select({ dossier: reports.dossier, id: reports.id, revision: reports.revision, day: reports.day })
    .from(reports)
    .where(where)
    .orderBy(desc(reports.day), desc(reports.id), desc(reports.dossier))
    .limit(atMost(limit))
    .as('page')
  const rows = await db
    .select({ dossier: page.dossier, id: page.id, day: page.day, edition: revisions.edition, data: revisions.data })
    .from(page)
    .leftJoin(revisions, isRevision({ kind: 'report', dossier: page.dossier, id: page.id, number: page.revision }))
    .orderBy(desc(page.day), desc(page.id), desc(page.dossier))
  return rows.map(({ data, edition, ...row }) => ({ ...row, edition: edition ?? 0, report: as<'report'>(data) }))
}

/** That a report tells an item which the filter lets through: `toldBy` says the same of the item itself. */
function tells(db: Db, list: ToldList, { changes, stage, effect, actor }: TimelineFilter): SQL {
  const table = { effects, positions, expectations }[list]
  return exists(
    db
      .select({ one: sql`1` })
      .from(table)
      .where(
        and(
          eq(table.dossier, reports.dossier),
          eq(table.report, reports.id),
          eq(table.edition, reports.edition),
          changes && (changes.length === 0 ? sql`1 = 0` : inArray(table.change, changes)),
          list === 'effects' ? and(stage && eq(effects.stage, stage), effect && eq(effects.kind, effect)) : undefined,
          list === 'expectations' && stage ? eq(expectations.stage, stage) : undefined,
          list === 'positions' && actor ? eq(positions.actor, actor) : undefined,
        ),
      ),
  )
}
