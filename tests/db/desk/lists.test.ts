import { describe, expect, test } from 'vitest'
import { changeReports } from '@/db/commands/change-reports'
import { saveDraft } from '@/db/commands/draft'
import { DraftsInTheWayError } from '@/db/commands/errors'
import { publish } from '@/db/commands/publish/publish'
import { undoEdition } from '@/db/commands/undo-edition'
import { recordKey } from '@/db/key'
import { listAudit } from '@/db/queries/audit'
import { listRemoved } from '@/db/queries/desk/removed-record'
import { countReports, type ReportSort, reportListPage } from '@/db/queries/desk/report-list'
import { listReportDrafts, listRetracted } from '@/db/queries/desk/set-aside-report'
import { findDraft, listDrafts } from '@/db/queries/draft'
import { findRecord } from '@/db/queries/record'
import { BadCursorError } from '@/db/queries/timeline'
import { verifyDatabase } from '@/db/verify'
import type { Report } from '@/lib/model'
import { at, contentOf, publishContent, source } from '../../support/content'
import { testDatabase } from '../../support/database'
import { moves, report } from '../../support/dossiers'
import { makeUser } from '../../support/users'

const { database } = await testDatabase()
const { db, write } = database
const eve = await makeUser(database, 'eve', 'editor')

/** Titles run against the ids, and days against both. */
const reports: Report[] = Array.from({ length: 23 }, (_, n) => ({
  ...report(`r-${String(n).padStart(2, '0')}`, `2024-0${1 + (n % 4)}-15`, moves('open', n % 2 ? 'agreed' : 'floated')),
  headline: `${n % 2 ? 'b' : 'B'} title ${String(99 - n)}`,
}))
await publishContent(database, {
  ...contentOf({ reports }),
  sources: [source('kyodo-news', { name: 'Kyodo News' }), source('nhk')],
})

const keyOf = (id: string) => recordKey('report', 'test', id)
async function publishDrafts(ids: string[]): Promise<number> {
  const drafts = await Promise.all(ids.map(async (id) => ({ id, version: (await findDraft(db, id))?.version ?? 0 })))
  const done = await publish(database, { drafts, by: eve.id, at, reason: 'test' })
  if (!done.ok) throw new Error(JSON.stringify(done))
  return done.edition
}
async function publishText(id: string, data: unknown): Promise<number> {
  const saved = await write((tx) => saveDraft(tx, { key: keyOf(id), data, author: eve.id, at }))
  if (!saved.ok) throw new Error('the draft is there already')
  return publishDrafts([saved.draft.id])
}

async function readAll(sort: ReportSort, limit: number, dossier: string | null = 'test') {
  const ids: string[] = []
  let cursor: string | undefined
  for (;;) {
    const page = await reportListPage(db, { dossier, filter: { discredited: 'with' }, sort, limit, cursor })
    ids.push(...page.reports.map((one) => one.report.id))
    if (page.after === null) return ids
    cursor = page.after
  }
}

describe('the list', () => {
  const sorted = (by: (one: Report) => string) =>
    reports.toSorted((a, b) => (by(a) + a.id < by(b) + b.id ? -1 : 1)).map(({ id }) => id)

  test.each([1, 7, 23, 50])('in pages of %i holds every report once, in each order', async (limit) => {
    for (const dossier of ['test', null]) {
      expect(await readAll('published', limit, dossier)).toEqual(sorted((one) => one.published).reverse())
      expect(await readAll('title', limit, dossier)).toEqual(sorted((one) => String(one.headline).toLowerCase()))
      expect((await readAll('changed', limit, dossier)).toSorted()).toEqual(reports.map(({ id }) => id))
    }
  })

  test('goes back to the page before', async () => {
    for (const sort of ['published', 'changed', 'title'] as const) {
      const list = { dossier: 'test', filter: {}, sort, limit: 5 }
      const first = await reportListPage(db, list)
      expect(first.before).toBeNull()
      const second = await reportListPage(db, { ...list, cursor: first.after ?? '' })
      const again = await reportListPage(db, { ...list, cursor: second.before ?? '' })
      expect(again.reports).toEqual(first.reports)
      expect(again.before).toBeNull()
    }
  })

  test('finds by the beginning of an id, and counts no further than asked', async () => {
    const filter = { idStart: 'r-1' }
    const page = await reportListPage(db, { dossier: null, filter, sort: 'title', limit: 50 })
    expect(page.reports).toHaveLength(10)
    expect(await countReports(db, { dossier: null, filter, most: 50 })).toBe(10)
    expect(await countReports(db, { dossier: null, filter: {}, most: 4 })).toBe(4)
  })

  test.each(['', 'x', 'W10', 'WyJhZnRlciIsIngiLCJyLTAxIiwidGVzdCJd'])('refuses “%s” as a cursor', async (cursor) => {
    const list = { dossier: null, filter: {}, sort: 'changed' as const, limit: 5 }
    await expect(reportListPage(db, { ...list, cursor })).rejects.toThrow(BadCursorError)
  })

  test('tells the report that was changed last first', async () => {
    const [first = report('none', '2024')] = reports
    await publishText(first.id, { ...first, summary: 'Changed.' })
    expect((await readAll('changed', 4))[0]).toBe(first.id)
  })
})

