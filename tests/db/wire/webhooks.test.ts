import { Webhook } from 'standardwebhooks'
import { expect, test } from 'vitest'
import { tryAgain } from '@/db/commands/wire/delivery'
import { pauseWebhook, removeWebhook, takeSecret } from '@/db/commands/wire/subscription'
import { listTroubled } from '@/db/queries/wire/delivery'
import { findSubscription } from '@/db/queries/wire/subscription'
import { testDatabase } from '../../support/database'
import { openReceiver, type Received } from '../../support/wire/receiver'
import { keys, later, makeWebhook, secret, tellEvents, testWire } from '../../support/wire/test-wire'

const { database } = await testDatabase()
const titlesOf = (got: readonly Received[]): string[] =>
  got.flatMap(({ body }) => JSON.parse(body).data.items.map(({ title }: { title: string }) => title))
const idsOf = (got: readonly Received[]) => got.map(({ headers }) => headers['webhook-id'])

test('each event is one signed message, in order, and what came before the webhook is none', async () => {
  const receiver = await openReceiver()
  const { run } = testWire(database)
  await tellEvents(database, 2)
  await makeWebhook(database, receiver.address)
  await tellEvents(database, 3)
  await run()
  expect(titlesOf(receiver.got)).toEqual(['reported 3', 'reported 4', 'reported 5'])
  expect(new Set(idsOf(receiver.got)).size).toBe(3)
  for (const { headers, body } of receiver.got) {
    expect(headers['content-type']).toBe('application/json')
    const [id, timestamp, signature] = ['id', 'timestamp', 'signature'].map((name) => headers[`webhook-${name}`])
    const signed = new Webhook(secret).sign(String(id), new Date(Number(timestamp) * 1000), body)
    expect(signature).toBe(signed)
  }
  await run()
  expect(receiver.got).toHaveLength(3)
})

test('a receiver that is down for an hour gets all once it is back, once each, in order', async () => {
  const receiver = await openReceiver(() => 503)
  const { pass } = testWire(database)
  await makeWebhook(database, receiver.address, { what: '/hour' })
  await tellEvents(database, 5, { dossier: 'hour' })
  await pass(30)
  await tellEvents(database, 25, { dossier: 'hour' })
  await pass(30)
  const [first, ...others] = titlesOf(receiver.got)
  expect(others.length).toBeGreaterThan(3)
  expect(others.length).toBeLessThan(15)
  // While the first is not taken, nothing else is sent; each try goes under the same id.
  expect(new Set(others)).toEqual(new Set([first]))
  expect(new Set(idsOf(receiver.got)).size).toBe(1)
  receiver.got.length = 0
  receiver.answering = () => 200
  await pass(31)
  const titles = titlesOf(receiver.got)
  expect(titles).toHaveLength(30)
  expect(titles).toEqual([...titles].sort((a, b) => Number(a.split(' ')[1]) - Number(b.split(' ')[1])))
  expect(new Set(idsOf(receiver.got)).size).toBe(30)
})

test('what is never taken is a dead letter, can be tried again, and others go out meanwhile', async () => {
  const receiver = await openReceiver(() => 500)
  const { pass, clock, run } = testWire(database)
  const id = await makeWebhook(database, receiver.address, { what: '/dead' })
  await tellEvents(database, 1, { dossier: 'dead' })
  await pass(60 * 60, 15)
  const dead = (await listTroubled(database.db, { limit: 9 })).find(({ subscription }) => subscription.id === id)
  expect(dead?.delivery).toMatchObject({ state: 'dead', attempts: 100, lastError: 'it answered 500' })
  receiver.got.length = 0
  receiver.answering = () => 200
  await tellEvents(database, 1, { dossier: 'dead' })
  await run()
  expect(titlesOf(receiver.got)).toHaveLength(1)
  const again = { id: dead?.delivery.id ?? '', by: 'ann', at: clock.at }
  expect(await database.write((tx) => tryAgain(tx, again))).toBe(true)
  await run()
  expect(idsOf(receiver.got).at(-1)).toBe(`msg_${dead?.delivery.id}`)
  expect(await database.write((tx) => tryAgain(tx, again))).toBe(false)
})

