import { beforeEach, describe, expect, test } from 'vitest'
import { saveDraft } from '@/db/commands/draft'
import { discardDraft } from '@/db/commands/draft-discard'
import { moveDraft } from '@/db/commands/newsroom/draft-author'
import { markRead } from '@/db/commands/newsroom/notice'
import { approve, comment, handIn, resolveComment, sendBack, setEmbargo } from '@/db/commands/newsroom/review'
import { publish } from '@/db/commands/publish/publish'
import { setDossierRole, setRole } from '@/db/commands/user'
import { recordKey } from '@/db/key'
import { type Draft, findDraft, listDrafts } from '@/db/queries/draft'
import { listComments } from '@/db/queries/newsroom/comment'
import { countUnread, listNotices } from '@/db/queries/newsroom/notice'
import { findRecord } from '@/db/queries/record'
import { findUser } from '@/db/queries/user'
import { mayAct } from '@/lib/auth/roles'
import { at, contentOf, publishContent } from '../../support/content'
import { testDatabase } from '../../support/database'
import { emptyDossier, moves, report } from '../../support/dossiers'
import { makeUser } from '../../support/users'

const { database } = await testDatabase()
const { db, write } = database
const ann = await makeUser(database, 'ann', 'author')
const rob = await makeUser(database, 'rob', 'reviewer')
const eve = await makeUser(database, 'eve', 'editor')
const later = '2027-01-01T00:00:00.000Z'
await publishContent(database, contentOf({ reports: [report('r1', '2023-08-23', moves('open', 'proposed'))] }))

const keyOf = (id: string) => recordKey('report', 'test', id)
async function draftOf(author: string, id: string, data: unknown = report(id, '2024-01-01')): Promise<Draft> {
  const saved = await write((tx) => saveDraft(tx, { key: keyOf(id), data, author, at }))
  if (!saved.ok) throw new Error('the draft is there already')
  return saved.draft
}
const again = async (draft: Draft, by: string, data: unknown) =>
  write((tx) => saveDraft(tx, { id: draft.id, key: keyOf(draft.recordId), data, author: draft.author, by, at }))
const publishing = ({ id, version }: Draft, by: string) =>
  publish(database, { drafts: [{ id, version }], by, at, reason: 'test' })
const told = async (user: string) => (await listNotices(db, { user, unread: true, limit: 99 })).map(({ kind }) => kind)

beforeEach(async () => {
  for (const { id } of await listDrafts(db)) await write((tx) => discardDraft(tx, { id, by: ann.id, at }))
  for (const { id: user } of [ann, rob, eve]) await write((tx) => markRead(tx, { user, at }))
})

describe('roles', () => {
  test('one for a dossier counts there beside the one for the site, and nowhere else', async () => {
    const guest = await makeUser(database, 'guest', 'author')
    await write((tx) => setRole(tx, { user: guest.id, role: 'none', at, by: eve.id }))
    await write((tx) => setDossierRole(tx, { user: guest.id, dossier: 'test', role: 'editor', at, by: eve.id }))
    const found = await findUser(db, guest.id)
    if (!found) throw new Error('the guest is gone')
    expect(found).toMatchObject({ role: 'none', dossierRoles: { test: 'editor' } })
    expect(mayAct(found, 'editor', 'test')).toBe(true)
    expect(mayAct(found, 'admin', 'test')).toBe(false)
    expect(mayAct(found, 'author', 'other')).toBe(false)
    expect(mayAct(found, 'author')).toBe(false)
    expect(mayAct({ role: 'editor', dossierRoles: { test: 'author' } }, 'editor', 'test')).toBe(true)
    await write((tx) => setDossierRole(tx, { user: guest.id, dossier: 'test', role: null, at, by: eve.id }))
    expect((await findUser(db, guest.id))?.dossierRoles).toEqual({})
  })
})

