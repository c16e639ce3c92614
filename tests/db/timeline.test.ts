import { describe, expect, test } from 'vitest'
import {
  BadCursorError,
  reportsPerMonth,
  type TimelineFilter,
  timelineCount,
  timelinePage,
} from '@/db/queries/timeline'
import { contentOf, position, publishContent, source } from '../support/content'
import { testDatabase } from '../support/database'
import { change, moves, report } from '../support/dossiers'

const { database } = await testDatabase()
const { db } = database

const changes = [change('open', { rule: 'arms' }), change('close', { rule: 'arms' })]
/** Thirty reports on four days: many ties, ids in no order of time. */
const reports = Array.from({ length: 30 }, (_, n) => ({
  ...report(
    `r${String((n * 7) % 30).padStart(2, '0')}`,
    `2024-0${1 + (n % 4)}-15`,
    ...(n % 3 === 0 ? [moves('open', 'agreed')] : []),
  ),
  positions: n % 5 === 0 ? [position('komeito', 'close', { stance: n === 0 ? 'opposes' : 'wary' })] : [],
  expectations: n === 7 ? [{ change: 'open', stage: 'decided' as const, until: '2025' }] : [],
  source: n % 2 === 0 ? 'kyodo-news' : 'nhk',
}))
const content = { ...contentOf({ changes, reports }), sources: [source('kyodo-news'), source('nhk')] }
await publishContent(database, content)

const newestFirst = (ids: { id: string; day: string }[]) =>
  ids.sort((a, b) => (a.day + a.id < b.day + b.id ? 1 : -1)).map(({ id }) => id)
const expected = (keep: (report: (typeof reports)[number]) => boolean = () => true) =>
  newestFirst(reports.filter(keep).map(({ id, published }) => ({ id, day: published })))

async function readAll(filter: TimelineFilter, limit: number, from?: string, towards: 'older' | 'newer' = 'older') {
  const pages: string[][] = []
  let cursor = from
  for (;;) {
    const page = await timelinePage(db, { dossier: 'test', filter, limit, ...(cursor ? { cursor } : {}) })
    pages.push(page.reports.map((entry) => entry.report.id))
    const next = page[towards]
    if (next === null) return { ids: (towards === 'older' ? pages : pages.reverse()).flat(), last: page }
    cursor = next
  }
}

describe('pages', () => {
  test.each([1, 4, 7, 30, 31])(
    'of %i hold every report once, newest first, and the way back is the same',
    async (limit) => {
      const { ids, last } = await readAll({}, limit)
      expect(ids).toEqual(expected())
      const back = await readAll({}, limit, last.newer ?? undefined, 'newer')
      expect([...(last.newer ? back.ids : []), ...last.reports.map((entry) => entry.report.id)]).toEqual(expected())
    },
  )

  test('the first has nothing newer, the last nothing older, and a list that fits has neither', async () => {
    expect(await timelinePage(db, { dossier: 'test', filter: {}, limit: 30 })).toMatchObject({
      newer: null,
      older: null,
    })
    const first = await timelinePage(db, { dossier: 'test', filter: {}, limit: 10 })
    expect(first.newer).toBeNull()
    const second = await timelinePage(db, { dossier: 'test', filter: {}, limit: 10, cursor: first.older ?? '' })
    const again = await timelinePage(db, { dossier: 'test', filter: {}, limit: 10, cursor: second.newer ?? '' })
    expect(again.reports).toEqual(first.reports)
    expect(again.newer).toBeNull()
  })

  test.each(['', 'x', 'bm9uZQ', 'biAyMDI0LTAxLTE1IHIwMSB0ZXN0IA', 'byAyMDI0LTEzLTE1IHIwMSB0ZXN0', '%%%'])(
    'a cursor such as “%s” is refused',
    async (cursor) => {
      await expect(timelinePage(db, { dossier: null, filter: {}, limit: 5, cursor })).rejects.toThrow(BadCursorError)
    },
  )
})

