import { expect, test } from 'vitest'
import { settleAuthority } from '@/db/commands/authority'
import { writeDayEvents } from '@/db/commands/day-events'
import { findAuthority } from '@/db/queries/authority'
import { archivedPlaces, type FeedPage, readFeedPage } from '@/db/queries/feed-page'
import { openFollowed } from '@/db/queries/followed-events'
import { loadToldRecords } from '@/db/queries/told-records'
import { BadParameter } from '@/lib/asking/refusal'
import { eventItem } from '@/lib/events/item'
import type { Followed } from '@/lib/feeds/followed'
import { type Locale, locales } from '@/lib/model'
import { actor, contentOf, position, publishContent } from '../../support/content'
import { testDatabase } from '../../support/database'
import { change, moves, report, rule } from '../../support/dossiers'
import { publishRecordsOf, told } from './published'

const { database } = await testDatabase()
const { db } = database
const dayOf = (number: number) => new Date(Date.UTC(2026, 0, number)).toISOString()
const ships = change('ships', { rule: 'of-ships', from: '2026-02-01' })
const records = {
  rules: [
    rule('arms'),
    rule('of-ships', { scope: { thing: ['ship'] } }),
    rule('of-radar', { scope: { thing: ['radar'] } }),
  ],
  changes: [change('open', { rule: 'arms' }), ships, change('radar', { rule: 'of-radar' })],
  actors: [actor('komeito')],
  reports: [report('r0', '2023-08-23', moves('open', 'proposed'))],
}
await publishContent(database, contentOf(records))
await database.write((tx) => settleAuthority(tx, { host: 'rules.example.org', day: '2026-01-01' }))

async function pageOf(followed: Followed, archive: number | null = null): Promise<FeedPage> {
  const open = await openFollowed(db, followed)
  if (!open) throw new Error(`nothing to follow: ${JSON.stringify(followed)}`)
  return (await readFeedPage(db, open, archive)) ?? { events: [], previous: null }
}

async function itemsOf({ events }: FeedPage, locale: Locale = 'en', root = 'https://example.org') {
  const [records, authority] = await Promise.all([loadToldRecords(db, events), findAuthority(db)])
  return events.map((event) => eventItem(event, { locale, root, authority, records }))
}

test('whoever polls after each of 200 publishes and over a midnight gets each event once, none late, and can go back to the first', async () => {
  const seen = new Map<string, number>()
  let newest = 0
  const poll = async () => {
    const { events } = await pageOf({ dossier: 'test' })
    for (const { id, place } of events) {
      if (seen.has(id)) continue
      // Nothing comes in behind what was there: an old item never enters because something left.
      if (seen.size > 0) expect(place).toBeGreaterThan(newest)
      seen.set(id, place)
    }
    newest = Math.max(...seen.values())
  }
  await poll()
  await publishRecordsOf(database, { report: [report('rules', '2026-01-01', moves('ships', 'in_force'))] }, dayOf(2))
  await poll()
  for (let number = 0; number < 200; number++) {
    const id = `r${number + 1}`
    const next =
      number % 50 === 49
        ? { ...report(`r${number}`, '2026-01-01'), retracted: { on: '2026-01-03', note: 'It never was.' } }
        : report(id, '2026-01-01')
    await publishRecordsOf(database, { report: [next] }, dayOf(3))
    await poll()
  }
  await writeDayEvents(database, dayOf(40))
  await poll()
  const all = (await told(database)).filter(({ dossier }) => dossier === 'test')
  expect(all.some(({ kind, day }) => kind === 'answers' && day === '2026-02-01')).toBe(true)
  expect(all.filter(({ kind }) => kind === 'retracted')).toHaveLength(4)
  expect([...seen.keys()].sort()).toEqual(all.map(({ id }) => id).sort())

  const walked: string[] = []
  let page = await pageOf({ dossier: 'test' })
  for (let steps = 0; steps < 20; steps++) {
    walked.push(...page.events.map(({ id }) => id))
    if (page.previous === null) break
    page = await pageOf({ dossier: 'test' }, page.previous)
  }
  expect([...new Set(walked)].sort()).toEqual(all.map(({ id }) => id).sort())
}, 600_000)

test('an archive is complete: what comes later adds nothing to it, and one that is not full is not there', async () => {
  const before = await pageOf({}, 2)
  expect(before.events.map(({ place }) => place)).toEqual(
    Array.from({ length: archivedPlaces }, (_, at) => 2 * archivedPlaces - at),
  )
  const open = await openFollowed(db, {})
  expect(open && (await readFeedPage(db, open, 1000))).toBeNull()
  await publishRecordsOf(database, { report: [report('more', '2026-01-02')] }, dayOf(41))
  expect(await pageOf({}, 2)).toEqual(before)
})