describe('review', () => {
  test('who may review is told of what is handed in, its author of what comes of it', async () => {
    const { id, version } = await draftOf(ann.id, 'a')
    expect(await write((tx) => handIn(tx, { id, version, by: ann.id, at }))).toMatchObject({
      ok: true,
      draft: { state: 'in-review', stateBy: ann.id },
    })
    expect(await told(ann.id)).toEqual([])
    expect(await told(rob.id)).toEqual(['handed-in'])
    expect(await told(eve.id)).toEqual(['handed-in'])
    await write((tx) => sendBack(tx, { id, version, by: rob.id, at, text: 'Who says so?' }))
    expect((await findDraft(db, id))?.state).toBe('draft')
    expect(await listComments(db, id)).toMatchObject([{ field: '', text: 'Who says so?', by: rob.id }])
    expect(await told(ann.id)).toEqual(['sent-back'])
    await write((tx) => approve(tx, { id, version, by: rob.id, at }))
    expect(await findDraft(db, id)).toMatchObject({ state: 'approved', stateBy: rob.id })
    expect(await countUnread(db, ann.id)).toBe(2)
  })

  test('nobody approves a text of their own, or another text than the one they read', async () => {
    const draft = await draftOf(eve.id, 'b')
    const own = await write((tx) => approve(tx, { id: draft.id, version: 1, by: eve.id, at }))
    expect(own).toMatchObject({ ok: false, reason: 'own' })
    await again(draft, eve.id, report('b', '2024-01-02'))
    const stale = await write((tx) => approve(tx, { id: draft.id, version: 1, by: rob.id, at }))
    expect(stale).toMatchObject({ ok: false, reason: 'stale', draft: { version: 2, state: 'draft' } })
    await write((tx) => approve(tx, { id: draft.id, version: 2, by: rob.id, at }))
    await again(draft, rob.id, report('b', '2024-01-03'))
    expect(await findDraft(db, draft.id)).toMatchObject({ state: 'draft', stateBy: null, savedBy: rob.id })
    const theirs = await write((tx) => approve(tx, { id: draft.id, version: 3, by: rob.id, at }))
    expect(theirs).toMatchObject({ ok: false, reason: 'own' })
  })

  test('a comment stands at its field, is told to author and speakers, and stays when the draft is gone', async () => {
    const { id } = await draftOf(ann.id, 'c')
    await write((tx) => comment(tx, { id, field: 'effects.0.quote', text: 'Not in the text', by: rob.id, at }))
    await write((tx) => comment(tx, { id, field: 'effects.0.quote', text: 'It is, below', by: ann.id, at: later }))
    expect(await told(ann.id)).toEqual(['commented'])
    expect(await told(rob.id)).toEqual(['commented'])
    const [first] = await listComments(db, id)
    if (!first) throw new Error('there is no comment')
    expect(await write((tx) => resolveComment(tx, { id: first.id, draft: id, by: ann.id, at }))).toBe(true)
    expect(await write((tx) => resolveComment(tx, { id: first.id, draft: id, by: ann.id, at }))).toBe(false)
    await write((tx) => discardDraft(tx, { id, by: ann.id, at }))
    expect((await listComments(db, id)).map(({ text }) => text)).toEqual(['Not in the text', 'It is, below'])
  })
})

describe('whose draft it is', () => {
  test('taking over moves it and tells who had it; a copy of one’s own is in the way', async () => {
    const draft = await draftOf(ann.id, 'd', report('d', '2024-02-02'))
    expect(await write((tx) => moveDraft(tx, { id: draft.id, to: eve.id, by: eve.id, at }))).toMatchObject({
      ok: true,
      draft: { author: eve.id, savedBy: ann.id, data: draft.data },
    })
    expect(await told(ann.id)).toEqual(['taken-over'])
    // The form that the former author still has open is refused, and nothing of it is lost.
    expect(await again(draft, ann.id, report('d', '2024-03-03'))).toMatchObject({
      ok: false,
      conflict: { author: eve.id },
    })
    const other = await draftOf(ann.id, 'd', report('d', '2024-04-04'))
    const refused = await write((tx) => moveDraft(tx, { id: other.id, to: eve.id, by: ann.id, at }))
    expect(refused).toMatchObject({ ok: false, conflict: { id: draft.id } })
    expect((await findDraft(db, other.id))?.author).toBe(ann.id)
  })
})

describe('what may be published', () => {
  test('nothing before its embargo', async () => {
    const draft = await draftOf(eve.id, 'e')
    await write((tx) => setEmbargo(tx, { id: draft.id, embargo: later, by: eve.id, at }))
    const refused = await publishing(draft, eve.id)
    expect(refused).toMatchObject({ ok: false, withheld: [{ id: draft.id, embargo: later }] })
    expect(await findDraft(db, draft.id)).not.toBeNull()
    await write((tx) => setEmbargo(tx, { id: draft.id, embargo: null, by: eve.id, at }))
    expect(await publishing(draft, eve.id)).toMatchObject({ ok: true })
  })

  test('law, where the dossier says so, only after a second person', async () => {
    const review = { second: 'law' } as const
    await publishContent(database, contentOf({ dossier: { ...emptyDossier().dossier, review } }))
    const news = await draftOf(eve.id, 'f', report('f', '2024-01-01', moves('open', 'agreed')))
    expect(await publishing(news, eve.id)).toMatchObject({ ok: true })
    const law = await draftOf(eve.id, 'g', report('g', '2024-02-01', moves('open', 'in_force')))
    expect(await publishing(law, eve.id)).toMatchObject({ ok: false, withheld: [{ id: law.id }] })
    expect(await findRecord(db, keyOf('g'))).toBeNull()
    await write((tx) => approve(tx, { id: law.id, version: law.version, by: rob.id, at }))
    await again(law, eve.id, report('g', '2024-02-02', moves('open', 'in_force')))
    const changed = await findDraft(db, law.id)
    if (!changed) throw new Error('the draft is gone')
    expect(await publishing(changed, eve.id)).toMatchObject({ ok: false })
    await write((tx) => approve(tx, { id: law.id, version: changed.version, by: rob.id, at }))
    expect(await publishing(changed, eve.id)).toMatchObject({ ok: true })
    // Whoever publishes what another has written is the second person.
    const theirs = await draftOf(ann.id, 'h', report('h', '2024-02-01', moves('open', 'in_force')))
    expect(await publishing(theirs, eve.id)).toMatchObject({ ok: true })
  })
})
