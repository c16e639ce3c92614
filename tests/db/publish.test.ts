import { beforeEach, describe, expect, test } from 'vitest'
import type { AskedDraft } from '@/db/asked-draft'
import { rebaseDraft, saveDraft } from '@/db/commands/draft'
import { discardDraft } from '@/db/commands/draft-discard'
import { publish } from '@/db/commands/publish/publish'
import { dossierAt } from '@/db/held/past'
import { recordKey } from '@/db/key'
import { listAudit } from '@/db/queries/audit'
import { findDraft, listDrafts } from '@/db/queries/draft'
import { currentEdition, listEditions } from '@/db/queries/edition'
import { listOutbox } from '@/db/queries/outbox'
import { findRecord, listDossiers, listRecords, listSources, loadDossier } from '@/db/queries/record'
import { relatedReports } from '@/db/queries/report'
import { listRevisions, recordsCreated, recordsRemoved, recordsUpdated } from '@/db/queries/revision'
import { searchRecords } from '@/db/queries/search'
import { reportsPerMonth, timelineCount, timelinePage } from '@/db/queries/timeline'
import { verifyDatabase } from '@/db/verify'
import { readSearch } from '@/lib/search/synonyms'
import { at, contentOf, position, publishContent, source } from '../support/content'
import { testDatabase } from '../support/database'
import { moves, report, rule } from '../support/dossiers'
import { makeUser } from '../support/users'

const { database } = await testDatabase()
const { db, write } = database
const ann = await makeUser(database, 'ann')
const bob = await makeUser(database, 'bob')
const first = report('r1', '2023-08-23', moves('open', 'proposed'))
await publishContent(database, contentOf({ reports: [first] }))

const keyOf = (id: string) => recordKey('report', 'test', id)
const draftOf = async (author: string, id: string, data: unknown) => {
  const saved = await write((tx) => saveDraft(tx, { key: keyOf(id), data, author, at }))
  if (!saved.ok) throw new Error('the draft is there already')
  return saved.draft
}
const publishing = (...drafts: AskedDraft[]) => publish(database, { drafts, by: ann.id, at, reason: 'test' })
const everythingPublic = async () =>
  JSON.stringify([
    await currentEdition(db),
    await listEditions(db, { limit: 99 }),
    await loadDossier(db, 'test'),
    await listDossiers(db),
    await listSources(db),
    await timelinePage(db, { dossier: null, filter: {}, limit: 99 }),
    await timelineCount(db, { dossier: 'test', filter: { words: 'unheard' } }),
    await reportsPerMonth(db, { dossier: 'test', filter: {} }),
    await searchRecords(db, { kind: 'report', query: readSearch('unheard', []), limit: 9 }),
    await relatedReports(db, 'test', 'r1'),
  ])

beforeEach(async () => {
  for (const draft of await listDrafts(db)) await write((tx) => discardDraft(tx, { id: draft.id, by: ann.id, at }))
})

describe('drafts', () => {
  test('no public query sees one', async () => {
    const before = await everythingPublic()
    const positions = [position('komeito', 'open')]
    await draftOf(ann.id, 'secret', {
      ...report('secret', '2024-01-01'),
      headline: 'unheard',
      related: ['r1'],
      positions,
    })
    await draftOf(bob.id, 'r1', { ...first, headline: 'unheard' })
    expect(await everythingPublic()).toBe(before)
    expect(await findRecord(db, keyOf('secret'))).toBeNull()
  })

  test('a copy is based on what is published, and nobody overwrites another one', async () => {
    const draft = await draftOf(ann.id, 'r1', first)
    expect(draft).toMatchObject({ baseRevision: 1, version: 1, author: ann.id })
    const again = await write((tx) => saveDraft(tx, { key: keyOf('r1'), data: {}, author: ann.id, at }))
    expect(again).toMatchObject({ ok: false, conflict: { id: draft.id } })
    const stranger = { id: draft.id, key: keyOf('r1'), data: {}, author: bob.id, at }
    expect(await write((tx) => saveDraft(tx, stranger))).toMatchObject({ ok: false, conflict: { author: ann.id } })
    const saved = await write((tx) => saveDraft(tx, { ...stranger, author: ann.id, version: 1 }))
    expect(saved).toMatchObject({ ok: true, draft: { version: 2, data: {} } })
    const late = await write((tx) => saveDraft(tx, { ...stranger, author: ann.id, version: 1, data: { late: true } }))
    expect(late).toMatchObject({ ok: false, conflict: { version: 2, data: {} } })
  })
})

