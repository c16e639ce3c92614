import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { rebaseDraft, saveDraft } from '@/db/commands/draft'
import { discardDraft, pruneDiscarded, restoreDraft } from '@/db/commands/draft-discard'
import { DraftGoneError, DraftTooLargeError } from '@/db/commands/errors'
import { publish } from '@/db/commands/publish/publish'
import { engine } from '@/db/dialect'
import { recordKey } from '@/db/key'
import { prepare } from '@/db/prepare'
import { listAudit } from '@/db/queries/audit'
import { type Draft, draftsOfRecord, findDiscarded, findDraft, listDiscarded, listDrafts } from '@/db/queries/draft'
import { findRecord } from '@/db/queries/record'
import { drafts as draftTable } from '@/db/schema'
import { bytesOf, mostBytes } from '@/lib/model'
import { at, contentOf, publishContent } from '../support/content'
import { testDatabase } from '../support/database'
import { report } from '../support/dossiers'
import { makeUser } from '../support/users'

const { database, open } = await testDatabase()
const { db, write } = database
const ann = await makeUser(database, 'ann')
const bob = await makeUser(database, 'bob')
const first = report('r1', '2023-08-23')
await publishContent(database, contentOf({ reports: [first] }))

const key = recordKey('report', 'test', 'r1')
const text = (headline: string) => ({ ...first, headline })
type Given = Partial<Parameters<typeof saveDraft>[1]>
const saving = (given: Given = {}) =>
  write((tx) => saveDraft(tx, { key, data: text('Mine'), author: ann.id, at, ...given }))
const saved = async (given: Given = {}): Promise<Draft> => {
  const outcome = await saving(given)
  if (!outcome.ok) throw new Error('in conflict')
  return outcome.draft
}
const discarding = ({ id }: { id: string }, when = at) => write((tx) => discardDraft(tx, { id, by: bob.id, at: when }))
const restoring = ({ id }: { id: string }, when = at) => write((tx) => restoreDraft(tx, { id, by: ann.id, at: when }))
const daysLater = (days: number) => new Date(Date.parse(at) + days * 86_400_000).toISOString()

beforeEach(async () => {
  await write((tx) => tx.delete(draftTable))
  await write((tx) => pruneDiscarded(tx, { at: daysLater(365) }))
})

describe('discarding', () => {
  test('can be undone: the draft comes back as it was, under its own id', async () => {
    const draft = await saved({ note: 'for the night desk' })
    expect(await discarding(draft)).toMatchObject({ id: draft.id, title: 'Mine' })
    expect(await findDraft(db, draft.id)).toBeNull()
    expect(await listDrafts(db)).toEqual([])
    expect(await draftsOfRecord(db, key)).toEqual([])
    const { data, state: _, stateBy: _by, stateAt: _at, ...entry } = draft
    expect(await listDiscarded(db, { at })).toEqual([{ ...entry, discardedBy: bob.id, discardedAt: at }])
    expect(await findDiscarded(db, { id: draft.id, at })).toMatchObject({ data })
    expect(await restoring(draft)).toEqual({ ok: true, draft })
    expect(await findDraft(db, draft.id)).toEqual(draft)
    expect(await listDiscarded(db, { at })).toEqual([])
    const told = (await listAudit(db, { limit: 99 })).filter(({ subject }) => subject === draft.id)
    expect(told.map(({ action }) => action).sort()).toEqual(['draft.create', 'draft.discard', 'draft.restore'])
  })

  test('is told of to its author, newest first', async () => {
    const mine = await saved()
    const his = await saved({ author: bob.id, data: text('His') })
    await discarding(mine)
    await discarding(his, daysLater(1))
    const now = daysLater(2)
    expect((await listDiscarded(db, { at: now })).map(({ title }) => title)).toEqual(['His', 'Mine'])
    expect((await listDiscarded(db, { author: ann.id, at: now })).map(({ title }) => title)).toEqual(['Mine'])
  })

  test('cannot be undone over another copy that the author has begun meanwhile; both are kept', async () => {
    const draft = await saved()
    await discarding(draft)
    const other = await saved({ data: text('Begun anew') })
    expect(await restoring(draft)).toEqual({ ok: false, conflict: other })
    expect((await listDiscarded(db, { at })).map(({ id }) => id)).toEqual([draft.id])
    await discarding(other)
    expect(await restoring(draft)).toEqual({ ok: true, draft })
    expect((await listDiscarded(db, { at })).map(({ id }) => id)).toEqual([other.id])
  })

  test('can be undone though the request that made it came again meanwhile, and made another', async () => {
    const draft = await saved({ attempt: 'a1' })
    await discarding(draft)
    await saved({ key: recordKey('report', 'test', 'r1-2'), attempt: 'a1' })
    expect(await restoring(draft)).toEqual({ ok: true, draft })
  })

  test('a start forgets what can no longer be restored', async () => {
    await discarding(await saved())
    await prepare(database, 'content', daysLater(29))
    expect(await listDiscarded(db, { at })).toHaveLength(1)
    await prepare(database, 'content', daysLater(30))
    expect(await listDiscarded(db, { at })).toEqual([])
  })

  test('can be undone once only, by whoever is first', async () => {
    const draft = await saved()
    await discarding(draft)
    const other = await open()
    const outcomes = await Promise.allSettled([
      restoring(draft),
      other.write((tx) => restoreDraft(tx, { id: draft.id, by: bob.id, at })),
    ])
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const outcome of outcomes)
      if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(DraftGoneError)
    expect(await findDraft(db, draft.id)).toEqual(draft)
  })

  test('can be undone for thirty days; then the text is forgotten when something else is discarded', async () => {
    const draft = await saved()
    await discarding(draft)
    expect(await listDiscarded(db, { at: daysLater(29.9) })).toHaveLength(1)
    expect(await listDiscarded(db, { at: daysLater(30) })).toEqual([])
    await expect(restoring(draft, daysLater(30))).rejects.toThrow(DraftGoneError)
    expect(await listDiscarded(db, { at })).toHaveLength(1)
    await discarding(await saved({ author: bob.id }), daysLater(30))
    expect((await listDiscarded(db, { at })).map(({ author }) => author)).toEqual([bob.id])
  })
})

