import { expect, test } from 'vitest'
import { saveDraft } from '@/db/commands/draft'
import { handDraftsOn } from '@/db/commands/people/hand-on'
import { setDossierRole, setRole } from '@/db/commands/user'
import { recordKey } from '@/db/key'
import { listAudit } from '@/db/queries/audit'
import { listDrafts } from '@/db/queries/draft'
import { listNotices } from '@/db/queries/newsroom/notice'
import { findPerson } from '@/db/queries/people/person'
import { findUser } from '@/db/queries/user'
import { at } from '../../support/content'
import { testDatabase } from '../../support/database'
import { report } from '../../support/dossiers'
import { makeUser } from '../../support/users'

const { database } = await testDatabase()
const { db, write } = database
const admin = await makeUser(database, 'admin', 'admin')
const leaver = await makeUser(database, 'leaver', 'author')
const heir = await makeUser(database, 'heir', 'author')

async function draftOf(author: string, dossier: string, id: string): Promise<string> {
  const key = recordKey('report', dossier, id)
  const saved = await write((tx) => saveDraft(tx, { key, data: report(id, '2024-01-01'), author, at }))
  if (!saved.ok) throw new Error('the draft is there already')
  return saved.draft.id
}

test('a leaver’s drafts go to another; what the other has already, or may not write, stays and is counted', async () => {
  const moved = await draftOf(leaver.id, 'test', 'r1')
  const double = await draftOf(leaver.id, 'test', 'r2')
  await draftOf(heir.id, 'test', 'r2')
  const closed = await draftOf(leaver.id, 'elsewhere', 'r3')
  await write((tx) => setRole(tx, { user: heir.id, role: 'none', at, by: admin.id }))
  await write((tx) => setDossierRole(tx, { user: heir.id, dossier: 'test', role: 'author', at, by: admin.id }))
  const to = await findUser(db, heir.id)
  if (!to) throw new Error('the heir is gone')
  expect((await findPerson(db, leaver.id))?.drafts).toBe(3)

  const done = await write((tx) => handDraftsOn(tx, { from: leaver.id, to, by: admin.id, at }))
  expect(done).toMatchObject({ moved: 1, double: [{ id: double }], closed: [{ id: closed }] })
  expect((await listDrafts(db, { author: heir.id })).map(({ id }) => id)).toContain(moved)
  expect((await findPerson(db, leaver.id))?.drafts).toBe(2)
  for (const user of [leaver.id, heir.id])
    expect(await listNotices(db, { user, limit: 9 })).toMatchObject([{ kind: 'handed-on', draftId: moved }])
  expect(await listAudit(db, { subject: moved, limit: 9 })).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ action: 'draft.handed-on', by: admin.id, detail: { from: leaver.id, to: heir.id } }),
    ]),
  )
})
