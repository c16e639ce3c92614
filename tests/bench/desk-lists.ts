import type { Database } from '@/db/client'
import { countReports, type ReportSort, reportListPage, reportSorts } from '@/db/queries/desk/report-list'
import { reportWay } from '@/db/queries/desk/report-way'
import { listReportDrafts, listRetracted } from '@/db/queries/desk/set-aside-report'
import type { TimelineFilter } from '@/db/queries/timeline'
import { measureBoth } from './filled'
import { mark, median } from './marks'

/*
 * The desk's list of reports at 100 and at 100,000, on both engines: `tsx tests/bench/desk-lists.ts`. A page
 * at 100,000 may cost three times one at 100.
 */

const most = 3
const runs = 31
const pageSize = 50
/** As far as the page counts (`app/admin/reports/found.ts`), and one more. */
const mostCounted = 301

/** Whether the mark holds for it. Words are found in an index whose cost follows how many texts hold parts of them. */
const lists: { name: string; filter: TimelineFilter; sort: ReportSort; isMarked: boolean }[] = [
  ...reportSorts.map((sort) => ({ name: `all, by ${sort}`, filter: {}, sort, isMarked: true })),
  { name: 'by kind', filter: { kinds: ['news'] }, sort: 'published', isMarked: true },
  { name: 'by publisher', filter: { source: 'source-1' }, sort: 'published', isMarked: true },
  { name: 'by stage', filter: { stage: 'agreed' }, sort: 'published', isMarked: true },
  { name: 'by days', filter: { from: '2000-01-01', to: '2000-02-01' }, sort: 'published', isMarked: true },
  { name: 'by id', filter: { idStart: 'report-77' }, sort: 'published', isMarked: false },
  { name: 'by change', filter: { changes: ['change-3'] }, sort: 'published', isMarked: true },
  { name: 'by change, changed last', filter: { changes: ['change-3'] }, sort: 'changed', isMarked: true },
  { name: 'by change and kind', filter: { changes: ['change-3'], kinds: ['news'] }, sort: 'published', isMarked: true },
  {
    name: 'by step of a change',
    filter: { changes: ['change-3'], stage: 'agreed' },
    sort: 'published',
    isMarked: false,
  },
  { name: 'by actor', filter: { actor: 'actor-1' }, sort: 'published', isMarked: true },
  { name: 'words that all hold', filter: { words: 'equipment' }, sort: 'published', isMarked: false },
  { name: 'words, one hit', filter: { words: '"7919 reports"' }, sort: 'published', isMarked: false },
]

/** Median milliseconds of each: the first page with its count, and what is set aside. */
async function timesOf({ db }: Database): Promise<Map<string, number>> {
  const times = new Map<string, number>()
  const take = async (name: string, work: () => Promise<unknown>) => {
    const taken: number[] = []
    for (let run = 0; run < runs; run++) {
      const began = performance.now()
      await work()
      taken.push(performance.now() - began)
    }
    times.set(name, median(taken))
  }
  for (const dossier of ['test', null])
    for (const { name, filter, sort } of lists) {
      const list = { dossier, filter: { ...filter, discredited: 'with' as const } }
      const place = dossier === null ? `${name}, all dossiers` : name
      const first = await reportListPage(db, { ...list, sort, limit: pageSize })
      await take(place, async () => {
        const asked = { ...list, way: await reportWay(db, list) }
        await Promise.all([
          reportListPage(db, { ...asked, sort, limit: pageSize }),
          countReports(db, { ...asked, most: mostCounted }),
        ])
      })
      if (first.after) {
        const cursor = first.after
        await take(`${place}, page 2`, () => reportListPage(db, { ...list, sort, limit: pageSize, cursor }))
      }
    }
  await take('drafts', () => listReportDrafts(db, { dossier: null, limit: 500 }))
  await take('retracted', () => listRetracted(db, { dossier: null, limit: 500 }))
  return times
}

const isMarked = (name: string): boolean => lists.find((one) => name.startsWith(one.name))?.isMarked ?? true

await measureBoth('tests/bench/desk-lists.ts', timesOf, (small, large) => {
  for (const [name, time] of large) {
    const before = small.get(name)
    if (before === undefined) continue
    const ratio = time / before
    const says = `${name}: ${before.toFixed(2)} -> ${time.toFixed(2)} ms`
    if (isMarked(name)) mark(says, ratio, `at most ${most} times`, ratio <= most)
    else console.log(`       ${says}: ${ratio.toFixed(2)} times`)
  }
})
