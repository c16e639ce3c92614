import { beforeEach, expect, test } from 'vitest'
import { saveDraft } from '@/db/commands/draft'
import { followName } from '@/db/commands/newsroom/follow-name'
import { recordKey } from '@/db/key'
import { type Draft, findDraft } from '@/db/queries/draft'
import { drafts as draftTable } from '@/db/schema'
import type { RecordKind } from '@/lib/model'
import { at, contentOf, publishContent } from '../../support/content'
import { testDatabase } from '../../support/database'
import { report } from '../../support/dossiers'
import { makeUser } from '../../support/users'

const { database } = await testDatabase()
const { db, write } = database
const ann = await makeUser(database, 'ann')
const bob = await makeUser(database, 'bob')
await publishContent(database, contentOf({ reports: [report('lampp-act', '2023-08-23')] }))

beforeEach(() => write((tx) => tx.delete(draftTable)))

const make = async (kind: RecordKind, id: string, data: object, author = ann.id, dossier = 'test'): Promise<Draft> => {
  const key = recordKey(kind, dossier, id)
  const saved = await write((tx) => saveDraft(tx, { key, data: { id, ...data }, author, at }))
  if (!saved.ok) throw new Error('in conflict')
  return saved.draft
}

const mend = (draft: Draft, name: object): Promise<Draft> =>
  write(async (tx) => {
    const { id, kind, dossier, recordId, author, version } = draft
    const data = { ...Object(draft.data), ...name }
    const saved = await saveDraft(tx, { id, key: recordKey(kind, dossier, recordId), data, author, at, version })
    if (!saved.ok) throw new Error('in conflict')
    return followName(tx, { draft: saved.draft, before: draft.data, by: author, at })
  })

const again = async ({ id }: Draft) => (await findDraft(db, id)) as Draft

test('a name is mended before the first publication: its id follows, and so does every draft that names it', async () => {
  const change = await make('change', 'lampp-act', { title: 'Lampp act', alterations: [] })
  const mine = await make('report', 'r2', { effects: [{ change: 'lampp-act', kind: 'moves' }] })
  const his = await make('report', 'r3', { positions: [{ change: 'lampp-act', actor: 'lampp-act' }] }, bob.id)
  const other = await make('report', 'r4', { effects: [{ change: 'lamp-act', kind: 'moves' }] }, bob.id)
  const elsewhere = await make('report', 'r2', { effects: [{ change: 'lampp-act', kind: 'moves' }] }, ann.id, 'other')
  const mended = await mend(change, { title: 'Lamp act' })
  expect(mended).toMatchObject({ id: change.id, recordId: 'lamp-act', title: 'Lamp act', version: 2 })
  expect(mended.data).toEqual({ id: 'lamp-act', title: 'Lamp act', alterations: [] })
  expect((await again(mine)).data).toMatchObject({ effects: [{ change: 'lamp-act' }] })
  // An actor of that id is another thing.
  expect((await again(his)).data).toMatchObject({ positions: [{ change: 'lamp-act', actor: 'lampp-act' }] })
  expect([(await again(mine)).version, (await again(his)).version]).toEqual([2, 2])
  for (const left of [other, elsewhere]) expect(await again(left)).toEqual(left)
})

test('a publisher is followed into every dossier', async () => {
  const source = await make('source', 'kyoddo', { name: 'Kyoddo' }, ann.id, '')
  const told = await make('report', 'r2', { source: 'kyoddo', attribution: [{ source: 'kyoddo' }] }, bob.id, 'other')
  expect((await mend(source, { name: { en: 'Kyodo' } })).recordId).toBe('kyodo')
  expect((await again(told)).data).toMatchObject({ source: 'kyodo', attribution: [{ source: 'kyodo' }] })
})

test('an id that is taken gets a number, as it does when a record is begun', async () => {
  await make('rule', 'lamp-act', { title: 'Lamp act' })
  const rule = await make('rule', 'lampp-act', { title: 'Lampp act' })
  expect((await mend(rule, { title: 'Lamp act' })).recordId).toBe('lamp-act-2')
})

test('an id that is public stays, and so does one of which another has a draft', async () => {
  const published = await make('report', 'lampp-act', { headline: 'Lampp act' })
  expect((await mend(published, { headline: 'Lamp act' })).recordId).toBe('lampp-act')
  const rule = await make('rule', 'lampp-act', { title: 'Lampp act' })
  await make('rule', 'lampp-act', { title: 'Lampp act' }, bob.id)
  expect((await mend(rule, { title: 'Lamp act' })).recordId).toBe('lampp-act')
})
