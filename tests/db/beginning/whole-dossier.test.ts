import { expect, test } from 'vitest'
import { saveDraft } from '@/db/commands/draft'
import { publish } from '@/db/commands/publish/publish'
import { bringBackDossiers } from '@/db/commands/undo-edition'
import { dossierAt } from '@/db/held/past'
import { recordKey } from '@/db/key'
import { listDrafts } from '@/db/queries/draft'
import { currentEdition, currentEditionNumber } from '@/db/queries/edition'
import { findRecord, listDossiers, loadDossier } from '@/db/queries/record'
import { timelinePage } from '@/db/queries/timeline'
import { verifyDatabase } from '@/db/verify'
import { readContent } from '@/lib/content'
import { at, contentOf, publishContent } from '../../support/content'
import { testDatabase } from '../../support/database'
import { report } from '../../support/dossiers'
import { makeUser } from '../../support/users'

const read = await readContent('content')
if (!read.ok) throw new Error('content/ is not sound')
const { content } = read
const id = 'us-chip-export-controls'

async function site() {
  const { database } = await testDatabase()
  const eve = await makeUser(database, 'eve', 'editor')
  const remove = async (dossier: string, by = eve.id) => {
    const key = recordKey('dossier', dossier, dossier)
    const saved = await database.write((tx) => saveDraft(tx, { key, data: null, author: eve.id, at }))
    if (!saved.ok) throw new Error('the draft is there already')
    const { id: draft, version } = saved.draft
    return publish(database, { drafts: [{ id: draft, version }], by, at, reason: 'Not ours' })
  }
  return { database, eve, remove }
}

test('a dossier goes whole, as an edition like any other; earlier editions keep it, and undoing brings all of it back', async () => {
  const { database, eve, remove } = await site()
  const { db, write } = database
  await publishContent(database, content)
  const before = await loadDossier(db, id)
  const others = (await listDossiers(db)).map((one) => one.id).filter((one) => one !== id)
  expect(await remove(id)).toMatchObject({ ok: true, edition: 2 })
  expect((await listDossiers(db)).map((one) => one.id)).toEqual(others)
  expect(await loadDossier(db, id)).toBeNull()
  expect(await dossierAt(db, id, 1)).toEqual(before)
  const shown = { dossier: id, filter: {}, limit: 9 }
  expect((await timelinePage(db, shown)).reports).toEqual([])
  expect((await timelinePage(db, { ...shown, edition: 1 })).reports).toHaveLength(9)
  const { summary } = await currentEdition(db)
  expect(summary.dossiers).toEqual([id])
  expect(summary.records.report?.removed).toBe(before?.reports.length)
  expect(summary.records.source).toBeUndefined()
  expect(await verifyDatabase(database)).toEqual([])

  const back = await write((tx) => bringBackDossiers(tx, { edition: 2, by: eve.id, at, reason: 'Ours after all' }))
  expect(back).toMatchObject({ edition: 3, changed: true })
  expect(await loadDossier(db, id)).toEqual(before)
  expect(await verifyDatabase(database)).toEqual([])
  // What is there again is not brought back once more.
  expect(await write((tx) => bringBackDossiers(tx, { edition: 2, by: eve.id, at, reason: 'again' }))).toBeNull()
  expect(await currentEditionNumber(db)).toBe(3)
})

test('where law takes a second person, so does a dossier that goes with its reports', async () => {
  const { database, eve, remove } = await site()
  const own = contentOf({ reports: [report('r1', '2023-08-23')] })
  const [records] = own.dossiers
  if (!records) throw new Error('there is no dossier')
  const { dossier } = records
  await publishContent(database, {
    ...own,
    dossiers: [{ ...records, dossier: { ...dossier, review: { second: 'law' } } }],
  })
  expect(await remove(dossier.id)).toMatchObject({ ok: false, withheld: [{ key: { kind: 'dossier' } }] })
  expect(await findRecord(database.db, recordKey('report', dossier.id, 'r1'))).not.toBeNull()
  const una = await makeUser(database, 'una', 'editor')
  const [draft] = await listDrafts(database.db)
  if (!draft) throw new Error('the draft is gone')
  const drafts = [{ id: draft.id, version: draft.version }]
  expect(await publish(database, { drafts, by: una.id, at, reason: 'seen' })).toMatchObject({ ok: true, edition: 2 })
  expect(await findRecord(database.db, recordKey('report', dossier.id, 'r1'))).toBeNull()
  expect(eve.id).not.toBe(una.id)
})
