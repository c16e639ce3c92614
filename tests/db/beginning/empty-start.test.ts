import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { NoContentError } from '@/db/commands/errors'
import { prepare } from '@/db/prepare'
import { currentEdition } from '@/db/queries/edition'
import { listDossiers } from '@/db/queries/record'
import { verifyDatabase } from '@/db/verify'
import { testDatabase } from '../../support/database'

const dir = mkdtempSync(join(tmpdir(), 'rulewire-empty-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))
const now = '2026-11-22T10:00:00.000Z'
const later = '2026-11-23T10:00:00.000Z'
const own = join(dir, 'own')
mkdirSync(join(own, 'dossiers/d'), { recursive: true })
writeFileSync(
  join(own, 'dossiers/d/dossier.yaml'),
  'id: d\ntitle: D\ntimeZone: Asia/Tokyo\ndimensions: [{id: thing, values: [ship]}]\n',
)

test('an empty start makes an edition with nothing in it, so that no later start puts something there', async () => {
  const { database } = await testDatabase()
  expect((await prepare(database, null, now)).join('\n')).toContain('There is no administrator yet')
  expect(await currentEdition(database.db)).toMatchObject({
    number: 1,
    publishedAt: now,
    summary: { dossiers: [], records: {} },
  })
  await prepare(database, own, later)
  expect((await currentEdition(database.db)).number).toBe(1)
  expect(await listDossiers(database.db)).toEqual([])
  expect(await verifyDatabase(database)).toEqual([])
})

test('an empty folder is a sound start too, and one that is not there is named', async () => {
  const { database } = await testDatabase()
  await expect(prepare(database, join(dir, 'nowhere'), now)).rejects.toThrow(NoContentError)
  await expect(prepare(database, join(own, 'dossiers/d/dossier.yaml'), now)).rejects.toThrow(
    /RULEWIRE_CONTENT.*npm start -- --empty/,
  )
  const empty = join(dir, 'empty')
  mkdirSync(empty)
  await prepare(database, empty, now)
  expect((await currentEdition(database.db)).number).toBe(1)
})

test('any folder outside of the program will do; once something is there, an empty start says that it changes nothing', async () => {
  const { database } = await testDatabase()
  await prepare(database, own, now)
  expect((await listDossiers(database.db)).map(({ id }) => id)).toEqual(['d'])
  expect((await prepare(database, null, later)).join('\n')).toContain('--empty changes nothing: a dossier')
  expect((await listDossiers(database.db)).map(({ id }) => id)).toEqual(['d'])
})
