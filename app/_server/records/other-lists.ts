import 'server-only'
import { recordKey } from '@/db/key'
import { listEditionPage } from '@/db/queries/edition'
import { type EventsToList, listEventPage } from '@/db/queries/records/event-page'
import { wasPublicBy } from '@/db/queries/records/record-list'
import { statementsOf } from '@/db/queries/signing/statement'
import type { NamesOf } from '@/lib/addresses/address'
import { api } from '@/lib/addresses/api'
import { contradictionStates } from '@/lib/addresses/records'
import { contradictionForm, editionForm, eventForm } from '@/lib/api/records/entry-form'
import type { Query } from '@/lib/asking/query'
import { idOf, knownOf, textOf, wordOf, wordsOf } from '@/lib/asking/read'
import { BadParameter } from '@/lib/asking/refusal'
import { eventKinds } from '@/lib/events/event'
import { changesOfRule, contradictionKinds } from '@/lib/model'
import { allContradictions, momentAt } from '@/lib/policy'
import { about, aboutDossier, answerText } from '../api'
import { findDossier } from '../site'
import { dossierNamed } from './named'
import { type OpenList, openList, type PageItem, pageText } from './open-list'

/** Where the page before ended, of a list whose places are numbers; null on the first page. */
function numberBehind({ behind, cursorBehind }: OpenList): number | null {
  if (behind === null) return null
  const [text = ''] = behind
  if (!/^\d{1,9}$/.test(text)) throw new BadParameter('cursor', cursorBehind(behind), { code: 'badCursor' })
  return Number(text)
}

/** Lists editions, the newest first; with `since` those after it, the oldest first. */
export const editionList = about(api.editions, async (query) => {
  const open = await openList(query, 'editions', { size: 1, since: query.since })
  const { edition, since, limit } = open
  const found = await listEditionPage(open.db, { upTo: edition, since, behind: numberBehind(open), limit: limit + 1 })
  const signed = await statementsOf(
    open.db,
    found.map(({ number }) => number),
  )
  const items = found.map((one): PageItem => {
    return { item: editionForm(one, signed.get(one.number) ?? null, open.root), behind: [String(one.number)] }
  })
  return answerText(pageText(open, items, { isSince: false, hasMore: false }))
})

const concerned = ['rule', 'change', 'actor', 'report'] as const

/** Lists events, the newest first; with `since` those that came with later editions, the oldest first. */
export const eventList = about(api.events, async (query) => {
  const open = await openList(query, 'events', { size: 1, since: query.since })
  const dossier = await dossierNamed(open, query)
  const found = await listEventPage(open.db, {
    ...{ dossier, kinds: wordsOf(query, 'kind', eventKinds), records: await concernedIn(open, query, dossier) },
    ...{ edition: open.edition, since: open.since, behind: numberBehind(open), limit: open.limit + 1 },
  })
  const items = found.map((event): PageItem => ({ item: eventForm(event), behind: [String(event.place)] }))
  return answerText(pageText(open, items, { isSince: false, hasMore: false }))
})

/** The records that events are to concern, removed ones too. Throws `BadParameter` for one that is not there, and without the dossier of one. */
async function concernedIn(
  { db, edition }: OpenList,
  query: Query<NamesOf<typeof api.events>>,
  dossier: string | undefined,
): Promise<EventsToList['records']> {
  const named = [...concerned, 'source' as const].flatMap((kind) => {
    const id = textOf(query, kind)
    if (id === undefined) return []
    if (kind !== 'source' && dossier === undefined) throw new BadParameter('dossier', '', { code: 'needsDossier' })
    return [recordKey(kind, dossier ?? '', id)]
  })
  for (const key of named)
    if (!(await wasPublicBy(db, key, edition)))
      throw new BadParameter(key.kind, key.id, { code: 'badRecord', kind: key.kind })
  return named
}

/** Lists where the reports of a dossier disagree, change by change, the open ones first within a change. */
export const contradictionList = aboutDossier(api.contradictions, async (asked) => {
  const { query } = asked
  const open = await openList(query, 'contradictions', { size: 1 })
  // A later page is of the edition that its cursor names, whatever has become current.
  const at = await findDossier(asked.dossier.id, open.edition)
  if (!at) throw new BadParameter('edition', String(open.edition), { code: 'beforeDossier' })
  const { compiled, dossier, records, today } = at
  const change = idOf({ change: query.change }, 'change', records.changes)
  const rule = idOf({ rule: query.rule }, 'rule', records.rules)
  const altering = rule === undefined ? undefined : new Set(changesOfRule(records.changes, rule))
  const kind = wordOf(query, 'about', contradictionKinds)
  const state = wordOf(query, 'state', contradictionStates)
  const all = allContradictions(momentAt(compiled, { on: today, known: knownOf(asked, 'known') })).filter(
    (one) =>
      (change === undefined || one.change.id === change) &&
      (altering?.has(one.change.id) ?? true) &&
      (kind === undefined || one.kind === kind) &&
      (state === undefined || (one.resolution === null) === (state === 'open')),
  )
  const begin = numberBehind(open) ?? 0
  const items = all.slice(begin, begin + open.limit + 1).map((one, at): PageItem => {
    return {
      item: contradictionForm(one, { dossier: dossier.id, root: open.root }),
      behind: [String(begin + at + 1)],
    }
  })
  return answerText(pageText(open, items, { isSince: false, hasMore: false }))
})
