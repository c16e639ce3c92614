import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import type { Database } from '@/db/client'
import { DraftsInTheWayError } from '@/db/commands/errors'
import {
  draftUpload,
  publishUpload,
  SecondPersonError,
  ShownEditionError,
  UploadGoneError,
} from '@/db/commands/porting/take-upload'
import { beginUpload, dropUpload, finishUpload, keepPart, partBytes, pruneUploads } from '@/db/commands/porting/upload'
import { listDrafts } from '@/db/queries/draft'
import { currentEditionNumber } from '@/db/queries/edition'
import { previewImport } from '@/db/queries/porting/differences'
import { readPublic, readPublicDossier } from '@/db/queries/porting/public-content'
import { findUpload, listUploads, readUpload } from '@/db/queries/porting/upload'
import { listSources } from '@/db/queries/record'
import { verifyDatabase } from '@/db/verify'
import { type ContentTree, readContent, writeContent } from '@/lib/content'
import { packZip } from '@/lib/porting/pack'
import { withUnpacked } from '@/lib/porting/unpack'
import { at, contentOf, publishContent } from '../../support/content'
import { testDatabase } from '../../support/database'
import { moves, report } from '../../support/dossiers'
import { makeUser } from '../../support/users'

const read = await readContent('content')
if (!read.ok) throw new Error('content/ is not sound')
const { content } = read

const zipOf = (tree: ContentTree) => buffer(packZip(writeContent(tree)))

async function open() {
  const { database } = await testDatabase()
  return { database, eve: await makeUser(database, 'eve', 'editor') }
}

/** Keeps a file as the desk does, part by part. */
async function send({ write }: Database, author: string, zip: Buffer): Promise<string> {
  const upload = await write((tx) => beginUpload(tx, { author, name: 'site.zip', at }))
  for (let place = 0; place * partBytes < zip.length; place++) {
    const bytes = zip.subarray(place * partBytes, (place + 1) * partBytes)
    await write((tx) => keepPart(tx, { upload, place, bytes }))
  }
  await write((tx) => finishUpload(tx, { upload, name: 'site.zip', bytes: zip.length, by: author, at }))
  return upload
}

async function contentIn({ db }: Database, upload: string): Promise<ContentTree> {
  const opened = await withUnpacked(await readUpload(db, upload), readContent)
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems))
  return opened.content
}

const asked = { by: 'x', at, reason: 'Moved here' }

test('the whole site goes to an empty one, and comes out of it as the same bytes', async () => {
  const [here, there] = [await open(), await open()]
  await publishContent(here.database, content)
  const zip = await zipOf((await readPublic(here.database.db)).content)
  const { database, eve } = there
  const upload = await send(database, eve.id, zip)
  const sent = await contentIn(database, upload)
  const { changes, same } = await previewImport(database.db, sent)
  expect(same).toBe(0)
  expect(changes.every(({ before }) => before === null)).toBe(true)
  const taken = { ...asked, upload, content: sent, by: eve.id, edition: 0 }
  expect(await database.write((tx) => publishUpload(tx, taken))).toMatchObject({ edition: 1, changed: true })
  expect((await zipOf((await readPublic(database.db)).content)).equals(zip)).toBe(true)
  expect(await verifyDatabase(database)).toEqual([])
  expect(await listUploads(database.db, at)).toEqual([])
  await expect(database.write((tx) => publishUpload(tx, taken))).rejects.toThrow(UploadGoneError)
})