describe('a request that comes twice', () => {
  test('makes one draft, under whatever id it asks for the second time', async () => {
    const draft = await saved({ attempt: 'a1' })
    expect(await saving({ attempt: 'a1' })).toEqual({ ok: true, draft })
    const renamed = recordKey('report', 'test', 'r1-2')
    expect(await saving({ key: renamed, attempt: 'a1' })).toEqual({ ok: true, draft })
    expect(await saving({ attempt: 'a2' })).toEqual({ ok: false, conflict: draft })
    const later = await saved({ id: draft.id, version: 1, data: text('Later'), attempt: 'a3' })
    expect(await saving({ attempt: 'a1' })).toEqual({ ok: true, draft: later })
    expect(await listDrafts(db)).toHaveLength(1)
    expect(await saving({ author: bob.id, attempt: 'a1' })).toMatchObject({ ok: true, draft: { author: bob.id } })
  })

  test('saves once', async () => {
    const draft = await saved()
    const again = { id: draft.id, version: 1, data: text('Second'), attempt: 'a1' }
    const second = await saved(again)
    expect(second).toMatchObject({ version: 2, data: text('Second') })
    expect(await saving(again)).toEqual({ ok: true, draft: second })
    expect(await saving({ ...again, version: undefined })).toEqual({ ok: true, draft: second })
    expect(await saving({ ...again, attempt: 'a2' })).toEqual({ ok: false, conflict: second })
    expect(await saving({ ...again, author: bob.id })).toEqual({ ok: false, conflict: second })
  })

  test('with another text is not acknowledged', async () => {
    const draft = await saved()
    const again = { id: draft.id, version: 1, data: text('Second'), attempt: 'a1' }
    const second = await saved(again)
    expect(await saving({ ...again, data: text('Third') })).toEqual({ ok: false, conflict: second })
    expect(await saving({ ...again, version: 2, data: text('Third') })).toEqual({ ok: false, conflict: second })
  })

  test('at the same moment is one save', async () => {
    const draft = await saved()
    const other = await open()
    const again = { id: draft.id, key, author: ann.id, at, version: 1, data: text('Second'), attempt: 'a1' }
    const outcomes = await Promise.all([
      write((tx) => saveDraft(tx, again)),
      other.write((tx) => saveDraft(tx, again)),
      write((tx) => saveDraft(tx, again)),
    ])
    for (const outcome of outcomes) expect(outcome).toMatchObject({ ok: true, draft: { version: 2 } })
    const created = { key: recordKey('report', 'test', 'new'), data: text('New'), author: ann.id, at, attempt: 'a9' }
    const made = await Promise.all([
      write((tx) => saveDraft(tx, created)),
      other.write((tx) => saveDraft(tx, { ...created, key: recordKey('report', 'test', 'new-2') })),
    ])
    expect(made.every(({ ok }) => ok)).toBe(true)
    expect(await listDrafts(db)).toHaveLength(2)
  })
})

describe('publishing takes the version that was looked at', () => {
  const publishing = (...drafts: { id: string; version: number }[]) =>
    publish(database, { drafts, by: bob.id, at, reason: 'test' })

  test('a draft that was saved again is refused by name, and nothing goes public', async () => {
    const draft = await saved()
    const other = await saved({ key: recordKey('report', 'test', 'r2'), data: report('r2', '2024-01-01') })
    await saved({ id: draft.id, version: 1, data: text('Unseen') })
    expect(await publishing(other, draft)).toEqual({
      ok: false,
      conflicts: [],
      withheld: [],
      problems: [],
      gone: [],
      stale: [{ id: draft.id, key, asked: 1, version: 2 }],
    })
    expect((await findRecord(db, key))?.record.headline).toBe('r1')
    expect(await listDrafts(db)).toHaveLength(2)
  })

  test('a save that slips in while the publisher waits is not published unread', async () => {
    const draft = await saved()
    const other = await open()
    let slipIn: () => void = () => undefined
    const slips = new Promise<void>((resolve) => {
      slipIn = resolve
    })
    let begun: () => void = () => undefined
    const holding = new Promise<void>((resolve) => {
      begun = resolve
    })
    const save = other.write(async (tx) => {
      const outcome = await saveDraft(tx, { id: draft.id, key, data: text('Unseen'), author: ann.id, at, version: 1 })
      begun()
      await slips
      return outcome
    })
    await holding
    // The publisher read version 1 and now asks for it while the row is held by the save.
    const publication = publishing(draft)
    setImmediate(slipIn)
    expect(await save).toMatchObject({ ok: true, draft: { version: 2 } })
    expect(await publication).toMatchObject({ ok: false, stale: [{ id: draft.id, asked: 1, version: 2 }] })
    expect((await findRecord(db, key))?.record.headline).toBe('r1')
    expect(await findDraft(db, draft.id)).toMatchObject({ version: 2, data: text('Unseen') })
  })
})

