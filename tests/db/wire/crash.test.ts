import { expect, test } from 'vitest'
import { startScript } from '../../support/command-line'
import { testDatabase } from '../../support/database'
import { openReceiver } from '../../support/wire/receiver'
import { began, later, makeWebhook, tellEvents, testWire } from '../../support/wire/test-wire'

const { database, env } = await testDatabase()

test('a process that is killed between sending and noting it sends it again, under the same id', async () => {
  let killed: () => void = () => undefined
  const receiver = await openReceiver((_received, count) => {
    if (count === 3) killed()
    return 200
  })
  await makeWebhook(database, receiver.address)
  await tellEvents(database, 6)
  const child = startScript('tests/support/wire/one-dispatch.ts', [], env)
  let said = ''
  child.stdout.on('data', (text) => (said += text))
  child.stderr.on('data', (text) => (said += text))
  const ended = new Promise((done) => child.on('close', done))
  killed = () => void child.kill('SIGKILL')
  await ended
  expect(said).toBe('')
  expect(receiver.got).toHaveLength(3)
  const { run, clock } = testWire(database)
  // Who was killed still has its lease for a while.
  await run()
  expect(receiver.got).toHaveLength(3)
  clock.at = later(began, 3)
  await run()
  const ids = receiver.got.map(({ headers }) => headers['webhook-id'])
  expect(ids).toHaveLength(7)
  expect(ids[3]).toBe(ids[2])
  expect(new Set(ids).size).toBe(6)
  const places = receiver.got.map(({ body }) => JSON.parse(body).data.items[0].data.place)
  expect(places).toEqual([1, 2, 3, 3, 4, 5, 6])
})