const isEven = (n: number) => n % 2 === 0
const numbered = new Map(reports.map((one, n) => [one.id, n]))
const n = (one: { id: string }) => numbered.get(one.id) ?? -1
const filters: [string, TimelineFilter, (one: (typeof reports)[number]) => boolean][] = [
  ['a change, in effects and expectations', { changes: ['open'] }, (one) => n(one) % 3 === 0 || n(one) === 7],
  ['a change, in positions', { changes: ['close'] }, (one) => n(one) % 5 === 0],
  ['changes', { changes: ['close', 'open'] }, (one) => n(one) % 3 === 0 || n(one) % 5 === 0 || n(one) === 7],
  ['no change at all', { changes: [] }, () => false],
  ['a stage of a change', { changes: ['open'], stage: 'agreed' }, (one) => n(one) % 3 === 0],
  ['a stage of another change', { changes: ['close'], stage: 'agreed' }, () => false],
  ['a kind of effect', { effect: 'moves' }, (one) => n(one) % 3 === 0],
  ['an actor', { actor: 'komeito' }, (one) => n(one) % 5 === 0],
  ['a source', { source: 'nhk' }, (one) => !isEven(n(one))],
  ['days, both included', { from: '2024-02-15', to: '2024-03-15' }, (one) => n(one) % 4 === 1 || n(one) % 4 === 2],
  ['words', { words: 'R11' }, (one) => one.id === 'r11'],
  ['words and a source', { words: 'close', source: 'nhk' }, (one) => n(one) % 5 === 0 && !isEven(n(one))],
  ['blank words', { words: '  ' }, () => true],
]

describe('filters', () => {
  test.each(filters)('by %s: list, count and months agree', async (_, filter, keep) => {
    expect((await readAll(filter, 4)).ids).toEqual(expected(keep))
    expect(await timelineCount(db, { dossier: 'test', filter })).toBe(reports.filter(keep).length)
    expect(await timelineCount(db, { dossier: 'other', filter })).toBe(0)
    const months = await reportsPerMonth(db, { dossier: null, filter })
    expect(months.reduce((sum, month) => sum + month.reports, 0)).toBe(reports.filter(keep).length)
    expect(months.map(({ month }) => month)).toEqual(months.map(({ month }) => month).sort())
  })
})

test('pages hold while reports arrive on either side and one that a cursor names goes', async () => {
  const first = await timelinePage(db, { dossier: null, filter: {}, limit: 10 })
  const arrived = [report('r99', '2024-12-01'), report('a00', '2023-01-01'), report('r04a', '2024-04-15')]
  await publishContent(database, {
    ...content,
    dossiers: contentOf({ changes, reports: [...reports, ...arrived] }).dossiers,
  })
  const second = await timelinePage(db, { dossier: null, filter: {}, limit: 10, cursor: first.older ?? '' })
  const shown = [...first.reports, ...second.reports].map((entry) => entry.report.id)
  expect(shown).toEqual(expected().slice(0, 20))
  const back = await timelinePage(db, { dossier: null, filter: {}, limit: 10, cursor: second.newer ?? '' })
  expect(back.reports.map((entry) => entry.report.id)).toContain('r04a')
  const top = await timelinePage(db, { dossier: null, filter: {}, limit: 10, cursor: back.newer ?? '' })
  expect(top.reports.map((entry) => entry.report.id)).toContain('r99')
})

test('the same id on the same day in two dossiers: both are shown, once each', async () => {
  const [records] = contentOf({ changes, reports: [report('r99', '2024-12-01')] }).dossiers
  if (!records) throw new Error('no dossier')
  const twin = { ...records, dossier: { ...records.dossier, id: 'twin' } }
  await publishContent(database, { sources: content.sources, dossiers: [twin] })
  const one = await timelinePage(db, { dossier: null, filter: {}, limit: 1 })
  const two = await timelinePage(db, { dossier: null, filter: {}, limit: 1, cursor: one.older ?? '' })
  expect([...one.reports, ...two.reports].map((entry) => entry.dossier)).toEqual(['twin', 'test'])
  const back = await timelinePage(db, { dossier: null, filter: {}, limit: 1, cursor: two.newer ?? '' })
  expect(back.reports).toEqual(one.reports)
})

test('a report of which only the year is known is counted under its year, in no month', async () => {
  const monthsNow = () => reportsPerMonth(db, { dossier: 'test', filter: {} })
  const before = await monthsNow()
  const dated = [...reports, report('y1', '2024'), report('y2', '2024-02')]
  await publishContent(database, { ...content, dossiers: contentOf({ changes, reports: dated }).dossiers })
  const after = await monthsNow()
  const countOf = (months: typeof after, month: string) => months.find((one) => one.month === month)?.reports ?? 0
  expect(countOf(after, '2024')).toBe(1)
  expect(countOf(after, '2024-01')).toBe(countOf(before, '2024-01'))
  expect(await reportsPerMonth(db, { dossier: 'test', filter: { source: undefined, from: '1900-01-01' } })).toEqual(
    after,
  )
})