describe('publishing', () => {
  test('writes record, revision, lists, search, audit, outbox and one edition', async () => {
    const { number } = await currentEdition(db)
    const draft = await draftOf(ann.id, 'r2', { ...report('r2', '2023-08-24'), headline: 'Quite new', related: ['r1'] })
    expect(await publishing(draft)).toEqual({ ok: true, edition: number + 1, changed: true })
    expect(await currentEdition(db)).toMatchObject({
      number: number + 1,
      by: ann.id,
      summary: { dossiers: ['test'], records: { report: { created: 1, updated: 0, removed: 0 } } },
    })
    expect(await findRecord(db, keyOf('r2'))).toMatchObject({
      revision: 1,
      edition: number + 1,
      record: { headline: 'Quite new' },
    })
    expect(await findDraft(db, draft.id)).toBeNull()
    expect((await relatedReports(db, 'test', 'r1')).map(({ id }) => id)).toEqual(['r2'])
    expect(await timelineCount(db, { dossier: 'test', filter: { words: 'NEW quite' } })).toBe(1)
    const asked = { edition: number + 1, kind: 'report', limit: 9 } as const
    expect(await recordsCreated(db, asked)).toMatchObject([{ id: 'r2', title: 'Quite new' }])
    expect(await recordsUpdated(db, asked)).toEqual([])
    expect((await listAudit(db, { limit: 99 })).filter(({ action }) => action === 'publish').length).toBe(number + 1)
    expect((await listOutbox(db, { limit: 99 })).map(({ payload }) => payload)).toContainEqual({
      edition: number + 1,
      dossiers: ['test'],
    })
  })

  test('asked twice, the second time says that the drafts are gone', async () => {
    const draft = await draftOf(ann.id, 'r3', report('r3', '2023-08-25'))
    expect(await publishing(draft)).toMatchObject({ ok: true })
    const { number } = await currentEdition(db)
    expect(await publishing(draft)).toMatchObject({ ok: false, gone: [draft.id] })
    expect((await currentEdition(db)).number).toBe(number)
  })

  test('two editors, one record: one is published, the other keeps their text and sees both', async () => {
    const hers = await draftOf(ann.id, 'r1', { ...first, headline: 'Hers' })
    const his = await draftOf(bob.id, 'r1', { ...first, headline: 'His' })
    const outcomes = await Promise.all([publishing(hers), publishing(his)])
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    const refused = outcomes.find(({ ok }) => !ok)
    expect(refused).toMatchObject({ conflicts: [{ key: keyOf('r1'), base: 1, current: 2 }] })
    const left = await findDraft(db, (await listDrafts(db))[0]?.id ?? '')
    if (!left) throw new Error('both drafts are gone')
    const won = outcomes[0]?.ok ? 'Hers' : 'His'
    expect(left.data).toMatchObject({ headline: won === 'Hers' ? 'His' : 'Hers' })
    if (refused && !refused.ok)
      expect(refused.conflicts[0]).toMatchObject({ draft: left.id, yours: left.data, theirs: { headline: won } })
    expect((await findRecord(db, keyOf('r1')))?.record.headline).toBe(won)
    const settled = await write((tx) =>
      rebaseDraft(tx, { id: left.id, by: bob.id, at, onto: 2, data: { ...first, headline: 'Both' } }),
    )
    expect(await publishing(settled)).toMatchObject({ ok: true })
    expect((await listRevisions(db, keyOf('r1'))).map(({ number }) => number)).toEqual([3, 2, 1])
  })

  test('a refusal leaves no trace and names every field', async () => {
    const before = await everythingPublic()
    const good = await draftOf(ann.id, 'good', report('good', '2024-01-01'))
    const bad = await draftOf(ann.id, 'bad', { ...report('bad', '2024-02-30'), source: 'nobody', extra: 1 })
    const refused = await publishing(good, bad)
    expect(refused).toMatchObject({ ok: false })
    if (!refused.ok) expect(refused.problems.map(({ path }) => path.join('.')).sort()).toEqual(['extra', 'published'])
    const lost = await draftOf(ann.id, 'lost', {
      ...report('lost', '2024-02-02', moves('opne', 'agreed')),
      source: 'nobody',
    })
    const dangling = await publishing(good, lost)
    if (dangling.ok) throw new Error('published')
    expect(dangling.problems.map(({ path }) => path.join('.')).sort()).toEqual(['effects.0.change', 'source'])
    expect(await everythingPublic()).toBe(before)
    expect(await listDrafts(db)).toHaveLength(3)
  })

  test('a record that others refer to cannot be removed; a report can, and comes back with its history', async () => {
    const removal = (key: ReturnType<typeof recordKey>, baseRevision: number | null, data: unknown = null) =>
      publish(database, { records: [{ key, data, baseRevision }], by: ann.id, at, reason: 'retracted' })
    expect(await removal(recordKey('change', 'test', 'open'), 1)).toMatchObject({
      ok: false,
      problems: [{ kind: 'report', id: 'r1' }],
    })
    expect(await removal(recordKey('dossier', 'test', 'test'), 1)).toMatchObject({
      ok: false,
      problems: [{ kind: 'dossier' }],
    })
    const { number } = await currentEdition(db)
    expect(await removal(keyOf('r3'), 1)).toMatchObject({ ok: true })
    expect(await findRecord(db, keyOf('r3'))).toBeNull()
    expect((await loadDossier(db, 'test'))?.reports.map(({ id }) => id)).not.toContain('r3')
    expect((await dossierAt(db, 'test', number))?.reports.map(({ id }) => id)).toContain('r3')
    const asked = { edition: number + 1, kind: 'report', limit: 9 } as const
    expect(await recordsRemoved(db, asked)).toMatchObject([{ id: 'r3', title: report('r3', '2023-08-25').headline }])
    expect(await recordsUpdated(db, asked)).toEqual([])
    expect(await removal(keyOf('r3'), 1, report('r3', '2023-08-25'))).toMatchObject({
      ok: false,
      conflicts: [{ current: null }],
    })
    expect(await removal(keyOf('r3'), null, report('r3', '2023-08-25'))).toMatchObject({ ok: true })
    expect(await findRecord(db, keyOf('r3'))).toMatchObject({ revision: 3 })
  })

  test('what says the same is not published again', async () => {
    const { number } = await currentEdition(db)
    const record = (await findRecord(db, keyOf('r1')))?.record
    const draft = await draftOf(ann.id, 'r1', record)
    expect(await publishing(draft)).toEqual({ ok: true, edition: number, changed: false })
  })

  test('an id never changes', async () => {
    const draft = await draftOf(ann.id, 'r1', { ...first, id: 'renamed' })
    expect(await publishing(draft)).toMatchObject({ ok: false, problems: [{ path: ['id'] }] })
  })
})

