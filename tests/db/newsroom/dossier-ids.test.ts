import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { saveDraft } from '@/db/commands/draft'
import { draftTogether } from '@/db/commands/draft-together'
import { importContent } from '@/db/commands/import'
import { publish } from '@/db/commands/publish/publish'
import { undoEdition } from '@/db/commands/undo-edition'
import { dossierAt } from '@/db/held/past'
import { recordKey } from '@/db/key'
import { listCorrections } from '@/db/queries/correction'
import { listRetracted } from '@/db/queries/desk/set-aside-report'
import { findDraft, listDrafts } from '@/db/queries/draft'
import { findEdition } from '@/db/queries/edition'
import { listEvents } from '@/db/queries/event'
import { openFollowed } from '@/db/queries/followed-events'
import { findRecord, listDossiers, loadDossier } from '@/db/queries/record'
import { listEventPage } from '@/db/queries/records/event-page'
import { listRevisionEntries } from '@/db/queries/revision'
import { inOrderOf } from '@/db/queries/site/site'
import { timelinePage } from '@/db/queries/timeline'
import { findUser } from '@/db/queries/user'
import { comments, dossierRoles, events } from '@/db/schema'
import { watchState } from '@/db/stamp'
import { verifyDatabase } from '@/db/verify'
import type { Followed } from '@/lib/feeds/followed'
import { type Dossier, type DossierRecords, underNewId } from '@/lib/model'
import { formerPlace } from '@/lib/press/former-ids'
import { actor, contentOf, position, publishContent } from '../../support/content'
import { testDatabase } from '../../support/database'
import { change, moves, report, rule } from '../../support/dossiers'
import { makeUser } from '../../support/users'

const { database } = await testDatabase()
const { db, write } = database
const eve = await makeUser(database, 'eve', 'editor')
const adam = await makeUser(database, 'adam', 'author')
const told = { ...report('r1', '2024-01-05', moves('open', 'in_force')), positions: [position('komeito', 'open')] }
const retracted = {
  ...report('r3', '2024-03-05', moves('second', 'in_force')),
  retracted: { on: '2024-04-01', note: 'It never was so' },
}
/** Nothing that it tells holds: lists and feeds leave it out. */
const wrong = report('r4', '2024-02-06', moves('open', 'in_force', '2024-01-09'))
const content = contentOf({
  rules: [rule('other'), rule('arms', { scope: { thing: ['gun'] } })],
  changes: [
    {
      ...change('open', { rule: 'arms' }),
      resolutions: [{ about: 'dates', holds: 'r1', against: 'r4', reason: 'Told wrongly' }],
    },
    change('second', { rule: 'other' }),
  ],
  actors: [actor('komeito')],
  reports: [told, report('r2', '2024-02-05', moves('open', 'in_force', '2024-01-05')), retracted, wrong],
})
await publishContent(database, content)
const first = await loadDossier(db, 'test')

const day = (number: number) => `2026-01-${String(number).padStart(2, '0')}T00:00:00.000Z`
const key = (id: string) => recordKey('dossier', id, id)
const dossierNow = async (id: string) => (await findRecord(db, key(id)))?.record ?? expect.unreachable()
const said = ({ dossier: { id: _, formerly: __, ...dossier }, ...records }: DossierRecords) => ({ dossier, ...records })

async function publishDrafts(ids: readonly string[], at: string): Promise<number> {
  const drafts = await Promise.all(ids.map(async (id) => ({ id, version: (await findDraft(db, id))?.version ?? 0 })))
  const done = await publish(database, { drafts, by: eve.id, at, reason: 'test' })
  if (!done.ok) throw new Error(JSON.stringify(done))
  return done.edition
}

/** The two drafts that give a dossier another id. */
async function draftsOf(from: string, to: string, at: string, over: Partial<Dossier> = {}): Promise<string[]> {
  const dossier = await dossierNow(from)
  const steps = [
    { key: key(to), data: { ...underNewId(dossier, to), ...over } },
    { key: key(from), data: null },
  ]
  return write((tx) => draftTogether(tx, { steps, by: eve.id, at, note: 'another id' }))
}

const rename = async (from: string, to: string, at: string) => publishDrafts(await draftsOf(from, to, at), at)

async function undo(edition: number, at: string): Promise<number> {
  const { drafts } = await write((tx) => undoEdition(tx, { edition, by: eve.id, at, most: 200 }))
  expect(drafts.length).toBeLessThanOrEqual(3)
  return publishDrafts(drafts, at)
}

