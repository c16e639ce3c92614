import { expect, test } from 'vitest'
import { testDatabase } from '../../support/database'
import { makeWebhook, tellEvents, testWire } from '../../support/wire/test-wire'

const { database, open } = await testDatabase()
const subscribers = 12

test('several nodes share those who follow: never two at one, each event once and in order', async () => {
  const underWay = new Set<string>()
  const got = new Map<string, number[]>()
  const met: string[] = []
  const post = async (address: string, { body }: { body: string }) => {
    if (underWay.has(address)) met.push(address)
    underWay.add(address)
    // Others have their turn meanwhile.
    for (let turn = 0; turn < 5; turn++) await new Promise((done) => setImmediate(done))
    const places = JSON.parse(body).data.items.map(({ data }: { data: { place: number } }) => data.place)
    got.set(address, [...(got.get(address) ?? []), ...places])
    underWay.delete(address)
    return { ok: true } as const
  }
  const nodes = [database, await open(), await open()].map((one) => testWire(one, { post }))
  for (let at = 0; at < subscribers; at++) await makeWebhook(database, `http://127.0.0.1/${at}`)
  for (let round = 0; round < 4; round++) {
    await tellEvents(database, 3)
    await Promise.all(nodes.map(({ run }) => run()))
  }
  for (const { run } of nodes) await run()
  expect(met).toEqual([])
  expect(got.size).toBe(subscribers)
  for (const places of got.values()) expect(places).toEqual(Array.from({ length: 12 }, (_, at) => at + 1))
})
