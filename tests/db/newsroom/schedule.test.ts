import { beforeEach, describe, expect, test } from 'vitest'
import { saveDraft } from '@/db/commands/draft'
import { discardDraft } from '@/db/commands/draft-discard'
import { cancelSchedule, publishDue, schedulePublication } from '@/db/commands/newsroom/schedule'
import { setRole } from '@/db/commands/user'
import { recordKey } from '@/db/key'
import { listDrafts } from '@/db/queries/draft'
import { currentEditionNumber } from '@/db/queries/edition'
import { listNotices } from '@/db/queries/newsroom/notice'
import { findSchedule, listWaiting, nextDue } from '@/db/queries/newsroom/schedule'
import { findRecord } from '@/db/queries/record'
import { localTimeIn } from '@/lib/model'
import { at, contentOf, publishContent } from '../../support/content'
import { testDatabase } from '../../support/database'
import { report } from '../../support/dossiers'
import { makeUser } from '../../support/users'

const { database } = await testDatabase()
const { db, write } = database
const ann = await makeUser(database, 'ann', 'author')
const eve = await makeUser(database, 'eve', 'editor')
const due = '2026-03-29T01:30:00.000Z'
await publishContent(database, contentOf())

const keyOf = (id: string) => recordKey('report', 'test', id)
async function scheduled(id: string, by = eve.id, data: unknown = report(id, '2024-01-01')) {
  const saved = await write((tx) => saveDraft(tx, { key: keyOf(id), data, author: ann.id, at }))
  if (!saved.ok) throw new Error('the draft is there already')
  const drafts = [{ id: saved.draft.id, version: saved.draft.version }]
  const time = { due, localTime: '2026-03-29T03:30', zone: 'Europe/Brussels' }
  return {
    draft: saved.draft,
    set: await write((tx) => schedulePublication(tx, { ...time, drafts, reason: 'On time', by, at })),
  }
}
const toldOf = async (user: string, id: string) =>
  (await listNotices(db, { user, limit: 99 })).filter(({ draftId }) => draftId === id).map(({ kind }) => kind)

beforeEach(async () => {
  for (const { id } of await listDrafts(db)) await write((tx) => discardDraft(tx, { id, by: ann.id, at }))
  for (const { id } of await listWaiting(db)) await write((tx) => cancelSchedule(tx, { id, by: eve.id, at }))
})

describe('a publication at a set time', () => {
  test('happens when its time has come, once, and whoever wrote it is told', async () => {
    const { draft, set } = await scheduled('a')
    const before = await currentEditionNumber(db)
    expect(await nextDue(db)).toBe(due)
    expect(await publishDue(database, '2026-03-29T01:29:59.999Z')).toEqual([])
    // After a halt, or on two nodes at once: it was due long ago, and happens once.
    await Promise.all([
      publishDue(database, '2026-04-01T00:00:00.000Z'),
      publishDue(database, '2026-04-01T00:00:00.000Z'),
    ])
    expect(await findRecord(db, keyOf('a'))).not.toBeNull()
    expect(await currentEditionNumber(db)).toBe(before + 1)
    expect(await findSchedule(db, set.id)).toMatchObject({ state: 'published', edition: before + 1 })
    expect(await toldOf(ann.id, draft.id)).toEqual(['published'])
    expect(await nextDue(db)).toBeNull()
  })

  test('is held, and told, where the text was saved again, is unsound, or may not be published by who set it', async () => {
    const stale = await scheduled('b')
    const text = { key: keyOf('b'), data: report('b', '2024-05-05'), author: ann.id, at }
    await write((tx) => saveDraft(tx, { ...text, id: stale.draft.id }))
    const unsound = await scheduled('c', eve.id, { ...report('c', '2024-01-01'), source: 'nobody' })
    const sound = await scheduled('d')
    const before = await currentEditionNumber(db)
    await publishDue(database, due)
    expect(await findSchedule(db, stale.set.id)).toMatchObject({
      state: 'held',
      held: expect.stringContaining('saved again'),
    })
    expect(await findSchedule(db, unsound.set.id)).toMatchObject({
      state: 'held',
      held: expect.stringContaining('nobody'),
    })
    expect(await findSchedule(db, sound.set.id)).toMatchObject({ state: 'published' })
    expect(await currentEditionNumber(db)).toBe(before + 1)
    expect(await toldOf(ann.id, stale.draft.id)).toEqual(['held'])
    expect((await listDrafts(db)).map(({ recordId }) => recordId).sort()).toEqual(['b', 'c'])
  })

  test('does not happen once who set it may no longer publish, or once it is called off', async () => {
    const gone = await makeUser(database, 'gone', 'editor')
    const { set } = await scheduled('e', gone.id)
    await write((tx) => setRole(tx, { user: gone.id, role: 'author', at, by: eve.id }))
    const off = await scheduled('f')
    expect(await write((tx) => cancelSchedule(tx, { id: off.set.id, by: eve.id, at }))).toBe(true)
    await publishDue(database, due)
    expect(await findSchedule(db, set.id)).toMatchObject({ state: 'held', held: expect.stringContaining('no longer') })
    expect(await findSchedule(db, off.set.id)).toMatchObject({ state: 'cancelled' })
    expect(await write((tx) => cancelSchedule(tx, { id: set.id, by: eve.id, at }))).toBe(false)
    expect(await findRecord(db, keyOf('e'))).toBeNull()
  })
})

describe('a time on the clocks of a place', () => {
  test('before and after the clocks change, between them, and twice', () => {
    const zone = 'Europe/Brussels'
    expect(localTimeIn('2026-03-29T01:30', zone)).toEqual({
      ok: true,
      instant: '2026-03-29T00:30:00.000Z',
      isFirstOfTwo: false,
    })
    expect(localTimeIn('2026-03-29T03:30', zone)).toMatchObject({ ok: true, instant: due })
    expect(localTimeIn('2026-03-29T02:30', zone)).toEqual({ ok: false, reason: 'skipped' })
    expect(localTimeIn('2026-10-25T02:30', zone)).toEqual({
      ok: true,
      instant: '2026-10-25T00:30:00.000Z',
      isFirstOfTwo: true,
    })
    expect(localTimeIn('2026-08-23T09:00', 'Asia/Tokyo')).toMatchObject({ instant: '2026-08-23T00:00:00.000Z' })
    expect(localTimeIn('2026-02-30T09:00', zone)).toEqual({ ok: false, reason: 'unreadable' })
    expect(localTimeIn('tomorrow', zone)).toEqual({ ok: false, reason: 'unreadable' })
  })
})
