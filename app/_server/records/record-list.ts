import 'server-only'
import {
  listChangedStates,
  listRecordStates,
  listSuccessors,
  type RecordState,
  stateKey,
} from '@/db/queries/records/record-list'
import { listReports } from '@/db/queries/records/report-page'
import { api } from '@/lib/addresses/api'
import { reportOrders } from '@/lib/addresses/records'
import { recordForm, removedForm } from '@/lib/api/records/record-form'
import { kindOfList, type RecordListName, recordForms } from '@/lib/api/records/schemas'
import type { Given, Query } from '@/lib/asking/query'
import { idOf, listedWordsOf, textsOf, wordOf } from '@/lib/asking/read'
import { BadParameter } from '@/lib/asking/refusal'
import { changesOfRule, isDay } from '@/lib/model'
import { about, answerText } from '../api'
import { openSite } from '../site'
import { dossierNamed, filterNamed, hasFilter, recordsNamed } from './named'
import { type OpenList, openList, type PageItem, pageText } from './open-list'

type Names = keyof (typeof api)[RecordListName]['parameters'] & string

/** What a list of records is asked for, beside the page of it. */
interface AskedRecords extends OpenList {
  list: RecordListName
  dossier: string | undefined
  ids: string[] | undefined
  fields: string[] | undefined
}

/** A handler that lists records of a kind: as they stood at an edition, or those that editions after another one changed. */
export const recordList = (list: RecordListName) =>
  about(api[list], async (query: Query<Names>) => {
    const given: Readonly<Record<string, Given>> = query
    refuseBesideSince(list, given)
    const open = await openList(query, list, { size: 3, since: query.since })
    const dossier = await dossierNamed(open, { dossier: given.dossier })
    const ids = textsOf(query, 'id')
    const fields = listedWordsOf(query, 'fields', Object.keys(recordForms[list].shape))
    const asked = { ...open, list, dossier, ids: ids.length === 0 ? undefined : ids, fields }
    return answerText(await pageOf(asked, given))
  })

/** What may be given together with `since`. */
const besideSince = ['dossier', 'id', 'fields', 'edition', 'limit', 'cursor', 'since']

/** What changed is told of records by their keys: of what a filter lets through, nobody could tell what it no longer does. */
function refuseBesideSince(list: RecordListName, query: Readonly<Record<string, Given>>): void {
  if (query.since === undefined || query.since === '') return
  for (const name of Object.keys(api[list].parameters))
    if (!besideSince.includes(name) && query[name])
      throw new BadParameter(name, [query[name]].flat().join(', '), { code: 'notWithSince' })
}

async function pageOf(asked: AskedRecords, query: Readonly<Record<string, Given>>): Promise<string> {
  if (asked.since !== null) return changedPage(asked, asked.since)
  if (asked.list === 'reports' && (wordOf({ order: query.order }, 'order', reportOrders) || hasFilter(filterIn(query))))
    return timelinePage(asked, filterIn(query))
  return standingPage(await narrowed(asked, query))
}

type FilterQuery = Parameters<typeof hasFilter>[0]
const filterIn = (query: Readonly<Record<string, Given>>): FilterQuery => query as FilterQuery

/** Rules by the change that alters them, and changes by the rule that they alter, are those of some ids. */
async function narrowed(asked: AskedRecords, { rule, change }: Readonly<Record<string, Given>>): Promise<AskedRecords> {
  const { list, dossier } = asked
  const only = (ids: string[]) => ({ ...asked, ids: ids.filter((id) => asked.ids?.includes(id) ?? true) })
  const isNamed = (given: Given) => given !== undefined && given !== ''
  if (list === 'rules' && isNamed(change)) {
    const changes = await recordsNamed(asked, 'change', { dossier, isNamed: true })
    const id = idOf({ change }, 'change', changes)
    return only(changes.find((one) => one.id === id)?.alterations.map((one) => one.rule) ?? [])
  }
  if (list === 'changes' && isNamed(rule)) {
    const rules = await recordsNamed(asked, 'rule', { dossier, isNamed: true })
    const changes = await recordsNamed(asked, 'change', { dossier, isNamed: true })
    return only(changesOfRule(changes, idOf({ rule }, 'rule', rules) ?? ''))
  }
  return asked
}

