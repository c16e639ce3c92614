import { describe, expect, test } from 'vitest'
import { saveDraft } from '@/db/commands/draft'
import { draftTogether, type TogetherStep } from '@/db/commands/draft-together'
import { DraftsInTheWayError } from '@/db/commands/errors'
import { publish } from '@/db/commands/publish/publish'
import { undoEdition } from '@/db/commands/undo-edition'
import { recordKey } from '@/db/key'
import { listCorrections } from '@/db/queries/correction'
import { findDraft, listDrafts } from '@/db/queries/draft'
import { listEvents } from '@/db/queries/event'
import { listRecords, loadDossier } from '@/db/queries/record'
import { timelinePage } from '@/db/queries/timeline'
import { watchState } from '@/db/stamp'
import { verifyDatabase } from '@/db/verify'
import { type AnyRecord, absorb, type IdMention, recordsMentioning, recordsOf, renameIn, underNewId } from '@/lib/model'
import { formerPlace } from '@/lib/press/former-ids'
import { actor, contentOf, position, publishContent, source } from '../../support/content'
import { testDatabase } from '../../support/database'
import { change, moves, report, rule } from '../../support/dossiers'
import { makeUser } from '../../support/users'

const { database } = await testDatabase()
const { db, write } = database
const eve = await makeUser(database, 'eve', 'editor')
const told = { ...report('r1', '2024-01-05', moves('open', 'in_force')), positions: [position('komeito', 'open')] }
const content = contentOf({
  rules: [rule('arms', { scope: { thing: ['gun'] } }), rule('other')],
  changes: [change('open', { rule: 'arms' }), change('second', { rule: 'other' })],
  actors: [actor('komeito'), actor('new-komeito')],
  reports: [told, { ...report('r2', '2024-02-05', moves('open', 'in_force', '2024-01-05')), source: 'kyodo' }],
})
await publishContent(database, { ...content, sources: [...content.sources, source('kyodo')] })

const day = (number: number) => `2026-01-${String(number).padStart(2, '0')}T00:00:00.000Z`
const form = async () => (await loadDossier(db, 'test')) ?? expect.unreachable()

/** The steps that give something of the dossier another id. */
async function stepsOf(what: IdMention, to: string): Promise<TogetherStep[]> {
  return recordsOf(await form()).flatMap(({ kind, record }): TogetherStep[] => {
    const key = recordKey(kind, 'test', record.id)
    const data = renameIn(kind, record as AnyRecord, { what, to })
    if (kind === what.kind && record.id === what.id)
      return [
        { key: recordKey(kind, 'test', to), data: underNewId(data, to) },
        { key, data: null },
      ]
    return data === record ? [] : [{ key, data, ofDraft: (own) => renameIn(kind, own, { what, to }) }]
  })
}

async function publishSteps(steps: readonly TogetherStep[], at: string): Promise<number> {
  const ids = await write((tx) => draftTogether(tx, { steps, by: eve.id, at, note: 'another id' }))
  return publishDrafts(ids, at)
}

async function publishDrafts(ids: readonly string[], at: string): Promise<number> {
  const drafts = await Promise.all(ids.map(async (id) => ({ id, version: (await findDraft(db, id))?.version ?? 0 })))
  const done = await publish(database, { drafts, by: eve.id, at, reason: 'test' })
  if (!done.ok) throw new Error(JSON.stringify(done))
  return done.edition
}

const eventsOf = async (edition: number) => (await listEvents(db, { edition }, { limit: 99 })).map(({ kind }) => kind)

async function undo(edition: number, at: string): Promise<number> {
  const { drafts } = await write((tx) => undoEdition(tx, { edition, by: eve.id, at }))
  return publishDrafts(drafts, at)
}

describe.each<[string, IdMention]>([
  ['a rule', { kind: 'rule', id: 'arms' }],
  ['a change', { kind: 'change', id: 'open' }],
  ['a report', { kind: 'report', id: 'r1' }],
  ['an actor', { kind: 'actor', id: 'komeito' }],
  ['a value', { kind: 'value', dimension: 'thing', id: 'gun' }],
  ['a dimension', { kind: 'dimension', id: 'thing' }],
])('%s that gets another id', (_, what) => {
  test('is one edition, no news and no correction, and what is undone is as it was', async () => {
    const before = await form()
    const edition = await publishSteps(await stepsOf(what, 'another'), day(2))
    expect(await eventsOf(edition)).toEqual(['edition'])
    expect(await listCorrections(db, { limit: 9 })).toEqual([])
    const after = await form()
    expect(JSON.stringify(after)).not.toBe(JSON.stringify(before))
    expect(recordsOf(after).map(({ kind }) => kind)).toEqual(recordsOf(before).map(({ kind }) => kind))
    if (what.kind === 'change') {
      const { reports } = await timelinePage(db, { dossier: 'test', filter: { changes: ['another'] }, limit: 9 })
      expect(reports.map(({ report: { id } }) => id)).toEqual(['r2', 'r1'])
    }
    expect(await verifyDatabase(database)).toEqual([])
    const undone = await undo(edition, day(3))
    expect(await eventsOf(undone)).toEqual(['edition'])
    expect(await form()).toEqual(before)
    expect(await listDrafts(db)).toEqual([])
  })
})

