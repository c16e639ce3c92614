import { expect, test } from 'vitest'
import { authority, siteAuthority } from '@/db/schema'
import { findFollowed } from '@/db/wire/followed'
import { wireSource } from '@/db/wire/source'
import { contentOf, publishContent } from '../../support/content'
import { testDatabase } from '../../support/database'
import { change, moves, report, rule } from '../../support/dossiers'
import { openReceiver, type Received } from '../../support/wire/receiver'
import { makeWebhook, testWire } from '../../support/wire/test-wire'
import { publishRecordsOf } from '../events/published'

const { database } = await testDatabase()
await database.write((tx) =>
  tx.insert(authority).values({ id: siteAuthority, name: 'rules.example.org', since: '2026-01-01' }),
)
await publishContent(
  database,
  contentOf({
    rules: [rule('arms', { scope: { place: ['near'] } }), rule('other', { scope: { place: ['far'] } })],
    changes: [change('open', { rule: 'arms' }), change('shut', { rule: 'other', to: 'prohibited' })],
  }),
)
const source = wireSource(database, 'https://rules.example.org')
const itemsOf = (got: readonly Received[]): { title: string; id: string; url: string; text: string }[] =>
  got.flatMap(({ body }) => JSON.parse(body).data.items)

test('who follows a rule, an answer, a filter or everything is told what concerns it, in words', async () => {
  const { run, clock } = testWire(database, { source })
  clock.at = '2026-03-03T00:00:00.000Z'
  const whats = ['', '/test', '/test/rules/arms', '/test/ask?place=near', '/test?change=open', '/corrections']
  const receivers = new Map<string, Received[]>()
  for (const what of whats) {
    const { got, address } = await openReceiver()
    receivers.set(what, got)
    await makeWebhook(database, address, { what })
  }
  const told = report('a', '2026-03-01', moves('open', 'in_force', '2026-03-01'))
  await publishRecordsOf(database, { report: [told] }, '2026-03-02T12:00:00.000Z')
  await run()
  const other = report('b', '2026-03-02', moves('shut', 'in_force', '2026-03-02'))
  await publishRecordsOf(database, { report: [other] }, '2026-03-02T13:00:00.000Z')
  await run()
  const kinds = (what: string) =>
    itemsOf(receivers.get(what) ?? []).map((item) => /:en\/([a-z]+)\//.exec(item.id)?.[1] ?? item.id)
  const each = ['reported', 'step', 'answers', 'edition']
  expect(kinds('')).toEqual([...each, ...each])
  expect(new Set(kinds('/test/rules/arms'))).toEqual(new Set(['reported', 'step', 'answers']))
  expect(kinds('/test/ask?place=near')).toEqual(expect.arrayContaining(['answers']))
  expect(itemsOf(receivers.get('/test/ask?place=near') ?? []).map(({ url }) => url)).not.toContain(
    'https://rules.example.org/en/test/changes/shut',
  )
  expect(kinds('/test?change=open')).toEqual(['reported'])
  expect(kinds('/corrections')).toEqual([])
  for (const { text, url } of itemsOf(receivers.get('/test') ?? [])) {
    expect(text).not.toBe('')
    expect(url).toMatch(/^https:\/\/rules\.example\.org\/en\/test\//)
  }
})

test('what is followed has a name in each language, and none where it is not there', async () => {
  expect(await findFollowed(database.db, '/test/rules/arms', 'en')).toMatchObject({
    what: '/test/rules/arms',
    page: '/test/rules/arms',
    zone: 'Asia/Tokyo',
    title: expect.stringContaining('arms'),
  })
  expect(await findFollowed(database.db, '/test?stage=agreed&change=open', 'ja')).toMatchObject({
    what: '/test?change=open&stage=agreed',
    page: '/test/timeline?change=open&stage=agreed',
  })
  for (const gone of [
    '/nowhere',
    '/test/rules/gone',
    '/test?change=gone',
    '/test/ask?nothing=near',
    '/test/ask?place=gone',
  ])
    expect(await findFollowed(database.db, gone, 'en'), gone).toBeNull()
})

test('a subscriber who is far behind reads on in steps, and misses nothing', async () => {
  const all = await source.placesAfter('', { after: 0, limit: 1000 })
  const some: number[] = []
  for (let after = 0; ; ) {
    const { places, readTo } = await source.placesAfter('', { after, limit: 3 })
    some.push(...places)
    if (readTo === after) break
    after = readTo
  }
  expect(some).toEqual(all.places)
  expect(all.readTo).toBe(all.places.at(-1))
})

test('who follows what got another id goes on following it', async () => {
  const renamed = { ...rule('weapons', { scope: { place: ['near'] } }), formerly: ['arms'] }
  const opened = { ...change('open', { rule: 'weapons' }) }
  await publishRecordsOf(
    database,
    { rule: [renamed, { id: 'arms', gone: true }], change: [opened] },
    '2026-03-04T12:00:00.000Z',
  )
  expect(await findFollowed(database.db, '/test/rules/arms', 'en')).toMatchObject({ what: '/test/rules/weapons' })
  expect(await findFollowed(database.db, '/test?rule=arms', 'en')).toMatchObject({ what: '/test?rule=weapons' })
  const before = await source.placesAfter('/test/rules/arms', { after: 0, limit: 100 })
  const told = report('c', '2026-03-05', moves('open', 'repealed', '2026-03-05'))
  await publishRecordsOf(database, { report: [told] }, '2026-03-05T12:00:00.000Z')
  const after = await source.placesAfter('/test/rules/arms', { after: before.readTo, limit: 100 })
  expect(after.places.length).toBeGreaterThan(0)
})
