import { expect, test } from 'vitest'
import { saveDraft } from '@/db/commands/draft'
import { publish } from '@/db/commands/publish/publish'
import { recordKey } from '@/db/key'
import { findDraft } from '@/db/queries/draft'
import { listEditions } from '@/db/queries/edition'
import { findRecord, loadDossier } from '@/db/queries/record'
import { listRevisions } from '@/db/queries/revision'
import { verifyDatabase } from '@/db/verify'
import { at, contentOf, publishContent } from '../support/content'
import { testDatabase } from '../support/database'
import { report } from '../support/dossiers'
import { makeUser } from '../support/users'

const { database, open } = await testDatabase()
const editor = await makeUser(database, 'editor')

test('50 publishes at once make 50 editions, numbered without a gap', async () => {
  await publishContent(database, contentOf())
  const other = await open()
  const ids = Array.from({ length: 49 }, (_, n) => `r${String(n).padStart(2, '0')}`)
  const outcomes = await Promise.all(
    ids.map((id, n) => {
      const records = [{ key: recordKey('report', 'test', id), data: report(id, '2024-01-01'), baseRevision: null }]
      return publish(n % 2 === 0 ? database : other, { records, by: editor.id, at, reason: id })
    }),
  )
  expect(outcomes.every(({ ok }) => ok)).toBe(true)
  const numbers = (await listEditions(database.db, { limit: 99 })).map(({ number }) => number)
  expect(numbers).toEqual(Array.from({ length: 50 }, (_, n) => 50 - n))
  expect((await loadDossier(database.db, 'test'))?.reports.map(({ id }) => id)).toEqual(ids)
})

test('ten editors publish the same record at once: one is first, nine see a conflict, nothing is lost', async () => {
  const key = recordKey('report', 'test', 'r00')
  const editors = await Promise.all(Array.from({ length: 10 }, (_, n) => makeUser(database, `editor-${n}`)))
  const drafts = await Promise.all(
    editors.map(({ id, login }) =>
      database.write((tx) =>
        saveDraft(tx, { key, data: { ...report('r00', '2024-01-01'), headline: login }, author: id, at }),
      ),
    ),
  )
  const outcomes = await Promise.all(
    drafts.map(({ ok, ...saved }) => {
      if (!ok || !('draft' in saved)) throw new Error('not saved')
      return publish(database, { drafts: [saved.draft], by: saved.draft.author, at, reason: 'race' })
    }),
  )
  const winner = outcomes.findIndex(({ ok }) => ok)
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect((await findRecord(database.db, key))?.record.headline).toBe(`editor-${winner}`)
  for (const outcome of outcomes) if (!outcome.ok) expect(outcome.conflicts).toMatchObject([{ base: 1, current: 2 }])
  expect(await listRevisions(database.db, key)).toHaveLength(2)
})

test('publishing and saving the same draft at once loses no text', async () => {
  const key = recordKey('report', 'test', 'r01')
  const text = (headline: string) => ({ ...report('r01', '2024-01-01'), headline })
  const made = await database.write((tx) => saveDraft(tx, { key, data: text('first'), author: editor.id, at }))
  if (!made.ok) throw new Error('not saved')
  const id = made.draft.id
  const [published, saved] = await Promise.allSettled([
    publish(database, { drafts: [made.draft], by: editor.id, at, reason: 'now' }),
    database.write((tx) => saveDraft(tx, { id, key, data: text('second'), author: editor.id, at })),
  ])
  const isSaved = saved.status === 'fulfilled'
  expect(published).toMatchObject({ status: 'fulfilled', value: isSaved ? { stale: [{ id }] } : { ok: true } })
  const headline = (await findRecord(database.db, key))?.record.headline
  expect(headline).toBe(isSaved ? 'r01' : 'first')
  expect((await findDraft(database.db, id))?.data).toEqual(isSaved ? text('second') : undefined)
})

test('after all of this the database is sound', async () => {
  expect(await verifyDatabase(database)).toEqual([])
})
