import { expect, test } from 'vitest'
import type { Database } from '@/db/client'
import { draftUpload, publishUpload, ShownEditionError } from '@/db/commands/porting/take-upload'
import { beginUpload, finishUpload, keepPart, keepPlan, partBytes } from '@/db/commands/porting/upload'
import { listDrafts } from '@/db/queries/draft'
import { findUpload, uploadPartsOf } from '@/db/queries/porting/upload'
import { listSources, loadDossier } from '@/db/queries/record'
import type { ContentTree } from '@/lib/content'
import { csvRowKinds } from '@/lib/porting/csv/fields'
import { type CsvPlan, guessPlan } from '@/lib/porting/csv/plan'
import { readCsv } from '@/lib/porting/csv/read'
import { writeCsv } from '@/lib/porting/csv/write'
import { at, contentOf, position, publishContent } from '../../support/content'
import { testDatabase } from '../../support/database'
import { moves, report } from '../../support/dossiers'
import { makeUser } from '../../support/users'

const first = {
  ...report('first', '2023-08-23', moves('open', 'agreed')),
  url: 'https://kyodo.example/1',
  positions: [position('komeito', 'open')],
}

async function open(tree = contentOf({ reports: [first] })) {
  const { database } = await testDatabase()
  await publishContent(database, tree)
  return { database, eve: await makeUser(database, 'eve', 'editor') }
}

/** Keeps a table as the desk does, with the plan that suits it. */
async function send({ db, write }: Database, author: string, text: string, rows: CsvPlan['rows'] = 'reports') {
  const file = Buffer.from(text)
  const upload = await write((tx) => beginUpload(tx, { author, name: 'table.csv', at }))
  for (let place = 0; place * partBytes < file.length; place++) {
    const bytes = file.subarray(place * partBytes, (place + 1) * partBytes)
    await write((tx) => keepPart(tx, { upload, place, bytes }))
  }
  const plan = await guessPlan(() => uploadPartsOf(db, upload), { rows, dossier: 'test' })
  await write((tx) => finishUpload(tx, { upload, name: 'table.csv', bytes: file.length, by: author, at, plan }))
  return upload
}

async function readSent({ db }: Database, upload: string) {
  const [found, records] = [await findUpload(db, upload, at), await loadDossier(db, 'test')]
  if (!found?.plan || !records) throw new Error('nothing was sent')
  const base = { records, sources: await listSources(db) }
  return readCsv(uploadPartsOf(db, upload), { plan: found.plan, base, file: found.name })
}

async function contentIn(database: Database, upload: string): Promise<ContentTree> {
  const read = await readSent(database, upload)
  if (!read.ok) throw new Error(JSON.stringify([read.problems, read.unfound]))
  const { sources, actors, reports } = read.records
  return { sources, dossiers: [{ dossier: read.after.dossier, rules: [], changes: [], actors, reports }] }
}

test('a table is kept part by part with its plan, and read again from there', async () => {
  const { database, eve } = await open()
  const long = `id,headline\nfirst,${'x'.repeat(1500)}\n${'\n'.repeat(partBytes)}`
  const upload = await send(database, eve.id, long)
  const sizes: number[] = []
  for await (const part of uploadPartsOf(database.db, upload)) sizes.push(part.length)
  expect(sizes).toEqual([partBytes, Buffer.byteLength(long) - partBytes])
  const read = await readSent(database, upload)
  expect(read.ok && read.records.reports.map(({ headline }) => headline)).toEqual(['x'.repeat(1500)])
  const plan = (await findUpload(database.db, upload, at))?.plan
  if (!plan) throw new Error('no plan')
  const changed: CsvPlan = { ...plan, choices: { source: { 'a name': '+agency' } }, settled: true }
  expect(await database.write((tx) => keepPlan(tx, { upload, plan: changed }))).toBe(true)
  expect((await findUpload(database.db, upload, at))?.plan).toEqual(changed)
  expect(await database.write((tx) => keepPlan(tx, { upload: 'nowhere', plan }))).toBe(false)
})

test('what is public goes out as tables, and comes back as nothing to change', async () => {
  const { database, eve } = await open()
  const records = await loadDossier(database.db, 'test')
  if (!records) throw new Error('no dossier')
  for (const rows of csvRowKinds) {
    const upload = await send(database, eve.id, [...writeCsv(records, rows)].join(''), rows)
    expect(await readSent(database, upload)).toMatchObject({ ok: true, records: { reports: [], same: 1, rows: 1 } })
  }
})

test('rows become one edition: reports by their address, new ones, and publishers that were chosen to be made', async () => {
  const { database, eve } = await open()
  const { db, write } = database
  const table = [
    'date,headline,publisher,url,change,stage',
    '23 August 2023,Otherwise,Kyodo News,http://www.kyodo.example/1/,open,agreed',
    '2023年9月1日,Decided,New Paper,https://new.example/2,open,decided',
  ].join('\n')
  const upload = await send(database, eve.id, table)
  expect(await readSent(database, upload)).toMatchObject({
    ok: false,
    problems: [],
    unfound: [{ kind: 'source', text: 'New Paper', rows: 1, firstLine: 3, choice: '' }],
  })
  const plan = (await findUpload(db, upload, at))?.plan
  if (!plan) throw new Error('no plan')
  const choices = { source: { 'new paper': '+newspaper' } }
  await write((tx) => keepPlan(tx, { upload, plan: { ...plan, choices } }))
  const taken = { upload, content: await contentIn(database, upload), by: eve.id, at, edition: 1, reason: 'A sheet' }
  await expect(write((tx) => publishUpload(tx, { ...taken, edition: 0 }))).rejects.toThrow(ShownEditionError)
  expect(await write((tx) => publishUpload(tx, taken))).toMatchObject({ edition: 2, changed: true })
  const after = await loadDossier(db, 'test')
  const reports = new Map(after?.reports.map((one) => [one.id, one]))
  expect([...reports.keys()].sort()).toEqual(['2023-09-01-new-paper-decided', 'first'])
  // What no column tells is what it was, and a bare text that is only English stays bare.
  expect(reports.get('first')).toEqual({ ...first, headline: 'Otherwise', url: 'http://www.kyodo.example/1/' })
  const decided = [{ change: 'open', kind: 'moves', stage: 'decided' }]
  expect(reports.get('2023-09-01-new-paper-decided')).toMatchObject({ source: 'new-paper', effects: decided })
  expect((await listSources(db)).map(({ id }) => id)).toEqual(['kyodo-news', 'new-paper'])
})

test('drafts are made of rows only beside the edition at which they were read: other fields are those of that one', async () => {
  const { database, eve } = await open()
  const { db, write } = database
  const upload = await send(
    database,
    eve.id,
    'report,place,actor,change,stance\nfirst,1,komeito,open,opposes',
    'positions',
  )
  const content = await contentIn(database, upload)
  await publishContent(database, contentOf({ reports: [{ ...first, summary: 'Newer.' }] }))
  const taken = { upload, content, by: eve.id, at, note: 'Import' }
  await expect(write((tx) => draftUpload(tx, { ...taken, edition: 1 }))).rejects.toThrow(ShownEditionError)
  expect(await listDrafts(db)).toEqual([])
  const again = { ...taken, content: await contentIn(database, upload), edition: 2 }
  expect(await write((tx) => draftUpload(tx, again))).toEqual({ made: 1, replaced: 0 })
})