test('who follows a record by its new id finds what was told of it before', async () => {
  const of = async (id: string) =>
    (await listEvents(db, { record: recordKey('change', 'test', id) }, { limit: 99 })).map(({ place }) => place)
  const before = await of('open')
  expect(before.length).toBeGreaterThan(0)
  const edition = await publishSteps(await stepsOf({ kind: 'change', id: 'open' }, 'opened'), day(4))
  expect(await of('opened')).toEqual(before)
  await undo(edition, day(5))
})

test('the addresses that lead to another one follow each edition', async () => {
  const state = await watchState(database)
  const nowOf = (folder: string, id: string) => state.read().formerly?.get(formerPlace('test', folder, id))
  const value: IdMention = { kind: 'value', dimension: 'thing', id: 'gun' }
  for (const [what, to, folder] of [
    [{ kind: 'rule', id: 'arms' }, 'weapons', 'rules'],
    [value, 'rifle', '=thing'],
  ] as [IdMention, string, string][]) {
    const edition = await publishSteps(await stepsOf(what, to), day(6))
    await state.refresh()
    expect([nowOf(folder, what.id), nowOf(folder, to)]).toEqual([to, undefined])
    await undo(edition, day(7))
    await state.refresh()
    expect(nowOf(folder, what.id)).toBeUndefined()
  }
  state.stop()
})

test('two publishers become one in one edition, without a correction of their reports, and two again', async () => {
  const sources = await listRecords(db, 'source', '')
  const [stays, goes] = ['kyodo-news', 'kyodo'].map((id) => sources.find((one) => one.id === id))
  if (!stays || !goes) throw new Error('the publishers are missing')
  const steps: TogetherStep[] = [
    { key: recordKey('source', '', 'kyodo-news'), data: absorb(stays, goes) },
    { key: recordKey('source', '', 'kyodo'), data: null },
    ...(await stepsOf({ kind: 'source', id: 'kyodo' }, 'kyodo-news')),
  ]
  const edition = await publishSteps(steps, day(8))
  expect(await eventsOf(edition)).toEqual(['edition'])
  expect(await listCorrections(db, { limit: 9 })).toEqual([])
  expect((await form()).reports.map(({ source: of }) => of)).toEqual(['kyodo-news', 'kyodo-news'])
  expect(await listRecords(db, 'source', '')).toEqual([{ ...stays, formerly: ['kyodo'] }])
  await undo(edition, day(9))
  expect((await form()).reports.map(({ source: of }) => of)).toEqual(['kyodo-news', 'kyodo'])
  expect((await listRecords(db, 'source', '')).map(({ id }) => id)).toEqual(['kyodo-news', 'kyodo'])
})

test('what names a record that gets another id is rewritten when it is published, with a draft or without', async () => {
  const before = await form()
  const what: IdMention = { kind: 'change', id: 'open' }
  const [made, gone] = (await stepsOf(what, 'opened')).filter(({ key: { kind } }) => kind === 'change')
  if (!made || !gone) throw new Error('the change is missing')
  const edition = await publishSteps([made, gone], day(9))
  const after = await form()
  expect(recordsMentioning(after, what)).toEqual([])
  expect(recordsMentioning(after, { ...what, id: 'opened' })).toHaveLength(2)
  expect(await eventsOf(edition)).toEqual(['edition'])
  expect(await verifyDatabase(database)).toEqual([])
  // Where there are more than can be looked at, what only names it gets no draft either when that is undone.
  const { drafts } = await write((tx) => undoEdition(tx, { edition, by: eve.id, at: day(9), most: 2 }))
  expect(drafts).toHaveLength(2)
  await publishDrafts(drafts, day(9))
  expect(await form()).toEqual(before)
})

describe('drafts of one’s own', () => {
  test('follow, with what they say', async () => {
    const key = recordKey('report', 'test', 'r1')
    const own = { ...told, summary: 'Half written' }
    await write((tx) => saveDraft(tx, { key, data: own, author: eve.id, at: day(10) }))
    const steps = await stepsOf({ kind: 'change', id: 'open' }, 'opened')
    const ids = await write((tx) => draftTogether(tx, { steps, by: eve.id, at: day(10), note: 'another id' }))
    const drafts = await Promise.all(ids.map((id) => findDraft(db, id)))
    expect(drafts.find((draft) => draft?.recordId === 'r1')?.data).toMatchObject({
      summary: 'Half written',
      effects: [{ change: 'opened' }],
    })
    expect(drafts).toHaveLength(4)
  })

  test('are in the way where the record goes that they are of', async () => {
    const key = recordKey('actor', 'test', 'new-komeito')
    await write((tx) =>
      saveDraft(tx, { key, data: actor('new-komeito', { url: 'https://a.example' }), author: eve.id, at: day(10) }),
    )
    const going = write((tx) =>
      draftTogether(tx, { steps: [{ key, data: null }], by: eve.id, at: day(10), note: 'merged' }),
    )
    await expect(going).rejects.toThrow(DraftsInTheWayError)
  })
})
