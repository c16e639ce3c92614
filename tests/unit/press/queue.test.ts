import { expect, test } from 'vitest'
import { QueueFullError, RenderQueue } from '@/lib/press/queue'

const limits = { running: 2, runningEach: 1, waiting: 6, waitingEach: 4, patience: 600_000 }

/** A queue whose work ends when the test says so, in the order in which it was begun. */
function held(over: Partial<typeof limits> = {}) {
  const queue = new RenderQueue({ ...limits, ...over })
  const begun: string[] = []
  const ends: (() => void)[] = []
  const ask = (name: string, asker: string) =>
    queue.run(() => {
      begun.push(name)
      return new Promise<string>((resolve) => ends.push(() => resolve(name)))
    }, asker)
  const endOne = async () => {
    ends.shift()?.()
    await new Promise((resolve) => setImmediate(resolve))
  }
  return { queue, begun, ask, endOne }
}

test('whoever asks for much leaves a place for the next, and waits in turn with all others', async () => {
  const { begun, ask, endOne } = held()
  const flood = [1, 2, 3, 4].map((n) => ask(`flood ${n}`, 'a').result)
  const reader = ask('reader', 'b').result
  expect(begun).toEqual(['flood 1', 'reader'])
  const other = ask('other', 'c').result
  await endOne()
  await endOne()
  expect(begun.slice(2).sort()).toEqual(['flood 2', 'other'])
  for (let at = 0; at < 6; at++) await endOne()
  expect(await Promise.all([...flood, reader, other])).toHaveLength(6)
})

test('one asker may have only so much waiting; a full queue refuses the last of the greediest', async () => {
  const { queue, ask, endOne } = held()
  const results: Promise<unknown>[] = []
  const settled: string[] = []
  const asked = (name: string, asker: string) => {
    const { result } = ask(name, asker)
    results.push(
      result.then(
        () => undefined,
        (error) => {
          expect(error).toBeInstanceOf(QueueFullError)
          settled.push(name)
        },
      ),
    )
  }
  for (let n = 0; n < 6; n++) asked(`a${n}`, 'a')
  await new Promise((resolve) => setImmediate(resolve))
  expect(settled).toEqual(['a5'])
  for (const name of ['b0', 'b1', 'b2']) asked(name, 'b')
  expect(queue.load.waiting).toBe(6)
  asked('c0', 'c')
  await new Promise((resolve) => setImmediate(resolve))
  expect(settled).toEqual(['a5', 'a4'])
  asked('a6', 'a')
  await new Promise((resolve) => setImmediate(resolve))
  expect(settled).toEqual(['a5', 'a4', 'a6'])
  for (let at = 0; at < 12; at++) await endOne()
  await Promise.all(results)
  expect(queue.load).toEqual({ running: 0, waiting: 0 })
})

test('a page that a flood has asked for comes when the turn of any of those comes who want it', async () => {
  const { begun, ask, endOne } = held()
  for (const n of [1, 2, 3]) void ask(`flood ${n}`, 'a')
  const shared = ask('shared', 'a')
  void ask('reader 1', 'b')
  shared.alsoFor('b')
  await endOne()
  await endOne()
  expect(begun).toEqual(['flood 1', 'reader 1', 'flood 2', 'shared'])
  for (let at = 0; at < 4; at++) await endOne()
  expect(begun.filter((name) => name === 'shared')).toHaveLength(1)
  expect(await shared.result).toBe('shared')
})

test('it is idle when all is done, and nothing begins once it is closed', async () => {
  const { queue, ask, endOne } = held()
  const first = ask('first', 'a')
  void ask('second', 'a')
  let isIdle = false
  const closed = queue.close().then(() => {
    isIdle = true
  })
  await expect(ask('late', 'b').result).rejects.toThrow('about to end')
  await endOne()
  expect(isIdle).toBe(false)
  await endOne()
  await closed
  expect(await first.result).toBe('first')
})
