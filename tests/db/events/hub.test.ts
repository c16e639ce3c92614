import { expect, test } from 'vitest'
import { tellHub } from '@/db/hub'
import { contentOf, publishContent } from '../../support/content'
import { testDatabase } from '../../support/database'
import { moves, report } from '../../support/dossiers'
import { publishRecordsOf } from './published'

const { database } = await testDatabase()
const hub = { hub: 'https://hub.example.org/', root: 'https://rules.example.org' }

async function toldHub(answers = 200) {
  const sent: URLSearchParams[] = []
  const tell = async (address: string, body: URLSearchParams) => {
    expect(address).toBe(hub.hub)
    sent.push(body)
    return { ok: answers < 400, status: answers }
  }
  let failure: unknown
  await tellHub(database, hub, tell).catch((error: unknown) => {
    failure = error
  })
  return {
    failure,
    feeds: sent.flatMap((body) => body.getAll('hub.url')),
    modes: sent.map((body) => body.get('hub.mode')),
  }
}

test('a hub is told once of every feed that has something new, in each form and language', async () => {
  await publishContent(database, contentOf({ reports: [report('first', '2025-01-01')] }))
  expect((await toldHub()).feeds).toContain('https://rules.example.org/en/test/feed.xml')
  expect((await toldHub()).feeds).toEqual([])
  await publishRecordsOf(
    database,
    { report: [report('next', '2025-02-01', moves('open', 'in_force'))] },
    '2026-01-02T00:00:00.000Z',
  )
  const { feeds, modes } = await toldHub()
  const root = 'https://rules.example.org'
  for (const feed of [
    `${root}/en/feed.xml`,
    `${root}/ja/test/atom.xml`,
    `${root}/en/test/rules/arms/feed.json`,
    `${root}/ja/test/changes/open/feed.xml`,
    `${root}/en/test/sources/kyodo-news/feed.xml`,
  ])
    expect(feeds).toContain(feed)
  expect(new Set(feeds).size).toBe(feeds.length)
  expect(feeds.some((feed) => feed.includes('corrections') || feed.includes('actors'))).toBe(false)
  expect(new Set(modes)).toEqual(new Set(['publish']))
  expect((await toldHub()).feeds).toEqual([])
})

test('what a hub refuses is told again', async () => {
  await publishRecordsOf(database, { report: [report('third', '2025-03-01')] }, '2026-01-03T00:00:00.000Z')
  const refused = await toldHub(503)
  expect(String(refused.failure)).toContain('answered 503')
  expect((await toldHub()).feeds).toEqual(expect.arrayContaining(refused.feeds))
  expect((await toldHub()).feeds).toEqual([])
})
