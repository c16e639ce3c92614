import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { currentEditionNumber } from '@/db/queries/edition'
import { loadDossier } from '@/db/queries/record'
import { timelineCount } from '@/db/queries/timeline'
import { verifyDatabase } from '@/db/verify'
import { startScript } from '../support/command-line'
import { testDatabase } from '../support/database'

const { env, open } = await testDatabase()

/** Lets the publisher begin three editions, waits a little more, kills it; returns the edition it was at. */
async function killInMidPublish(delay: number): Promise<number> {
  const child = startScript('tests/support/restless-publisher.ts', [], env)
  let errors = ''
  child.stderr.on('data', (text) => (errors += text))
  const ended = new Promise((done) => child.on('close', done))
  let begun: number[] = []
  for await (const chunk of child.stdout) {
    begun = [...begun, ...String(chunk).trim().split('\n').map(Number)]
    if (begun.length >= 3) break
  }
  expect(errors).toBe('')
  await pause(delay)
  child.kill('SIGKILL')
  await ended
  return begun.at(-1) ?? 0
}

test('a process killed in mid-publish leaves edition N or N+1, whole', async () => {
  let interrupted = 0
  for (const delay of [0, 7, 15, 30, 60, 120]) {
    const begun = await killInMidPublish(delay)
    const database = await open()
    const number = await currentEditionNumber(database.db)
    expect(number).toBeGreaterThanOrEqual(begun - 1)
    if (number < begun) interrupted++
    const dossier = await loadDossier(database.db, 'test')
    expect(new Set(dossier?.reports.map(({ headline }) => headline))).toEqual(new Set([`edition ${number}`]))
    expect(await timelineCount(database.db, { dossier: 'test', filter: { words: `edition ${number}` } })).toBe(300)
    expect(await verifyDatabase(database)).toEqual([])
    await database.close()
  }
  expect(interrupted).toBeGreaterThan(0)
})
