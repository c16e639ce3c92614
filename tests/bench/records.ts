import type { Database } from '@/db/client'
import { currentEditionNumber } from '@/db/queries/edition'
import { listEventPage } from '@/db/queries/records/event-page'
import { listChangedStates, listRecordStates } from '@/db/queries/records/record-list'
import { listReports, type ReportsToList } from '@/db/queries/records/report-page'
import { eventForm, toldForm } from '@/lib/api/records/entry-form'
import { recordForm } from '@/lib/api/records/record-form'
import { type ToldList, toldBy } from '@/lib/api/records/told'
import type { TimelineFilter } from '@/lib/asking/timeline-filter'
import { publishContent } from '../support/content'
import { measureBoth } from './filled'
import { mark, median } from './marks'
import { contentOfSize } from './sized-content'

/*
 * What a page of records costs that nobody has a copy of, at 100 reports and at 100,000, on both engines: `tsx tests/bench/records.ts`. From the
 * query to the JSON. At 100,000 it may cost one and a half times what it does at 100, for pages of as many items.
 */

const most = 1.5
const runs = 21
const limit = 20
const root = 'https://example.org'

type Print = (database: Database, edition: number) => Promise<object[]>

const forms = (states: readonly { dossier: string; id: string; edition: number; data: unknown }[]): object[] =>
  states.map((state) => recordForm('report', { ...state, data: Object(state.data) }, { root, fields: undefined }))

const standing =
  (behind: string | null): Print =>
  async ({ db }, edition) =>
    forms(
      await listRecordStates(
        db,
        { kind: 'report', edition },
        { behind: behind === null ? null : { dossier: 'test', id: behind }, limit },
      ),
    )

const changed =
  (back: number): Print =>
  async ({ db }, edition) => {
    const asked = { kind: 'report' as const, edition, since: edition - back }
    return forms(await listChangedStates(db, asked, { behind: null, limit }))
  }

const listed =
  (filter: TimelineFilter, over: Partial<ReportsToList> = {}): Print =>
  async ({ db }, edition) => {
    const found = await listReports(db, {
      ...{ dossier: 'test', filter, edition, isNewest: true, behind: null, limit },
      ...over,
    })
    return forms(found.map(({ report, ...state }) => ({ ...state, data: report })))
  }

const told =
  (list: ToldList, filter: TimelineFilter = {}): Print =>
  async ({ db }, edition) => {
    const asked = { dossier: null, filter, edition, isNewest: true, telling: list, behind: null, limit }
    const found = await listReports(db, asked)
    return found.flatMap((state) => toldBy(state.report, list, filter).map((one) => toldForm(one, state, root)))
  }

const pages: Record<string, Print> = {
  'all reports, the first page': standing(null),
  'all reports, a page in the middle': standing('report-3'),
  'all reports of an earlier edition': (database, edition) => standing(null)(database, edition - 1),
  'what changed since the edition before': changed(1),
  'the newest reports': listed({}),
  'the newest reports of all dossiers': listed({}, { dossier: null }),
  'the newest reports of an earlier edition': async (database, edition) =>
    listed({}, { edition: edition - 1, isNewest: false })(database, edition),
  'reports at a stage': listed({ stage: 'agreed' }),
  'reports of a time': listed({ from: '2000-01-01', to: '2000-03-01' }),
  effects: told('effects'),
  'effects at a stage': told('effects', { stage: 'agreed' }),
  positions: told('positions'),
  events: async ({ db }, edition) => {
    const asked = { dossier: 'test', records: [], edition, since: null, behind: null, limit }
    return (await listEventPage(db, asked)).map(eventForm)
  },
  'events since the edition before': async ({ db }, edition) => {
    const asked = { dossier: 'test', records: [], edition, since: edition - 1, behind: null, limit }
    return (await listEventPage(db, asked)).map(eventForm)
  },
}

/** Median milliseconds of each page, by its name and how many items it has. */
async function timesOf(database: Database): Promise<Map<string, number>> {
  // One edition more, which mends some of the newest reports and of the oldest.
  const [{ reports = [] } = {}] = contentOfSize(100).dossiers
  const mended = reports.slice(0, 30).map((one) => ({ ...one, note: 'Mended' }))
  const [dossier] = contentOfSize(0).dossiers
  if (dossier) await publishContent(database, { sources: [], dossiers: [{ ...dossier, reports: mended }] })
  const edition = await currentEditionNumber(database.db)
  const times = new Map<string, number>()
  for (const [name, print] of Object.entries(pages)) {
    const taken: number[] = []
    let items = 0
    for (let run = 0; run < runs; run++) {
      const began = performance.now()
      const page = await print(database, edition)
      JSON.stringify(page)
      taken.push(performance.now() - began)
      items = page.length
    }
    times.set(name, median(taken))
    times.set(`${name}, items`, items)
  }
  return times
}

await measureBoth('tests/bench/records.ts', timesOf, (small, large) => {
  for (const name of Object.keys(pages)) {
    const of = (times: ReadonlyMap<string, number>) => ({
      time: times.get(name) ?? Number.NaN,
      items: times.get(`${name}, items`) ?? 0,
    })
    const [before, after] = [of(small), of(large)]
    const says = `${name}: ${before.time.toFixed(2)} -> ${after.time.toFixed(2)} ms, ${before.items} -> ${after.items} items`
    const ratio = after.time / before.time
    if (after.items <= before.items * 1.1) mark(says, ratio, `at most ${most} times`, ratio <= most)
    else console.log(`       ${says}: ${ratio.toFixed(2)} times`)
  }
})