describe('what readers do not see', () => {
  test('retracted reports and drafts are found; one that says so in its text is not retracted', async () => {
    const [, second, third] = reports
    if (!second || !third) throw new Error('no reports')
    await publishText(second.id, { ...second, retracted: { on: '2026-01-02', note: 'Wrong.' } })
    await publishText(third.id, { ...third, summary: 'It said "retracted": true.' })
    const retracted = await listRetracted(db, { dossier: null, limit: 9 })
    expect(retracted.map(({ report: { id } }) => id)).toEqual([second.id])
    expect(await listRetracted(db, { dossier: 'other', limit: 9 })).toEqual([])
    expect(await readAll('published', 50)).not.toContain(second.id)
    await write((tx) => saveDraft(tx, { key: keyOf('fresh'), data: { headline: 'Fresh' }, author: eve.id, at }))
    const drafts = await listReportDrafts(db, { dossier: 'test', limit: 9 })
    expect(drafts).toMatchObject([{ recordId: 'fresh', title: 'Fresh', data: { headline: 'Fresh' } }])
    await publishText(second.id, second)
    expect(await listRetracted(db, { dossier: null, limit: 9 })).toEqual([])
  })

  test('a record that was removed is listed for 30 days, until it comes back', async () => {
    const last = reports.at(-1)
    if (!last) throw new Error('no report')
    await publishText(last.id, null)
    expect(await listRemoved(db, { at })).toMatchObject([
      { kind: 'report', id: last.id, title: last.headline, by: eve.id },
    ])
    expect(await listRemoved(db, { at: '2026-02-01T00:00:00.000Z' })).toEqual([])
    await publishText(last.id, last)
    expect(await listRemoved(db, { at })).toEqual([])
  })
})

describe('changing reports together', () => {
  const toNhk = (ids: string[]) =>
    write((tx) =>
      changeReports(tx, {
        dossier: 'test',
        reports: ids,
        change: (one) => ({ ...one, source: 'nhk' }),
        by: eve.id,
        at,
        note: 'test',
      }),
    )
  const sourceOf = async (id: string) => (await findRecord(db, keyOf(id)))?.record.source

  test('makes a draft each, published as one edition and undone as one', async () => {
    const ids = ['r-10', 'r-11', 'r-12']
    const { drafts, gone } = await toNhk([...ids, 'nowhere', 'r-10'])
    expect(gone).toEqual(['nowhere'])
    expect(drafts).toHaveLength(3)
    // A second press of the button changes nothing.
    expect((await toNhk(ids)).drafts).toEqual(drafts)
    expect(await sourceOf('r-10')).toBe('kyodo-news')
    const edition = await publishDrafts(drafts)
    expect(await Promise.all(ids.map(sourceOf))).toEqual(['nhk', 'nhk', 'nhk'])
    expect((await toNhk(ids)).same).toEqual(ids)
    expect((await listAudit(db, { action: 'reports.change', limit: 9 })).length).toBeGreaterThan(0)
    const undone = await write((tx) => undoEdition(tx, { edition, by: eve.id, at }))
    await publishDrafts(undone.drafts)
    expect(await Promise.all(ids.map(sourceOf))).toEqual(['kyodo-news', 'kyodo-news', 'kyodo-news'])
  })

  test('makes nothing where the editor has a draft that says something else', async () => {
    const before = (await listDrafts(db)).length
    await write((tx) => saveDraft(tx, { key: keyOf('r-14'), data: { headline: 'Mine' }, author: eve.id, at }))
    await expect(toNhk(['r-13', 'r-14', 'r-15'])).rejects.toThrow(DraftsInTheWayError)
    expect(await listDrafts(db)).toHaveLength(before + 1)
  })
})

test('the lists are sound', async () => {
  expect(await verifyDatabase(database)).toEqual([])
})
