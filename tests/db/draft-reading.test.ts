import { describe, expect, test } from 'vitest'
import { saveDraft } from '@/db/commands/draft'
import { recordKey } from '@/db/key'
import { draftOfAttempt, findDraftEntry, readDraftStart } from '@/db/queries/draft'
import { findRevision, listRevisionEntries, listRevisions } from '@/db/queries/revision'
import { at, contentOf, publishContent } from '../support/content'
import { testDatabase } from '../support/database'
import { report } from '../support/dossiers'
import { makeUser } from '../support/users'

const { database } = await testDatabase()
const { db, write } = database
const ann = await makeUser(database, 'ann')
await publishContent(database, contentOf({ reports: [report('r1', '2023-08-23')] }))

const key = recordKey('report', 'test', 'new')
const saving = (given: Partial<Parameters<typeof saveDraft>[1]>) =>
  write((tx) => saveDraft(tx, { key, data: { headline: '題'.repeat(500) }, author: ann.id, at, ...given }))

describe('one draft', () => {
  test('is told of, and begun to be read, without its text', async () => {
    const saved = await saving({ attempt: 'one' })
    const id = saved.ok ? saved.draft.id : ''
    const entry = await findDraftEntry(db, id)
    expect(entry).toMatchObject({ id, bytes: 1515, version: 1 })
    expect(entry).not.toHaveProperty('data')
    expect(await readDraftStart(db, { id, length: 20 })).toBe(`{"headline":"${'題'.repeat(7)}`)
    expect(await findDraftEntry(db, 'none')).toBeNull()
    expect(await readDraftStart(db, { id: 'none', length: 20 })).toBe('')
  })

  test('is called by its name in each language', async () => {
    const headline = { en: 'Lamps', ja: '灯籠' }
    const saved = await saving({ key: recordKey('report', 'test', 'named'), data: { headline } })
    const entry = await findDraftEntry(db, saved.ok ? saved.draft.id : '')
    expect(entry).toMatchObject({ title: 'Lamps', titles: headline })
  })

  test('is found by the request that made it, and by the one that saved it last', async () => {
    const made = await draftOfAttempt(db, { author: ann.id, attempt: 'one' })
    if (!made) throw new Error('the request that made it is not known')
    await saving({ id: made.id, data: { headline: 'Two' }, attempt: 'two' })
    await saving({ id: made.id, data: { headline: 'Three' }, attempt: 'three' })
    const found = (attempt: string, author = ann.id) => draftOfAttempt(db, { author, attempt })
    expect((await found('one'))?.id).toBe(made.id)
    expect((await found('three'))?.id).toBe(made.id)
    expect(await found('two')).toBeNull()
    expect(await found('three', 'someone else')).toBeNull()
  })
})

test('a list of revisions tells all but the texts', async () => {
  const published = recordKey('report', 'test', 'r1')
  const [entry] = await listRevisionEntries(db, published)
  const [whole] = await listRevisions(db, published)
  expect(entry).toEqual({ number: 1, edition: 1, by: 'tester', at, reason: 'test', removed: false })
  expect(await findRevision(db, published, 1)).toEqual(whole)
})
