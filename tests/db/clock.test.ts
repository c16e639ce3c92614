import { expect, test } from 'vitest'
import { publishRecords } from '@/db/commands/publish/publish'
import { recordKey } from '@/db/key'
import { listAudit } from '@/db/queries/audit'
import { listEditions } from '@/db/queries/edition'
import { listOutbox } from '@/db/queries/outbox'
import { findRecord } from '@/db/queries/record'
import { listRevisions } from '@/db/queries/revision'
import { contentOf, publishContent, source } from '../support/content'
import { testDatabase } from '../support/database'

const { database } = await testDatabase()
const { db, write } = database
await publishContent(database, contentOf())

test('a clock that was set back dates no edition before the one before it', async () => {
  const name = (text: string, when: string) => {
    const records = [{ key: recordKey('source', '', 'kyodo-news'), data: source('kyodo-news', { name: text }) }]
    return write(async (tx) => {
      const baseRevision = (await findRecord(tx, recordKey('source', '', 'kyodo-news')))?.revision ?? null
      const asked = records.map((one) => ({ ...one, baseRevision }))
      return publishRecords(tx, { records: asked, by: 'ann', at: when, reason: 'renamed' })
    })
  }
  const [ahead, back, later] = ['2031-01-01T00:00:00.000Z', '2030-12-31T23:00:00.000Z', '2031-01-02T00:00:00.000Z']
  const first = (await name('One', ahead)).edition
  await name('Two', back)
  await name('Three', back)
  await name('Four', later)
  const told = (await listEditions(db, { limit: 4 })).map(({ number, publishedAt }) => [number - first, publishedAt])
  expect(told).toEqual([
    [3, later],
    [2, ahead],
    [1, ahead],
    [0, ahead],
  ])
  const revisions = await listRevisions(db, recordKey('source', '', 'kyodo-news'))
  expect(revisions.slice(0, 4).map(({ at }) => at)).toEqual([later, ahead, ahead, ahead])
  const entries = (await listAudit(db, { limit: 99 })).filter(({ subject }) => subject === `edition ${first + 1}`)
  expect(entries.map(({ at }) => at)).toEqual([ahead])
  const outbox = (await listOutbox(db, { limit: 999 })).filter(({ createdAt }) => createdAt >= ahead)
  expect(outbox.map(({ createdAt }) => createdAt)).toEqual([ahead, ahead, ahead, later])
})
