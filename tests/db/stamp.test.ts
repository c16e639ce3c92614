import { expect, test, vi } from 'vitest'
import { watchState } from '@/db/stamp'
import { contentOf, publishContent } from '../support/content'
import { testDatabase } from '../support/database'
import { until } from '../support/wait'

const { database, open } = await testDatabase()
const again = () =>
  database.write(async (tx) => {
    const { importContent } = await import('@/db/commands/import')
    const content = contentOf({ reports: [] })
    const [first] = content.sources
    if (first) first.name = 'Another name'
    return importContent(tx, { content, by: 'tester', at: '2026-01-02T00:00:00.000Z', reason: 'test' })
  })

test('what is public is known without looking, and a publish elsewhere is known soon', async () => {
  const state = await watchState(await open())
  expect(state.read()).toMatchObject({ edition: 0, dossiers: [] })
  const before = state.read()
  const told = vi.fn()
  state.subscribe(told)
  await publishContent(database, contentOf())
  await until(() => expect(state.read().edition).toBe(1))
  expect(told).toHaveBeenCalledTimes(1)
  expect(state.read()).not.toBe(before)
  expect(state.read().dossiers.map(({ id }) => id)).toEqual(['test'])
  state.stop()
})

test('asked to look, it tells what was published before, even while it looks already', async () => {
  const state = await watchState(database)
  const early = state.refresh()
  await again()
  await state.refresh()
  expect(state.read()).toMatchObject({ edition: 2, publishedAt: '2026-01-02T00:00:00.000Z' })
  await early
  state.stop()
})
