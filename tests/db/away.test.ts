import { afterEach, describe, expect, test } from 'vitest'
import { GET as readyz } from '@/app/readyz/route'
import { closeDatabase, type Database, openDatabase } from '@/db/client'
import { PublishRefusedError } from '@/db/commands/errors'
import { engine } from '@/db/dialect'
import { DatabaseUnreachableError, isDatabaseAway } from '@/db/errors'
import { currentEditionNumber } from '@/db/queries/edition'
import { attempts } from '@/db/schema'
import { compareServed, type WatchedState, watchState } from '@/db/stamp'
import { contentOf, publishContent, source } from '../support/content'
import { testDatabase } from '../support/database'
import { type SilentProxy, startSilentProxy } from '../support/silent-proxy'
import { until } from '../support/wait'

const { database, env, open } = await testDatabase()
/** Far away: waits are for what happens, not for a time. */
const fails = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (error: unknown) => error,
  )
const publishAs = (name: string) =>
  publishContent(database, { ...contentOf(), sources: [source('kyodo-news', { name })] })

describe('a database that is away', () => {
  test('is told from a fault of the request or of the program', async () => {
    const row = { key: 'x', taken: 1, until: '' }
    const twice = await fails(database.write((tx) => tx.insert(attempts).values([row, row])))
    expect(twice).toBeInstanceOf(Error)
    for (const error of [
      twice,
      new Error('x'),
      new PublishRefusedError({}),
      new TypeError('y'),
      'away',
      null,
      undefined,
    ])
      expect(isDatabaseAway(error)).toBe(false)
    for (const code of [
      'ECONNREFUSED',
      'ECONNRESET',
      '57P01',
      '08006',
      '53300',
      '57014',
      '55000',
      '3D000',
      '28P01',
      'SQLITE_BUSY',
      'SQLITE_IOERR_READ',
      'SQLITE_FULL',
    ])
      expect(isDatabaseAway(new Error('outer', { cause: Object.assign(new Error('x'), { code }) }))).toBe(true)
    for (const code of ['23505', '42601', 'SQLITE_CONSTRAINT_UNIQUE', 'ENOENT', 'EACCES'])
      expect(isDatabaseAway(Object.assign(new Error('x'), { code }))).toBe(false)
    const closed = Object.assign(new Error('x'), { code: 'ECONNREFUSED' })
    expect(isDatabaseAway(new AggregateError([closed, closed]))).toBe(true)
  })

  test.runIf(engine === 'sqlite')('locked by another process', async () => {
    const other = await open()
    const locked = other.write(async () => {
      expect(isDatabaseAway(await fails(database.write((tx) => tx.delete(attempts))))).toBe(true)
    })
    await locked
  })

  test.runIf(engine === 'postgres')('not there, or ended in the midst', async () => {
    const nowhere = await fails(openDatabase({ url: 'postgres://rulewire:x@127.0.0.1:1/x' }))
    expect(nowhere).toBeInstanceOf(DatabaseUnreachableError)
    expect(isDatabaseAway(nowhere)).toBe(true)
    const other = await open()
    const ended = fails(
      other.write(async (tx) => {
        await tx.insert(attempts).values({ key: 'lost', taken: 1, until: '' })
        await database.upkeep.exclusively((run) =>
          run(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE state = 'idle in transaction' AND datname = current_database() AND pid <> pg_backend_pid()",
          ),
        )
        await tx.insert(attempts).values({ key: 'lost too', taken: 1, until: '' })
      }),
    )
    expect(isDatabaseAway(await ended)).toBe(true)
    // The next one is made on a connection that works.
    await other.write((tx) => tx.insert(attempts).values({ key: 'kept', taken: 1, until: '' }))
    expect((await other.db.select().from(attempts)).map(({ key }) => key)).toEqual(['kept'])
  })
})

describe.runIf(engine === 'postgres')('a network that is cut in silence', () => {
  const proxies: SilentProxy[] = []
  const watching: WatchedState[] = []
  const opened: Database[] = []
  const before = { ...process.env }
  afterEach(async () => {
    for (const state of watching.splice(0)) state.stop()
    const closing = [...opened.splice(0).map((one) => one.close()), closeDatabase()]
    await Promise.all(proxies.splice(0).map((proxy) => proxy.close()))
    await Promise.allSettled(closing)
    process.env = { ...before }
  })

  async function throughProxy() {
    const url = new URL(env.DATABASE_URL ?? '')
    const proxy = await startSilentProxy({ host: url.hostname, port: Number(url.port) })
    proxies.push(proxy)
    url.host = `127.0.0.1:${proxy.port}`
    return { proxy, url: url.href }
  }
  const watch = async (through: Database) => {
    const state = await watchState(through)
    watching.push(state)
    return state
  }
  const ready = async () => {
    const answer = await readyz()
    return { status: answer.status, retryAfter: answer.headers.get('retry-after'), text: (await answer.text()).trim() }
  }

  test('the node is not ready while it lasts, and takes up what it missed when it is over', async () => {
    const { number } = { number: ((await publishAs('One')) as { edition: number }).edition }
    const { proxy, url } = await throughProxy()
    Object.assign(process.env, { DATABASE_URL: url })
    const through = await openDatabase({ url })
    opened.push(through)
    const state = await watch(through)
    expect(await ready()).toEqual({ status: 200, retryAfter: null, text: `edition ${number}` })
    proxy.silence()
    await publishAs('Two')
    expect(await ready()).toMatchObject({ status: 503, retryAfter: '5' })
    expect(isDatabaseAway(await fails(compareServed(through)))).toBe(true)
    expect(state.read().edition).toBe(number)
    proxy.resume()
    await until(() => expect(state.read().edition).toBe(number + 1))
    await until(async () => expect(await ready()).toMatchObject({ status: 200, text: `edition ${number + 1}` }))
    // The listener is on a new connection: what is published now is told by it, or by the look that follows soon.
    await publishAs('Three')
    await until(() => expect(state.read().edition).toBe(number + 2))
  })

  test('a node that serves an older edition than the database holds says so', async () => {
    const { edition } = (await publishAs('Four')) as { edition: number }
    const { proxy, url } = await throughProxy()
    const through = await openDatabase({ url })
    opened.push(through)
    await watch(through)
    Object.assign(process.env, { DATABASE_URL: env.DATABASE_URL })
    proxy.silence()
    await publishAs('Five')
    expect(await ready()).toEqual({
      status: 503,
      retryAfter: '5',
      text: `behind: this node serves edition ${edition}, the database holds ${edition + 1}`,
    })
  })

  test('no question and no write waits without end, and the next ones work', async () => {
    const { proxy, url } = await throughProxy()
    const through = await openDatabase({ url })
    opened.push(through)
    const row = { key: 'cut', taken: 1, until: '' }
    let cut: () => void = () => undefined
    const inMidst = new Promise<void>((resolve) => {
      cut = resolve
    })
    const write = fails(
      through.write(async (tx) => {
        await tx.insert(attempts).values(row)
        cut()
        await tx.insert(attempts).values({ ...row, key: 'never' })
      }),
    )
    await inMidst
    proxy.silence()
    const read = fails(currentEditionNumber(through.db))
    for (const error of [await write, await read]) expect(isDatabaseAway(error)).toBe(true)
    proxy.resume()
    await until(async () => expect(await currentEditionNumber(through.db)).toBeGreaterThan(0))
    await through.write((tx) => tx.insert(attempts).values({ ...row, key: 'after' }))
  })
})
