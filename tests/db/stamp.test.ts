import { expect, test, vi } from 'vitest'
import { publish } from '@/db/commands/publish/publish'
import { recordKey } from '@/db/key'
import { watchState } from '@/db/stamp'
import { contentOf, publishContent } from '../support/content'
import { testDatabase } from '../support/database'
import { moves, report } from '../support/dossiers'
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

test('of every dossier it knows the records that were ever public, each once, also those that are gone', async () => {
  const records = [{ key: recordKey('report', 'test', 'gone'), data: null, baseRevision: 1 }]
  await publishContent(database, contentOf({ reports: [report('gone', '2023-08-23', moves('open', 'proposed'))] }))
  await publish(database, { by: 'tester', at: '2026-01-03T00:00:00.000Z', reason: 'test', records })
  const state = await watchState(database)
  const known = state.read().records ?? new Map<string, ReadonlySet<string>>()
  expect([...known.keys()].sort()).toEqual(['', 'test'])
  expect([...(known.get('test') ?? [])].sort()).toEqual([
    '/test',
    'actors/komeito',
    'changes/open',
    'reports/gone',
    'rules/arms',
  ])
  state.stop()
})
