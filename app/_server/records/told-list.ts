import 'server-only'
import { listReports } from '@/db/queries/records/report-page'
import { api } from '@/lib/addresses/api'
import type { entryLists } from '@/lib/addresses/records'
import { toldForm } from '@/lib/api/records/entry-form'
import { type ToldList, toldBy } from '@/lib/api/records/told'
import type { Query } from '@/lib/asking/query'
import { BadParameter } from '@/lib/asking/refusal'
import { isDay } from '@/lib/model'
import { about, answerText } from '../api'
import { dossierNamed, filterNamed } from './named'
import { openList, type PageItem, pageText } from './open-list'

const addresses = {
  effects: api.effects,
  positions: api.toldPositions,
  expectations: api.expectations,
} as const satisfies Record<ToldList, object>

/** A handler that lists what standing reports tell, item by item, those of the newest report first, in the order in which it tells them. */
export const toldList = (list: ToldList) =>
  about(addresses[list], async (query: Query<keyof (typeof entryLists)[ToldList]>) => {
    const open = await openList(query, list, { size: 4 })
    const dossier = await dossierNamed(open, query)
    const filter = await filterNamed(open, query, dossier)
    const [day = '', inDossier = '', id = '', last = ''] = open.behind ?? []
    if (open.behind && !(isDay(day) && /^\d{1,3}$/.test(last)))
      throw new BadParameter('cursor', open.cursorBehind(open.behind), { code: 'badCursor' })
    const found = await listReports(open.db, {
      ...{ dossier: dossier ?? null, filter, edition: open.edition, isNewest: open.isNewest, telling: list },
      // Of the report at which the page before ended there may be more.
      behind: open.behind && { day, dossier: inDossier, id, isIn: true },
      limit: open.limit + 2,
    })
    const items = found.flatMap((state): PageItem[] => {
      const isHalfRead = open.behind !== null && state.id === id && state.dossier === inDossier
      return toldBy(state.report, list, filter)
        .filter(({ place }) => !isHalfRead || place > Number(last))
        .map((told) => ({
          item: toldForm(told, state, open.root),
          behind: [state.day, state.dossier, state.id, String(told.place)],
        }))
    })
    return answerText(pageText(open, items, { isSince: false, hasMore: false }))
  })
