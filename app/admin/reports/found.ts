import 'server-only'
import type { Db } from '@/db/client'
import { countReports, type ReportListPage, reportListPage } from '@/db/queries/desk/report-list'
import { reportWay } from '@/db/queries/desk/report-way'
import {
  listReportDrafts,
  listRetracted,
  type ReportDraft,
  type RetractedReport,
} from '@/db/queries/desk/set-aside-report'
import { listRecords } from '@/db/queries/record'
import type { Actor, Change, Rule } from '@/lib/model'
import { type ReportsAsked, readReportsAsked, type SearchParams } from './asked'
import { fitsFilter } from './set-aside'

/** How far reports are counted. */
export const mostCounted = 300
const mostSetAside = 500

/** What the records of the dossier that is asked for offer to filter by; nothing without one. */
export interface FilterRecords {
  changes: Change[]
  rules: Rule[]
  actors: Actor[]
}

/** Reads what is asked for, with the records of its dossier. */
export async function askReports(db: Db, parameters: SearchParams): Promise<ReportsAsked & FilterRecords> {
  const { dossier } = readReportsAsked(parameters)
  const [changes, rules, actors] =
    dossier === null
      ? [[], [], []]
      : await Promise.all([
          listRecords(db, 'change', dossier),
          listRecords(db, 'rule', dossier),
          listRecords(db, 'actor', dossier),
        ])
  const read = readReportsAsked(parameters, changes)
  const isIdStart =
    read.idStart !== undefined &&
    (await countReports(db, {
      dossier,
      filter: { ...read.filter, words: undefined, idStart: read.idStart },
      most: 1,
    })) > 0
  const filter = isIdStart ? { ...read.filter, words: undefined, idStart: read.idStart } : read.filter
  return { ...read, filter, idStart: isIdStart ? read.idStart : undefined, changes, rules, actors }
}

/** Public reports of the list, with how many there are, counted to one more than `mostCounted`; none for other states. */
export async function publicReports(
  db: Db,
  { dossier, filter, sort, state }: ReportsAsked,
  { cursor, limit }: { cursor: string | undefined; limit: number },
): Promise<ReportListPage & { count: number }> {
  if (state === 'drafts' || state === 'retracted') return { reports: [], before: null, after: null, count: 0 }
  const list = { dossier, filter, way: await reportWay(db, { dossier, filter }) }
  const [page, count] = await Promise.all([
    reportListPage(db, { ...list, sort, cursor, limit }),
    countReports(db, { ...list, most: mostCounted + 1 }),
  ])
  return { ...page, count }
}

/** Drafts and retracted reports that fit the filter; of each the newest only, where there are very many. */
export async function setAsideReports(
  db: Db,
  { dossier, filter, state }: ReportsAsked,
): Promise<{ drafts: ReportDraft[]; retracted: RetractedReport[] }> {
  const [drafts, retracted] = await Promise.all([
    state === 'all' || state === 'drafts' ? listReportDrafts(db, { dossier, limit: mostSetAside }) : [],
    state === 'all' || state === 'retracted' ? listRetracted(db, { dossier, limit: mostSetAside }) : [],
  ])
  return {
    drafts: drafts.filter(({ recordId, data }) => fitsFilter(recordId, data, filter)),
    retracted: retracted.filter(({ report }) => fitsFilter(report.id, report, filter)),
  }
}