/** What the cursor says of where the page before ended, in a list that is sorted by what `isFirst` knows. Throws `BadParameter` for one of another order. */
function placeIn(
  { behind, cursorBehind }: AskedRecords,
  isFirst: (text: string) => boolean,
): { first: string; dossier: string; id: string } | null {
  if (behind === null) return null
  const [first = '', dossier = '', id = ''] = behind
  if (!isFirst(first)) throw new BadParameter('cursor', cursorBehind(behind), { code: 'badCursor' })
  return { first, dossier, id }
}

/** Dossiers may be long: of these fewer are read at once. */
const mostDossiers = 20
const atOnce = ({ list, limit }: AskedRecords): number => (list === 'dossiers' ? Math.min(limit, mostDossiers) : limit)

const itemOf = ({ list, root, fields }: AskedRecords, state: RecordState, behind: readonly string[]): PageItem => ({
  item: recordForm(kindOfList[list], { ...state, data: Object(state.data) }, { root, fields }),
  behind,
})

const sliced = (asked: AskedRecords, states: readonly PageItem[]): string => {
  const most = atOnce(asked)
  return pageText(asked, states.slice(0, most), { isSince: true, hasMore: states.length > most })
}

/** In which dossiers records can be that are named by their ids alone; undefined where they are not. */
async function dossiersOfIds({ list, dossier, ids, edition, isNewest }: AskedRecords): Promise<string[] | undefined> {
  if (ids === undefined || dossier !== undefined) return undefined
  if (list === 'sources') return ['']
  if (list === 'dossiers') return ids
  const { dossiers } = await openSite(isNewest ? undefined : edition)
  return dossiers.map(({ id }) => id)
}

async function standingPage(asked: AskedRecords): Promise<string> {
  const states = await listRecordStates(
    asked.db,
    { ...asked, kind: kindOfList[asked.list], dossiers: await dossiersOfIds(asked) },
    { behind: placeIn(asked, (first) => first === ''), limit: atOnce(asked) + 1 },
  )
  return sliced(
    asked,
    states.map((state) => itemOf(asked, state, ['', state.dossier, state.id])),
  )
}

async function changedPage(asked: AskedRecords, since: number): Promise<string> {
  const kind = kindOfList[asked.list]
  const place = placeIn(asked, (first) => /^\d+$/.test(first))
  const states = await listChangedStates(
    asked.db,
    { ...asked, kind, since },
    { behind: place && { ...place, edition: Number(place.first) }, limit: atOnce(asked) + 1 },
  )
  const gone = states.filter(({ data }) => data === null)
  const from = Math.min(...gone.map((state) => state.edition))
  const successors =
    gone.length === 0 ? new Map() : await listSuccessors(asked.db, { kind, from, edition: asked.edition })
  return sliced(
    asked,
    states.map((state) => {
      const behind = [String(state.edition), state.dossier, state.id]
      return state.data === null
        ? { item: removedForm(kind, state, successors.get(stateKey(state))), behind, isGone: true }
        : itemOf(asked, state, behind)
    }),
  )
}

async function timelinePage(asked: AskedRecords, query: FilterQuery): Promise<string> {
  const { dossier = null, ids } = asked
  const filter = await filterNamed(asked, query, asked.dossier)
  const place = placeIn(asked, isDay)
  const found = await listReports(asked.db, {
    ...{ dossier, filter, ids, edition: asked.edition, isNewest: asked.isNewest },
    behind: place && { ...place, day: place.first, isIn: false },
    limit: asked.limit + 1,
  })
  return sliced(
    asked,
    found.map(({ report, ...state }) =>
      itemOf(asked, { ...state, data: report }, [state.day, state.dossier, state.id]),
    ),
  )
}
