import { expect, test } from 'vitest'
import { publish } from '@/db/commands/publish/publish'
import { recordKey } from '@/db/key'
import { editionMoments, lastChanges, lastChangesOfDossiers } from '@/db/queries/last-change'
import { findRecord } from '@/db/queries/record'
import type { AnyRecord, RecordKind } from '@/lib/model'
import { at, contentOf, publishContent } from '../support/content'
import { testDatabase } from '../support/database'
import { change, report } from '../support/dossiers'

const { database } = await testDatabase()
const { db } = database

const kept = report('kept', '2023-08-23')
await publishContent(database, contentOf({ reports: [kept, report('gone', '2023-08-24')] }))

async function turn(kind: RecordKind, id: string, data: AnyRecord | null, moment: string): Promise<void> {
  const key = recordKey(kind, 'test', id)
  const baseRevision = (await findRecord(db, key))?.revision ?? null
  const records = [{ key, data, baseRevision }]
  const done = await publish(database, { records, by: 'ann', at: moment, reason: 'test' })
  if (!done.ok) throw new Error(JSON.stringify(done))
}

const second = '2026-02-01T00:00:00.000Z'
const third = '2026-03-01T00:00:00.000Z'
await turn('change', 'open', { ...change('open', { rule: 'arms' }), title: 'Opening' }, second)
await turn('report', 'gone', null, third)

test('a record last changed with the edition that brought its present state; what is gone is not told of', async () => {
  const found = await lastChanges(db, ['change', 'report'])
  expect(found.sort((a, b) => (a.kind < b.kind ? -1 : 1))).toEqual([
    { kind: 'change', dossier: 'test', id: 'open', at: second },
    { kind: 'report', dossier: 'test', id: 'kept', at },
  ])
})

test('a dossier changed with the last edition that touched it, even when that took a record away', async () => {
  const found = await lastChangesOfDossiers(db)
  expect(found.get('test')).toBe(third)
  expect(found.get('')).toBe(at)
})

test('every edition has its moment, the newest first', async () => {
  expect(await editionMoments(db)).toEqual([
    { number: 3, at: third },
    { number: 2, at: second },
    { number: 1, at },
  ])
})