test('410 pauses it; resumed it goes on with what happened meanwhile', async () => {
  const receiver = await openReceiver(() => 410)
  const { run, clock } = testWire(database)
  const id = await makeWebhook(database, receiver.address, { what: '/gone' })
  await tellEvents(database, 2, { dossier: 'gone' })
  await run()
  expect(receiver.got).toHaveLength(1)
  expect(await findSubscription(database.db, id)).toMatchObject({
    state: 'paused',
    because: expect.stringContaining('no more'),
  })
  clock.at = later(clock.at, 60)
  await tellEvents(database, 1, { dossier: 'gone' })
  await run()
  expect(receiver.got).toHaveLength(1)
  receiver.answering = () => 200
  await database.write((tx) => pauseWebhook(tx, { id, isPaused: false, by: 'ann', at: clock.at }))
  await run()
  expect(titlesOf(receiver.got.slice(1))).toHaveLength(3)
})

test('a redirect is not followed, and an address that is not of the open internet is not asked', async () => {
  const receiver = await openReceiver(() => 302)
  const { run } = testWire(database)
  const moved = await makeWebhook(database, receiver.address, { what: '/moved' })
  await tellEvents(database, 1, { dossier: 'moved' })
  await run()
  const closed = await makeWebhook(database, `https://localhost:${receiver.host.split(':')[1]}/`, { what: '/moved' })
  const numbered = await makeWebhook(database, 'https://10.0.0.1/', { what: '/moved' })
  await tellEvents(database, 1, { dossier: 'moved' })
  await run()
  const errors = new Map(
    (await listTroubled(database.db, { limit: 50 })).map(({ delivery, subscription }) => [
      subscription.id,
      delivery.lastError,
    ]),
  )
  expect(errors.get(moved)).toBe('it answered 302')
  expect(errors.get(closed)).toContain('not of the open internet')
  expect(errors.get(numbered)).toContain('not of the open internet')
  expect(receiver.got).toHaveLength(1)
})

test('a digest is one message, at seven by the clocks of the dossier', async () => {
  const receiver = await openReceiver()
  const { run, clock } = testWire(database)
  await makeWebhook(database, receiver.address, { what: '/digest', rhythm: 'daily' })
  await tellEvents(database, 3, { dossier: 'digest' })
  clock.at = '2026-03-02T21:59:00.000Z'
  await run()
  expect(receiver.got).toEqual([])
  clock.at = '2026-03-02T22:00:00.000Z'
  await run()
  expect(receiver.got).toHaveLength(1)
  expect(titlesOf(receiver.got)).toHaveLength(3)
  await tellEvents(database, 1, { dossier: 'digest' })
  clock.at = '2026-03-03T21:00:00.000Z'
  await run()
  expect(receiver.got).toHaveLength(1)
  clock.at = '2026-03-03T22:30:00.000Z'
  await run()
  expect(receiver.got).toHaveLength(2)
})

test('Slack gets a text and blocks', async () => {
  const receiver = await openReceiver()
  const { run } = testWire(database)
  await makeWebhook(database, receiver.address, { what: '/slack', form: 'slack' })
  await tellEvents(database, 1, { dossier: 'slack' })
  await run()
  const [{ body, headers } = { body: '{}', headers: {} }] = receiver.got
  const { text, blocks } = JSON.parse(body)
  expect(text).toMatch(/^reported \d+$/)
  expect(blocks[1]).toMatchObject({ type: 'section', text: { type: 'mrkdwn', text: expect.stringContaining(text) } })
  expect(headers['webhook-signature']).toBeUndefined()
})

test('the secret is given once, to who made it; removed, nothing is left', async () => {
  const receiver = await openReceiver()
  const { run, clock } = testWire(database)
  const id = await makeWebhook(database, receiver.address, { what: '/once' })
  const take = (by: string) => database.write((tx) => takeSecret(tx, { id, by }))
  expect(await take('somebody')).toBeNull()
  const taken = await take('tester')
  expect(keys.open({ sealed: taken?.secret ?? '', sealedBy: taken?.sealedBy ?? '' }, `${id} secret`)).toBe(secret)
  expect(await take('tester')).toBeNull()
  await tellEvents(database, 1, { dossier: 'once' })
  expect(await database.write((tx) => removeWebhook(tx, { id, by: 'ann', at: clock.at }))).toBe(true)
  await run()
  expect(receiver.got).toEqual([])
  expect(await findSubscription(database.db, id)).toBeNull()
})