test('the day of a report is its day in the dossier’s time zone, and moves with it', async () => {
  const late = report('late', '2023-08-31T20:00:00Z')
  const content = contentOf({ reports: [late] })
  await publishContent(database, content)
  const dayOf = async () => {
    const { reports } = await timelinePage(db, { dossier: 'test', filter: {}, limit: 99 })
    return reports.find((entry) => entry.report.id === 'late')?.day
  }
  expect(await dayOf()).toBe('2023-09-01')
  const [records] = content.dossiers
  if (records) records.dossier.timeZone = 'UTC'
  await publishContent(database, content)
  expect(await dayOf()).toBe('2023-08-31')
})

test('a publisher’s new name is found with its old reports; one that is in use cannot go', async () => {
  const renamed = { ...contentOf(), sources: [source('kyodo-news', { name: '共同通信' })] }
  await publishContent(database, renamed)
  expect(await timelineCount(db, { dossier: null, filter: { words: '共同' } })).toBeGreaterThan(1)
  const key = recordKey('source', '', 'kyodo-news')
  const revision = (await findRecord(db, key))?.revision ?? 0
  const asked = { records: [{ key, data: null, baseRevision: revision }], by: ann.id, at, reason: 'gone' }
  expect(await publish(database, asked)).toMatchObject({ ok: false })
})