test('one dossier goes alone with the publishers that it names, also where others are, and is the same there', async () => {
  const [here, there] = [await open(), await open()]
  await publishContent(here.database, content)
  const id = 'eu-ai-act'
  const own = await readPublicDossier(here.database.db, id)
  if (!own) throw new Error('no such dossier')
  expect(own.content.sources.length).toBeLessThan(content.sources.length)
  expect(await readPublicDossier(here.database.db, 'nowhere')).toBeNull()
  expect(await previewImport(here.database.db, own.content)).toMatchObject({ changes: [] })
  const zip = await zipOf(own.content)
  const { database, eve } = there
  const upload = await send(database, eve.id, zip)
  const taken = { ...asked, upload, content: await contentIn(database, upload), by: eve.id, edition: 0 }
  await database.write((tx) => publishUpload(tx, taken))
  const back = await readPublicDossier(database.db, id)
  expect(back && (await zipOf(back.content)).equals(zip)).toBe(true)

  // Where all others are too, no publisher changes its place.
  const places = (await listSources(here.database.db)).map((one) => one.id)
  const { dossiers } = own.content
  const changed = dossiers.map((one) => ({ ...one, dossier: { ...one.dossier, title: 'Otherwise' } }))
  const second = await send(here.database, here.eve.id, zip)
  const more = { ...asked, upload: second, content: { ...own.content, dossiers: changed }, edition: 1 }
  expect(await here.database.write((tx) => publishUpload(tx, more))).toMatchObject({ edition: 2 })
  expect((await listSources(here.database.db)).map((one) => one.id)).toEqual(places)
})

const told = (stage: 'decided' | 'agreed', second?: 'law') => {
  const tree = contentOf({ reports: [report('first', '2023-08-23', moves('open', stage))] })
  if (second) for (const { dossier } of tree.dossiers) dossier.review = { second }
  return tree
}

test('drafts are made of what differs, all or none; what is in the way leaves the file where it is', async () => {
  const { database, eve } = await open()
  const { db, write } = database
  await publishContent(database, told('agreed'))
  const take = async (tree: ContentTree) => {
    const upload = await send(database, eve.id, await zipOf(tree))
    const taken = { upload, content: await contentIn(database, upload), by: eve.id, at, note: 'Import' }
    return { upload, done: write((tx) => draftUpload(tx, taken)) }
  }
  expect(await (await take(told('decided'))).done).toEqual({ made: 1, replaced: 0 })
  expect((await listDrafts(db)).map(({ recordId }) => recordId)).toEqual(['first'])
  const other = told('decided')
  other.sources.push({ id: 'new-one', name: 'New', kind: 'agency' })
  for (const { reports } of other.dossiers) for (const one of reports) one.headline = 'Otherwise'
  const { upload, done } = await take(other)
  await expect(done).rejects.toThrow(DraftsInTheWayError)
  expect(await listDrafts(db)).toHaveLength(1)
  expect(await findUpload(db, upload, at)).toMatchObject({ id: upload, name: 'site.zip' })
})

test('nothing is published beside another edition than was shown, or where a second person has to look', async () => {
  const { database, eve } = await open()
  const { db, write } = database
  await publishContent(database, told('agreed', 'law'))
  const upload = await send(database, eve.id, await zipOf(told('decided', 'law')))
  const taken = { ...asked, upload, content: await contentIn(database, upload), by: eve.id }
  await expect(write((tx) => publishUpload(tx, { ...taken, edition: 0 }))).rejects.toThrow(ShownEditionError)
  const refused = write((tx) => publishUpload(tx, { ...taken, edition: 1 }))
  await expect(refused).rejects.toThrow(SecondPersonError)
  await expect(refused).rejects.toThrow('report first')
  expect(await currentEditionNumber(db)).toBe(1)
  expect(await findUpload(db, upload, at)).not.toBeNull()
})

test('a file is kept for a day, found when all of it is there, and gone with its parts', async () => {
  const { database, eve } = await open()
  const { db, write } = database
  const zip = Buffer.alloc(partBytes + 5, 7)
  const half = await write((tx) => beginUpload(tx, { author: eve.id, name: 'half.zip', at }))
  expect(await findUpload(db, half, at)).toBeNull()
  const upload = await send(database, eve.id, zip)
  expect((await readUpload(db, upload)).equals(zip)).toBe(true)
  expect((await listUploads(db, at)).map(({ id, bytes }) => [id, bytes])).toEqual([[upload, zip.length]])
  expect(await findUpload(db, upload, '2026-01-02T00:00:00.000Z')).toBeNull()
  expect(await write((tx) => dropUpload(tx, upload))).toBe(true)
  expect(await write((tx) => dropUpload(tx, upload))).toBe(false)
  expect(await readUpload(db, upload)).toHaveLength(0)
  const again = await send(database, eve.id, zip)
  await write((tx) => pruneUploads(tx, { sentBefore: at }))
  expect(await readUpload(db, again)).toHaveLength(0)
})