describe('a draft has a bound in bytes', () => {
  const large = (bytes: number) => ({ ...text(''), summary: '輸'.repeat(Math.ceil(bytes / 3)) })

  test('whatever the way in', async () => {
    const tooLarge = large(mostBytes('report'))
    await expect(saving({ data: tooLarge })).rejects.toThrow(
      'The report “r1” is too large: 257 KB, and a report may have 256 KB.',
    )
    let deep: unknown = 'x'
    for (let depth = 0; depth < 20_000; depth++) deep = { deep }
    await expect(saving({ data: deep })).rejects.toThrow('nested too deeply')
    const draft = await saved()
    await expect(saving({ id: draft.id, data: tooLarge })).rejects.toThrow(DraftTooLargeError)
    const rebase = write((tx) => rebaseDraft(tx, { id: draft.id, by: ann.id, at, onto: 1, data: tooLarge }))
    await expect(rebase).rejects.toThrow(DraftTooLargeError)
    expect(await findDraft(db, draft.id)).toEqual(draft)
    const dossier = recordKey('dossier', 'test', 'test')
    expect(await saving({ key: dossier, data: tooLarge })).toMatchObject({ ok: true })
    await expect(saving({ key: dossier, data: large(mostBytes('dossier')) })).rejects.toThrow(/1\.0 MB/)
  })

  test('one that is too large already can be read, listed and discarded', async () => {
    const draft = await saved()
    const data = large(5_000_000)
    await write((tx) => tx.update(draftTable).set({ data, bytes: 5_000_000 }))
    expect(await findDraft(db, draft.id)).toMatchObject({ data })
    expect(await listDrafts(db)).toMatchObject([{ id: draft.id, bytes: 5_000_000 }])
    await discarding(draft)
    expect(await findDiscarded(db, { id: draft.id, at })).toMatchObject({ data })
    await expect(restoring(draft)).rejects.toThrow(DraftTooLargeError)
    expect(await listDiscarded(db, { at })).toHaveLength(1)
  })
})

test('lists tell title and length without the text', async () => {
  const draft = await saved({ data: { ...first, headline: { ja: '輸出', en: ' ' } } })
  const [entry] = await listDrafts(db)
  expect(entry).toMatchObject({ id: draft.id, title: '輸出', bytes: JSON.stringify(draft.data).length + 4 })
  expect(entry).not.toHaveProperty('data')
  await saved({ id: draft.id, data: {} })
  expect(await listDrafts(db)).toMatchObject([{ title: 'r1', bytes: 2 }])
  await saved({ author: bob.id, data: null, at: daysLater(1) })
  expect(await draftsOfRecord(db, key)).toMatchObject([{ author: ann.id }, { author: bob.id, title: 'r1', bytes: 0 }])
})

test('drafts from before these columns get a title and a length by the migration', async () => {
  const migration = readFileSync(join('db', 'migrations', engine, '0007_discarded_drafts.sql'), 'utf8')
  const updates = migration.split('--> statement-breakpoint').filter((statement) => /UPDATE .drafts./.test(statement))
  const told: [unknown, string][] = [
    [{ headline: { ja: '輸出', en: 'Exports' } }, 'Exports'],
    [{ headline: { en: '', ja: '輸出' }, title: 'x' }, '輸出'],
    [{ title: ' Plain ' }, 'Plain'],
    [{ name: 'A\u0000b', note: '\ud800' }, engine === 'sqlite' ? 'A' : ''],
    [{ headline: 7, title: ['x'] }, ''],
    [{}, ''],
    [null, ''],
    [[1], ''],
  ]
  for (const [data] of told) {
    const draft = await saved({ data })
    await write((tx) => tx.update(draftTable).set({ title: '', bytes: 0 }))
    await database.upkeep.exclusively(async (run) => {
      for (const update of updates) await run(update)
    })
    const [row] = await db.select({ title: draftTable.title, bytes: draftTable.bytes }).from(draftTable)
    const expected = told.find(([one]) => one === data)?.[1]
    expect(row).toEqual({ title: expected, bytes: data === null ? 0 : bytesOf(data) })
    await discarding(draft)
  }
})
