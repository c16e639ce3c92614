import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeSqlite } from '@/db/bulk/made-file'
import { rowsOf } from '@/db/bulk/rows'
import { bodyOf } from '@/lib/bulk/body'
import type { Row } from '@/lib/bulk/column'
import { written } from '@/lib/bulk/forms'
import { tables } from '@/lib/bulk/tables'
import { AllTurnsTakenError } from '@/lib/bulk/turns'
import { bulkSource, place, text } from '../../support/bulk/source'
import { contentOf, publishContent } from '../../support/content'
import { testDatabase } from '../../support/database'
import { moves, report } from '../../support/dossiers'

const { database, folder } = await testDatabase()
const count = 1200
const reports = Array.from({ length: count }, (_, n) => report(`report-${n}`, '2024-03', moves('open', 'proposed')))
await publishContent(database, contentOf({ reports }))
const source = await bulkSource(database)

const dataDir = join(folder, 'data')
const left = () => readdirSync(dataDir).filter((name) => name.startsWith('bulk-'))

test('a file that has been read is gone, and was as long as was said', async () => {
  const { bytes, pieces, remove } = await makeSqlite(source, { dataDir })
  expect(left()).toHaveLength(1)
  const whole = await new Response(bodyOf(pieces, () => void remove())).arrayBuffer()
  expect(whole.byteLength).toBe(bytes)
  await expect.poll(left).toEqual([])
})

test('what a process that is gone has left is removed, and what others keep there stays', async () => {
  // No process has this number: they are smaller on every system.
  const gone = join(dataDir, 'bulk-999999999-a')
  mkdirSync(gone)
  writeFileSync(join(gone, 'all.sqlite'), '')
  writeFileSync(join(dataDir, 'secret'), '')
  const { remove } = await makeSqlite(source, { dataDir })
  expect(left().map((name) => name.split('-')[1])).toEqual([String(process.pid)])
  await remove()
  expect(readdirSync(dataDir)).toEqual(['secret'])
})

test('where there can be no data folder, it stands in that for temporary files', async () => {
  const { bytes, pieces } = await makeSqlite(source, { dataDir: join(dataDir, 'secret') })
  let read = 0
  for await (const piece of pieces) read += piece.length
  expect(read).toBe(bytes)
})

test('so is one whose reader goes away, before a byte and after the first ones', async () => {
  for (const reads of [0, 1]) {
    const { pieces, remove } = await makeSqlite(source, { dataDir })
    const reader = bodyOf(pieces, () => void remove()).getReader()
    for (let n = 0; n < reads; n++) expect((await reader.read()).value?.length).toBeGreaterThan(0)
    await reader.cancel()
    await expect.poll(left).toEqual([])
  }
})

test('who goes away while it is made, or waits, leaves nothing, and the next one has its turn', async () => {
  const [first, second] = [new AbortController(), new AbortController()]
  const made = [
    makeSqlite(source, { dataDir, signal: first.signal }),
    makeSqlite(source, { dataDir, signal: second.signal }),
  ]
  const outcomes = Promise.allSettled(made)
  second.abort()
  setImmediate(() => first.abort())
  expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(left()).toEqual([])
  const { remove } = await makeSqlite(source, { dataDir })
  await remove()
})

test('only so many wait', async () => {
  const asked = await Promise.allSettled(Array.from({ length: 6 }, () => makeSqlite(source, { dataDir })))
  const refused = asked.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
  expect(refused.length).toBe(2)
  for (const reason of refused) expect(reason).toBeInstanceOf(AllTurnsTakenError)
  for (const one of asked) if (one.status === 'fulfilled') await one.value.remove()
  expect(left()).toEqual([])
})

test('rows are read no faster than they are taken, and no more once the reader has left', async () => {
  let read = 0
  async function* counted() {
    for await (const rows of rowsOf(source, 'reports')) {
      read += rows.length
      yield rows
    }
  }
  const reader = bodyOf(written('ndjson', tables.reports, counted(), place)).getReader()
  expect(read).toBe(0)
  await reader.read()
  expect(read).toBeGreaterThan(0)
  expect(read).toBeLessThan(count / 2)
  await reader.cancel()
  const after = read
  await new Promise((resolve) => setImmediate(resolve))
  expect(read).toBe(after)
})

test('what is published while a file leaves is not in it', async () => {
  const rows = rowsOf(source, 'reports')
  const first: Row[] = (await rows.next()).value ?? []
  await publishContent(database, contentOf({ reports: [report('report-9999', '2024-04')] }))
  const ids = first.map(({ id }) => id)
  for await (const page of rows) ids.push(...page.map(({ id }) => id))
  expect(ids).toHaveLength(count)
  expect(ids).not.toContain('report-9999')
  expect(await text(written('ndjson', tables.reports, rowsOf(await bulkSource(database), 'reports'), place))).toContain(
    'report-9999',
  )
})
