import { beforeEach, describe, expect, test } from 'vitest'
import { saveDraft } from '@/db/commands/draft'
import { discardDraft } from '@/db/commands/draft-discard'
import { DraftsInTheWayError } from '@/db/commands/errors'
import { publish } from '@/db/commands/publish/publish'
import { undoEdition } from '@/db/commands/undo-edition'
import { recordKey } from '@/db/key'
import { listAudit } from '@/db/queries/audit'
import { findDraft, listDrafts } from '@/db/queries/draft'
import { currentEditionNumber } from '@/db/queries/edition'
import { findRecord } from '@/db/queries/record'
import { at, contentOf, publishContent } from '../../support/content'
import { testDatabase } from '../../support/database'
import { report } from '../../support/dossiers'
import { makeUser } from '../../support/users'

const { database } = await testDatabase()
const { db, write } = database
const eve = await makeUser(database, 'eve', 'editor')
await publishContent(database, contentOf({ reports: [report('r1', '2023-08-23'), report('r2', '2023-08-24')] }))

const keyOf = (id: string) => recordKey('report', 'test', id)
async function publishOf(...texts: [string, unknown][]): Promise<number> {
  const drafts = []
  for (const [id, data] of texts) {
    const saved = await write((tx) => saveDraft(tx, { key: keyOf(id), data, author: eve.id, at }))
    if (!saved.ok) throw new Error('the draft is there already')
    drafts.push({ id: saved.draft.id, version: saved.draft.version })
  }
  const done = await publish(database, { drafts, by: eve.id, at, reason: 'test' })
  if (!done.ok) throw new Error(JSON.stringify(done))
  return done.edition
}
const undoing = (edition: number) => write((tx) => undoEdition(tx, { edition, by: eve.id, at }))

beforeEach(async () => {
  for (const { id } of await listDrafts(db)) await write((tx) => discardDraft(tx, { id, by: eve.id, at }))
})

describe('undoing an edition', () => {
  test('brings back what stood before: the text of what it changed, nothing for what was new, all of what was removed', async () => {
    const texts = async () =>
      [await findRecord(db, keyOf('r1')), await findRecord(db, keyOf('r2'))].map((one) => one?.record)
    const before = await texts()
    const changed = { ...report('r1', '2023-08-23'), headline: 'Changed' }
    const edition = await publishOf(['r1', changed], ['r2', null], ['r3', report('r3', '2024-01-01')])
    const { drafts, changedSince } = await undoing(edition)
    expect(changedSince).toEqual([])
    expect(drafts).toHaveLength(3)
    const asked = await Promise.all(
      drafts.map(async (id) => ({ id, version: (await findDraft(db, id))?.version ?? 0 })),
    )
    expect(await publish(database, { drafts: asked, by: eve.id, at, reason: 'undone' })).toMatchObject({ ok: true })
    expect(await texts()).toEqual(before)
    expect(await findRecord(db, keyOf('r3'))).toBeNull()
    expect((await listAudit(db, { action: 'edition.undo', limit: 9 })).map(({ subject }) => subject)).toEqual([
      `edition ${edition}`,
    ])
  })

  test('leaves alone what was published again since, and says so', async () => {
    const first = await publishOf(['r1', { ...report('r1', '2023-08-23'), headline: 'Once' }])
    await publishOf(['r1', { ...report('r1', '2023-08-23'), headline: 'Twice' }])
    expect(await undoing(first)).toEqual({ drafts: [], changedSince: [keyOf('r1')] })
    expect(await listDrafts(db)).toEqual([])
  })

  test('makes nothing where a draft that says something else is in the way', async () => {
    const edition = await publishOf(
      ['r1', { ...report('r1', '2023-08-23'), headline: 'Again' }],
      ['r4', report('r4', '2024-01-01')],
    )
    await write((tx) => saveDraft(tx, { key: keyOf('r4'), data: report('r4', '2024-02-02'), author: eve.id, at }))
    await expect(undoing(edition)).rejects.toThrow(DraftsInTheWayError)
    expect((await listDrafts(db)).map(({ recordId }) => recordId)).toEqual(['r4'])
    expect(await currentEditionNumber(db)).toBe(edition)
  })
})

describe('the audit log', () => {
  test('has one entry for an editing session, however often a draft is saved in it', async () => {
    const saved = await write((tx) => saveDraft(tx, { key: keyOf('s'), data: {}, author: eve.id, at }))
    if (!saved.ok) throw new Error('the draft is there already')
    const { id } = saved.draft
    const minutes = (count: number) => new Date(Date.parse(at) + count * 60_000).toISOString()
    for (const count of [1, 2, 40, 45, 90])
      await write((tx) => saveDraft(tx, { id, key: keyOf('s'), data: { count }, author: eve.id, at: minutes(count) }))
    const told = (await listAudit(db, { subject: id, limit: 99 })).map((entry) => [entry.action, entry.at])
    expect(told).toEqual([
      ['draft.write', minutes(90)],
      ['draft.write', minutes(40)],
      ['draft.create', at],
    ])
  })

  test('cannot be changed, nor anything of it taken out', async () => {
    for (const statement of ["UPDATE audit SET action = 'nothing'", 'DELETE FROM audit'])
      await expect(database.upkeep.exclusively((run) => run(statement))).rejects.toThrow('history')
  })
})