test('order is that of the files, and moving a record is an edition without a revision', async () => {
  const rules = ['one', 'two', 'three'].map((id) => rule(id))
  await publishContent(database, contentOf({ rules: [rule('arms'), ...rules] }))
  const order = async () => (await listRecords(db, 'rule', 'test')).map(({ id }) => id)
  expect(await order()).toEqual(['arms', 'one', 'two', 'three'])
  const { number } = await currentEdition(db)
  await publishContent(database, contentOf({ rules: [...rules.toReversed(), rule('arms')] }))
  expect(await order()).toEqual(['three', 'two', 'one', 'arms'])
  expect(await currentEdition(db)).toMatchObject({ number: number + 1, summary: { dossiers: ['test'], records: {} } })
})

test('a dossier goes with everything in it, and with nothing of another one', async () => {
  const [records] = contentOf({ reports: [{ ...first, related: ['r1b'] }, report('r1b', '2024-01-01')] }).dossiers
  if (!records) throw new Error('no dossier')
  const twin = { ...records, dossier: { ...records.dossier, id: 'twin' } }
  await publishContent(database, { sources: [source('kyodo-news')], dossiers: [twin] })
  const before = await timelineCount(db, { dossier: null, filter: {} })
  const kinds = {
    dossier: [twin.dossier],
    rule: twin.rules,
    change: twin.changes,
    actor: twin.actors,
    report: twin.reports,
  }
  const gone = Object.entries(kinds).flatMap(([kind, all]) =>
    all.map(({ id }) => ({ key: recordKey(kind as keyof typeof kinds, 'twin', id), data: null, baseRevision: 1 })),
  )
  expect(await publish(database, { records: gone, by: ann.id, at, reason: 'closed' })).toMatchObject({ ok: true })
  expect(await loadDossier(db, 'twin')).toBeNull()
  expect(await timelineCount(db, { dossier: null, filter: {} })).toBe(before - 2)
  expect((await listDossiers(db)).map(({ id }) => id)).toEqual(['test'])
})

test('an edition stays as it was', async () => {
  const editions = (await listEditions(db, { limit: 99 })).filter(({ summary }) => !summary.dossiers.includes('twin'))
  for (const { number } of editions) {
    const then = await dossierAt(db, 'test', number)
    const summary = editions.find((edition) => edition.number === number)?.summary.records.report
    if (summary && number > 1) {
      const before = await dossierAt(db, 'test', number - 1)
      expect((then?.reports.length ?? 0) - (before?.reports.length ?? 0)).toBe(summary.created - summary.removed)
    }
  }
  expect((await dossierAt(db, 'test', 1))?.reports).toEqual([first])
  expect(await dossierAt(db, 'test', 0)).toBeNull()
})

test('after all of this the database is sound', async () => {
  expect(await verifyDatabase(database)).toEqual([])
})