test('a rule, a change, an actor and a publisher are followed by what concerns them, and one answer by what moves it', async () => {
  const speaks = { ...report('speaks', '2026-02-01'), positions: [position('komeito', 'open')] }
  await publishRecordsOf(database, { report: [speaks] }, dayOf(42))
  await publishRecordsOf(database, { report: [report('radar', '2026-02-10', moves('radar', 'in_force'))] }, dayOf(43))
  const kinds = async (followed: Followed) => (await pageOf(followed)).events.map(({ kind }) => kind)
  expect(await kinds({ dossier: 'test', folder: 'actors', id: 'komeito' })).toEqual(['reported'])
  expect(await kinds({ dossier: 'test', folder: 'rules', id: 'of-radar' })).toEqual(['answers', 'step', 'reported'])
  expect(await kinds({ dossier: 'test', folder: 'changes', id: 'radar' })).toEqual(['answers', 'step', 'reported'])
  expect((await kinds({ dossier: 'test', folder: 'sources', id: 'kyodo-news' })).length).toBe(50)
  expect(await kinds({ dossier: 'test', question: { thing: 'radar' } })).toEqual(['answers', 'step'])
  // The rule that begins on its day moved the answer for ships, and was on its way before.
  const ofShips = (await pageOf({ dossier: 'test', question: { thing: 'ship', place: 'near' } })).events
  expect(ofShips.map(({ kind, day }) => [kind, day])).toEqual([
    ['answers', '2026-02-01'],
    ['answers', null],
    ['step', null],
  ])
  expect(await kinds({ dossier: 'test', question: { thing: 'gun' } })).toEqual([])
  expect(await openFollowed(db, { dossier: 'nowhere' })).toBeNull()
  expect(await openFollowed(db, { dossier: 'test', folder: 'rules', id: 'nowhere' })).toBeNull()
  await expect(openFollowed(db, { dossier: 'test', question: { thing: 'boat' } })).rejects.toThrow(BadParameter)
  await expect(openFollowed(db, { dossier: 'test', filter: { change: 'nowhere' } })).rejects.toThrow(BadParameter)
})

test('a filter is followed by the reports that it has shown, and what became of them', async () => {
  const filter = { change: 'radar' }
  const told = async () => (await pageOf({ dossier: 'test', filter })).events.map(({ kind }) => kind)
  expect(await told()).toEqual(['reported'])
  const mended = {
    ...report('radar', '2026-02-10', moves('radar', 'in_force', '2026-02-09')),
    corrections: [{ on: '2026-02-14', note: 'A day earlier.' }],
  }
  await publishRecordsOf(database, { report: [mended] }, dayOf(45))
  expect(await told()).toEqual(['corrected', 'reported'])
  await publishRecordsOf(database, { report: [{ ...mended, retracted: { on: '2026-02-15', note: 'No.' } }] }, dayOf(46))
  expect(await told()).toEqual(['retracted', 'corrected', 'reported'])
  expect((await pageOf({ only: 'corrections' })).events.slice(0, 2).map(({ kind }) => kind)).toEqual([
    'retracted',
    'corrected',
  ])
  expect((await pageOf({ dossier: 'test', filter: { from: '2026-02', words: 'radar' } })).events).toHaveLength(3)
})

test('an id is the same for ever, whatever the host, another in each language; a text fix keeps it and moves when it was updated', async () => {
  const page = await pageOf({ dossier: 'test', folder: 'actors', id: 'komeito' })
  const [en, ja, moved] = await Promise.all([
    itemsOf(page),
    itemsOf(page, locales[1]),
    itemsOf(page, 'en', 'http://elsewhere:8080'),
  ])
  expect(en[0]?.id).toMatch(/^tag:rules\.example\.org,2026-01-01:en\/reported\/[0-9a-f]{32}$/)
  expect(moved[0]?.id).toBe(en[0]?.id)
  expect(ja[0]?.id).not.toBe(en[0]?.id)
  await publishRecordsOf(
    database,
    { report: [{ ...report('speaks', '2026-02-01'), headline: 'Spoken', positions: [position('komeito', 'open')] }] },
    dayOf(47),
  )
  const [after] = await itemsOf(await pageOf({ dossier: 'test', folder: 'actors', id: 'komeito' }))
  expect(after).toMatchObject({ id: en[0]?.id, title: 'Spoken', published: en[0]?.published, updated: dayOf(47) })
  await database.write((tx) => settleAuthority(tx, { host: 'other.example.org', day: '2027-01-01' }))
  expect((await findAuthority(db)).name).toBe('rules.example.org')
})

test('an item says what happened in words, who says so, and where it was read', async () => {
  const quoted = {
    ...report('step', '2026-02-16', {
      ...moves('open', 'decided', '2026-02'),
      quote: { text: 'It is "decided"', language: 'en' },
    }),
    url: 'https://news.example.org/1',
    sourcing: 'unseen' as const,
    attribution: [{ who: 'party members', named: false }],
  }
  await publishRecordsOf(database, { report: [quoted] }, dayOf(48))
  const [step, reported] = await itemsOf(await pageOf({ dossier: 'test', folder: 'changes', id: 'open' }))
  expect(step?.title).toBe('open: Proposed (23 August 2023) → Decided (February 2026)')
  expect(step?.url).toBe('https://example.org/en/test/changes/open')
  for (const item of [step, reported]) {
    expect(item?.text).toContain('Kyodo News, citing party members (not named); Unverified')
    expect(item?.html).toContain('It is ‘decided’')
    expect(item?.html).toContain('<a href="https://news.example.org/1">')
  }
  expect(reported?.text).toContain('open <https://example.org/en/test/changes/open>: Decided (February 2026)')
  expect(reported?.published).toBe('2026-02-16T12:00:00Z')
  expect(step?.data).toMatchObject({ kind: 'step', change: 'open', after: { stage: 'decided', date: '2026-02' } })
  const [answers] = await itemsOf(await pageOf({ dossier: 'test', question: { thing: 'radar' } }))
  expect(answers?.title).toMatch(/→/)
})
