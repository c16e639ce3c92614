import { afterEach, expect, test } from 'vitest'
import { until } from '../../support/wait'
import { noon, pages, serve, stateOf, stopAll } from './served'

afterEach(stopAll)

/** A press that is asked just before midnight in Tokyo; its clock and what stands in the way of the day are in the test's hands. */
async function atMidnight(limits?: { lookUp: number }) {
  let now = noon + 2 * 3_600_000 + 3_599_000
  const { handler, rendered } = pages()
  const served = await serve({ handler, now: () => now, limits: { warm: 0, ...limits } })
  const asked: string[] = []
  let written = () => {}
  served.source.turnDay = (instant) => {
    asked.push(instant)
    return new Promise((resolve) => {
      written = resolve
    })
  }
  await served.ask('/en')
  return {
    ...served,
    rendered,
    asked,
    written: () => written(),
    turn: (hours = 0) => {
      now += 1000 + hours * 3_600_000
    },
  }
}

test('nothing is served of a new day before what it brought is written', async () => {
  const { ask, rendered, asked, written, turn } = await atMidnight()
  turn()
  const answers = [ask('/en'), ask('/ja')]
  await until(() => expect(asked).toEqual(['2026-03-01T15:00:00.000Z']))
  expect(rendered).toHaveLength(1)
  written()
  for (const answer of await Promise.all(answers)) expect(answer.status).toBe(200)
  expect(rendered).toHaveLength(3)
  expect(asked).toHaveLength(1)
})

test('readers have the copies of the day before while the database is away, even of a later edition', async () => {
  const { ask, rendered, asked, source, turn, written } = await atMidnight({ lookUp: 20 })
  turn()
  const { text, headers } = await ask('/en')
  expect(text).toContain('<title>1</title>')
  expect(rendered).toHaveLength(1)
  source.publish(stateOf(2))
  expect((await ask('/en')).text).toContain('<title>2</title>')
  written()
  await until(async () => expect((await ask('/en')).text).toContain('<title>3</title>'))
  expect((await ask('/en')).headers.etag).not.toBe(headers.etag)
  expect(asked).toHaveLength(1)
})

test('a day that comes while one is written is written after it', async () => {
  const { ask, asked, turn, written } = await atMidnight({ lookUp: 20 })
  turn()
  await ask('/en')
  turn(24)
  await ask('/en')
  expect(asked).toHaveLength(1)
  written()
  await until(async () => {
    await ask('/en')
    expect(asked).toEqual(['2026-03-01T15:00:00.000Z', '2026-03-02T15:00:01.000Z'])
  })
})