/** What its feed tells, report by report. */
const fed = async (dossier: string, filter?: Followed['filter']) => {
  const open = (await openFollowed(db, { dossier, ...(filter ? { filter } : {}) })) ?? expect.unreachable()
  const rows = await db.select({ data: events.data }).from(events).where(open.where).orderBy(events.place)
  return rows.map(({ data }) => data)
}

const eventsIn = async (dossier: string) =>
  (await listEvents(db, { dossier }, { limit: 99 })).map(({ id, kind, place, updatedAt }) => [
    id,
    kind,
    place,
    updatedAt,
  ])

describe('a dossier that gets another id', () => {
  test('is one edition: all that stands in it stands under the new id, is told once, and goes back when it is undone', async () => {
    const state = await watchState(database)
    const before = await eventsIn('test')
    const feeds = [await fed('test'), await fed('test', { change: 'open' })]
    expect(feeds.map((feed) => feed.length)).toEqual([2, 2])
    const corrections = await listCorrections(db, { limit: 9 })
    const retractions = await listRetracted(db, { dossier: null, limit: 9 })
    expect(retractions).toHaveLength(1)
    const edition = await rename('test', 'weapons', day(2))

    expect((await listDossiers(db)).map(({ id, formerly }) => [id, formerly])).toEqual([['weapons', ['test']]])
    const after = (await loadDossier(db, 'weapons')) ?? expect.unreachable()
    expect(said(after)).toEqual(said(first ?? expect.unreachable()))
    expect(await loadDossier(db, 'test')).toBeNull()
    expect((await listRevisionEntries(db, recordKey('rule', 'test', 'arms'))).map(({ removed }) => removed)).toEqual([
      true,
      false,
    ])
    // What it was at the edition before is read under the id that it had then.
    expect(await dossierAt(db, 'test', edition - 1)).toEqual(first)
    const lists = await timelinePage(db, { dossier: 'weapons', filter: { changes: ['open'] }, limit: 9 })
    expect(lists.reports.map(({ report: { id } }) => id)).toEqual(['r2', 'r1'])
    expect((await timelinePage(db, { dossier: 'test', filter: {}, limit: 9 })).reports).toEqual([])

    expect((await listEvents(db, { edition }, { limit: 99 })).map(({ kind }) => kind)).toEqual(['edition'])
    expect((await findEdition(db, edition))?.summary).toEqual({
      dossiers: ['test', 'weapons'],
      records: { dossier: { created: 0, updated: 1, removed: 0 } },
    })
    expect(await eventsIn('weapons')).toEqual(before)
    expect([await fed('weapons'), await fed('weapons', { change: 'open' })]).toEqual(feeds)
    const ofChange = await listEvents(db, { record: recordKey('change', 'weapons', 'open') }, { limit: 99 })
    expect(ofChange.length).toBeGreaterThan(0)
    const asked = { dossier: 'test', records: [], edition: edition - 1, since: null, behind: null, limit: 99 }
    expect((await listEventPage(db, asked)).map(({ place }) => place)).toEqual(before.map(([, , place]) => place))
    expect(await listCorrections(db, { limit: 9 })).toEqual(corrections)
    expect((await listRetracted(db, { dossier: 'weapons', limit: 9 })).map((one) => one.report)).toEqual(
      retractions.map((one) => one.report),
    )

    await state.refresh()
    expect(state.read().formerly?.get(formerPlace('', '', 'test'))).toBe('weapons')
    expect(inOrderOf({ dossiers: ['test'] }, await listDossiers(db)).map(({ id }) => id)).toEqual(['weapons'])
    expect(await verifyDatabase(database)).toEqual([])

    const undone = await undo(edition, day(3))
    expect((await listEvents(db, { edition: undone }, { limit: 99 })).map(({ kind }) => kind)).toEqual(['edition'])
    expect(await loadDossier(db, 'test')).toEqual(first)
    expect(await loadDossier(db, 'weapons')).toBeNull()
    expect(await eventsIn('test')).toEqual(before)
    expect([await fed('test'), await fed('test', { change: 'open' })]).toEqual(feeds)
    expect(await verifyDatabase(database)).toEqual([])
    state.stop()
  })

  test('takes along what was said and written of it: drafts on their revisions, comments, roles', async () => {
    const made = async (id: string, data: unknown, author: string) => {
      const saved = await write((tx) => saveDraft(tx, { key: recordKey('rule', 'test', id), data, author, at: day(4) }))
      return saved.ok ? saved.draft.id : expect.unreachable()
    }
    const current = await made('arms', rule('arms', { title: 'Half written' }), eve.id)
    const fresh = await made('fresh', rule('fresh'), eve.id)
    const stale = await made('other', rule('other', { title: 'From before' }), adam.id)
    const newer = await made('other', rule('other', { title: 'Published' }), eve.id)
    await publishDrafts([newer], day(4))
    const ofDossier = await write((tx) =>
      saveDraft(tx, {
        ...{ key: key('test'), author: adam.id, at: day(4) },
        data: { ...first?.dossier, title: 'A better title' },
      }),
    )
    await write((tx) => tx.insert(dossierRoles).values({ userId: adam.id, dossier: 'test', role: 'reviewer' }))
    await write((tx) =>
      tx.insert(comments).values({
        ...{ id: 'c1', draftId: current, kind: 'rule', dossier: 'test', recordId: 'arms', field: '', text: 'Why?' },
        ...{ by: adam.id, at: day(4) },
      }),
    )
    const edition = await rename('test', 'weapons', day(5))

    const placeOf = async (id: string) => {
      const draft = await findDraft(db, id)
      const published = draft && (await findRecord(db, recordKey(draft.kind, draft.dossier, draft.recordId)))
      return [draft?.dossier, draft?.baseRevision === (published?.revision ?? null)]
    }
    expect(await placeOf(current)).toEqual(['weapons', true])
    expect(await placeOf(fresh)).toEqual(['weapons', true])
    expect(await placeOf(stale)).toEqual(['weapons', false])
    expect((await findDraft(db, current))?.data).toMatchObject({ title: 'Half written' })
    const dossier = await findDraft(db, ofDossier.ok ? ofDossier.draft.id : '')
    expect(dossier).toMatchObject({ dossier: 'weapons', recordId: 'weapons', version: 2 })
    expect(dossier?.data).toMatchObject({ id: 'weapons', formerly: ['test'], title: 'A better title' })
    expect((await findUser(db, adam.id))?.dossierRoles).toEqual({ weapons: 'reviewer' })
    expect(await db.select({ dossier: comments.dossier }).from(comments).where(eq(comments.id, 'c1'))).toEqual([
      { dossier: 'weapons' },
    ])
    // A draft that moved is published where it stands now.
    await publishDrafts([current], day(5))
    expect((await findRecord(db, recordKey('rule', 'weapons', 'arms')))?.record).toMatchObject({
      title: 'Half written',
    })

    // What was changed since stays changed when the dossier gets its id back.
    await undo(edition, day(6))
    expect((await findRecord(db, recordKey('rule', 'test', 'arms')))?.record).toMatchObject({ title: 'Half written' })
    expect(await placeOf(fresh)).toEqual(['test', true])
    expect((await findUser(db, adam.id))?.dossierRoles).toEqual({ test: 'reviewer' })
    expect(await verifyDatabase(database)).toEqual([])
  })

  test('goes along with other drafts of it in one edition, which is undone as a whole', async () => {
    const before = await loadDossier(db, 'test')
    const changed = await write((tx) =>
      saveDraft(tx, {
        ...{ key: recordKey('report', 'test', 'r1'), author: eve.id, at: day(7) },
        data: { ...told, headline: 'Told otherwise' },
      }),
    )
    const ids = [...(await draftsOf('test', 'weapons', day(7))), changed.ok ? changed.draft.id : '']
    const edition = await publishDrafts(ids, day(7))
    expect((await findEdition(db, edition))?.summary.records).toEqual({
      dossier: { created: 0, updated: 1, removed: 0 },
      report: { created: 0, updated: 1, removed: 0 },
    })
    expect((await findRecord(db, recordKey('report', 'weapons', 'r1')))?.record.headline).toBe('Told otherwise')
    expect(await verifyDatabase(database)).toEqual([])
    await undo(edition, day(8))
    expect(await loadDossier(db, 'test')).toEqual(before)
    expect(await verifyDatabase(database)).toEqual([])
  })

  test('is refused where somebody has a draft of one record under both ids, and nothing of it is done', async () => {
    await write((tx) =>
      saveDraft(tx, { key: recordKey('rule', 'weapons', 'fresh'), data: rule('fresh'), author: eve.id, at: day(9) }),
    )
    await expect(rename('test', 'weapons', day(9))).rejects.toThrow('has drafts in')
    expect((await listDossiers(db)).map(({ id }) => id)).toEqual(['test'])
    expect((await listDrafts(db)).filter(({ recordId }) => recordId === 'fresh').map(({ dossier }) => dossier)).toEqual(
      expect.arrayContaining(['test', 'weapons']),
    )
  })

  test('keeps its old id from another dossier, while that leads to it', async () => {
    await rename('test', 'arms-exports', day(10))
    await expect(
      write((tx) => importContent(tx, { content, by: 'tester', at: day(11), reason: 'the old files' })),
    ).rejects.toThrow('is or was the id of another dossier')
  })
})
