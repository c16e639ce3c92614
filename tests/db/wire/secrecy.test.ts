import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { takeAsking } from '@/db/commands/wire/limits'
import { askToFollow, confirmSubscription } from '@/db/commands/wire/subscription'
import { engine } from '@/db/dialect'
import { findSubscription } from '@/db/queries/wire/subscription'
import { wireKeys } from '@/lib/wire/keys'
import { errorToKeep } from '@/lib/wire/words'
import { testDatabase } from '../../support/database'
import { began, keys, makeWebhook, tellEvents, testWire } from '../../support/wire/test-wire'

const { database, folder } = await testDatabase()
const address = 'a.rare.name@mailbox.example'
const hook = 'https://hooks.example/T00/secret-of-the-receiver'

/** All that the database holds, as text. */
async function everything(): Promise<string> {
  if (engine === 'sqlite') {
    const copy = join(folder, 'copy.db')
    await database.upkeep.backup(copy)
    const files = readdirSync(folder).filter((name) => name.includes('.db'))
    expect(files.length).toBeGreaterThan(1)
    return files.map((name) => readFileSync(join(folder, name)).toString('latin1')).join('\n')
  }
  return database.upkeep.exclusively(async (run) => {
    const tables = await run("SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'")
    const rows = []
    for (const { name } of tables) rows.push(...(await run(`SELECT * FROM "${name}"`)))
    return JSON.stringify(rows)
  })
}

test('neither the database nor a copy of it holds an address in plain text, whatever went wrong with it', async () => {
  const asked = { keys, address, at: began }
  await database.write((tx) => takeAsking(tx, { ...asked, sender: '192.0.2.1' }))
  await database.write((tx) => askToFollow(tx, { ...asked, what: '', rhythm: 'instant', language: 'en', zone: 'UTC' }))
  const hooked = await makeWebhook(database, hook)
  await tellEvents(database, 1)
  const refusing = {
    send: async () => ({ ok: false, why: 'later', error: errorToKeep(new Error(`550 <${address}>: no`)) }) as const,
  }
  const { run } = testWire(database, {
    mail: { mailer: refusing, from: 'news@example.org' },
    post: async () => ({ ok: false, why: 'later', error: errorToKeep(`${hook} is not there`) }),
  })
  await run()
  const text = await everything()
  expect(text).toContain(hooked)
  for (const secret of [address, 'a.rare.name', 'mailbox.example', 'hooks.example', 'secret-of-the-receiver'])
    expect(text.includes(secret), secret).toBe(false)
})

test('with another secret nothing can be read, and nobody is written to', async () => {
  const other = wireKeys('another secret of the tests, long enough')
  const id = 'a-subscription'
  expect(() => other.open(keys.seal(address, id), id)).toThrow('another secret')
  expect(() => keys.open(keys.seal(address, id), 'another place')).toThrow()
  expect(keys.seal(address, id).sealed).not.toBe(keys.seal(address, id).sealed)
  expect(other.subscriptionOf(keys.tokenOf(id))).toBeNull()
  const sent: string[] = []
  const { run } = testWire(database, { keys: other, post: async (to) => ({ ok: sent.push(to) > 0 }) as { ok: true } })
  const hooked = await makeWebhook(database, hook, { what: '/sealed' })
  await tellEvents(database, 1, { dossier: 'sealed' })
  await run()
  expect(sent).toEqual([])
  expect(await findSubscription(database.db, hooked)).toMatchObject({ givenUp: 1, state: 'active' })
})

test('who confirms twice is confirmed once', async () => {
  await database.write((tx) =>
    askToFollow(tx, { keys, address, what: '/twice', rhythm: 'daily', language: 'en', zone: 'UTC', at: began }),
  )
  const ids: string[] = []
  const mailer = {
    send: async ({ text }: { text: string }) => {
      ids.push(keys.subscriptionOf(decodeURIComponent(/token=(\S+)/.exec(text)?.[1] ?? '')) ?? '')
      return { ok: true } as const
    },
  }
  await testWire(database, { mail: { mailer, from: 'news@example.org' } }).run()
  const id = ids.at(-1) ?? ''
  const confirm = (at: string) => database.write((tx) => confirmSubscription(tx, { id, at }))
  expect(await confirm(began)).toMatchObject({
    state: 'active',
    confirmedAt: began,
    wakeAt: '2026-03-03T07:00:00.000Z',
  })
  expect(await confirm('2026-03-05T00:00:00.000Z')).toMatchObject({ confirmedAt: began })
})
