import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { listChangedStates, listRecordStates, listSuccessors, stateKey } from '@/db/queries/records/record-list'
import { listReports } from '@/db/queries/records/report-page'
import type { Actor, Change, Report } from '@/lib/model'
import { actor, contentOf, position, publishContent } from '../../support/content'
import { testDatabase } from '../../support/database'
import { change, moves, report } from '../../support/dossiers'
import { publishRecordsOf } from '../events/published'

const { database } = await testDatabase()
const { db } = database

const last = 50
const kinds = ['report', 'actor', 'change'] as const
type Kind = (typeof kinds)[number]
type State = Record<Kind, Map<string, { id: string }>>
type Given = Parameters<typeof publishRecordsOf>[1]

const dayOf = (n: number) => `2024-${String(1 + (n % 12)).padStart(2, '0')}-${String(1 + (n % 28)).padStart(2, '0')}`
const newReport = (n: number): Report => ({
  ...report(`report-${n}`, dayOf(n * 5), moves('open', n % 2 === 0 ? 'proposed' : 'agreed')),
  positions: n % 3 === 0 ? [position('komeito', 'open')] : [],
})

const first = {
  reports: Array.from({ length: 12 }, (_, n) => newReport(n)),
  actors: [actor('komeito'), ...Array.from({ length: 4 }, (_, n) => actor(`actor-${n}`))],
  changes: [change('open', { rule: 'arms' }), change('close', { rule: 'arms' })],
}
const byId = <Of extends { id: string }>(all: readonly Of[]) => new Map(all.map((one) => [one.id, one]))

/** What became of what, as nothing but this test keeps it: the whole of what is public at each edition. */
const states: State[] = [
  { report: new Map(), actor: new Map(), change: new Map() },
  { report: byId(first.reports), actor: byId(first.actors), change: byId(first.changes) },
]
const merged = new Map<string, string>()

/** What one edition does; of whatever there is at the time. */
const acts = ['add', 'add more', 'correct', 'retract', 'remove', 'merge', 'rename', 'actor', 'return', 'title'] as const
type Act = { what: (typeof acts)[number]; which: number }
const plans = fc.sample(
  fc.array(fc.record({ what: fc.constantFrom(...acts), which: fc.nat(1000) }), { minLength: 1, maxLength: 3 }),
  { seed: 40, numRuns: last - 1 },
)

type Published = ['report', Report | Gone] | ['actor', Actor | Gone] | ['change', Change | Gone]
type Gone = { id: string; gone: true }

/** The records that an act publishes; null where there is nothing to do it to. */
function done({ what, which }: Act, n: number, now: State): Published[] {
  const standing = ([...now.report.values()] as Report[]).filter((one) => !one.retracted)
  const one = standing[which % Math.max(1, standing.length)]
  const other = standing[(which + 1) % Math.max(1, standing.length)]
  const actors = [...now.actor.values()].filter(({ id }) => id !== 'komeito')
  const someActor = actors[which % Math.max(1, actors.length)]
  if (what === 'title') return [['change', { ...change('open', { rule: 'arms' }), title: `Of ${n}` }]]
  if (what.startsWith('add') || !one || !other) return [['report', newReport(100 + n)]]
  const note = { on: '2026-02', note: `Of edition ${n}` }
  const formerly = (id: string) => [...(one.formerly ?? []), id]
  if (what === 'correct') return [['report', { ...one, summary: `Of ${n}`, corrections: [note] }]]
  if (what === 'retract') return [['report', { ...one, retracted: note }]]
  if (what === 'remove') return [['report', { id: one.id, gone: true }]]
  if (what === 'return') return [['report', newReport(which % 12)]]
  if (what === 'actor')
    return someActor && which % 2 === 0
      ? [['actor', { id: someActor.id, gone: true }]]
      : [['actor', actor(`actor-${n}`, { note: String(n) })]]
  if (what === 'merge' && one.id !== other.id) {
    merged.set(other.id, one.id)
    return [
      ['report', { id: other.id, gone: true }],
      ['report', { ...one, formerly: [...(one.formerly ?? []), other.id] }],
    ]
  }
  merged.set(one.id, `renamed-${n}`)
  return [
    ['report', { id: one.id, gone: true }],
    ['report', { ...one, id: `renamed-${n}`, formerly: formerly(one.id) }],
  ]
}

await publishContent(database, contentOf(first))
for (const [at, plan] of plans.entries()) {
  const n = at + 2
  const before = states.at(-1) as State
  const [act = { what: 'add', which: 0 }] = plan
  const given: Given = { report: [], actor: [], change: [] }
  const next: State = { report: new Map(before.report), actor: new Map(before.actor), change: new Map(before.change) }
  // The title says it anew each time, so that no edition changes nothing.
  for (const [kind, record] of [
    ...done(act, n, before),
    ...(act.what === 'title' ? [] : done({ what: 'title', which: 0 }, n, before)),
  ]) {
    ;(given[kind] as unknown[]).push(record)
    if ('gone' in record) next[kind].delete(record.id)
    else next[kind].set(record.id, record)
  }
  // What says that it had the id of one that has come back would be two of one address.
  const isTaken = [...next.report.values()].some((one) =>
    (one as Report).formerly?.some((former) => next.report.has(former)),
  )
  if (isTaken) {
    const title = { ...change('open', { rule: 'arms' }), title: `Of ${n}` }
    await publishRecordsOf(database, { change: [title] }, `2026-02-01T00:00:${String(n).padStart(2, '0')}.000Z`)
    states.push({ ...before, change: new Map(before.change).set('open', title) })
    continue
  }
  await publishRecordsOf(database, given, `2026-02-01T00:00:${String(n).padStart(2, '0')}.000Z`)
  states.push(next)
}

/** Reads a list to its end, page by page. */
async function readAll<Row>(read: (behind: Row | null) => Promise<Row[]>): Promise<Row[]> {
  const all: Row[] = []
  for (;;) {
    const page = await read(all.at(-1) ?? null)
    if (page.length === 0) return all
    all.push(...page)
  }
}

const wholeAt = (kind: Kind, edition: number, limit = 7) =>
  readAll((behind: Awaited<ReturnType<typeof listRecordStates>>[number] | null) =>
    listRecordStates(db, { kind, edition }, { behind, limit }),
  )
const changedSince = (kind: Kind, since: number, edition: number, limit = 5) =>
  readAll((behind: Awaited<ReturnType<typeof listChangedStates>>[number] | null) =>
    listChangedStates(db, { kind, since, edition }, { behind, limit }),
  )
/** As it is sent. */
const sent = (record: unknown) => JSON.parse(JSON.stringify(record))
const expected = (kind: Kind, edition: number) =>
  [...(states[edition]?.[kind].values() ?? [])].sort((a, b) => (a.id < b.id ? -1 : 1)).map(sent)

describe('fifty editions with corrections, retractions, removals, merges and returns', () => {
  test('every kind of act has come up', () => {
    expect(states).toHaveLength(last + 1)
    expect(new Set(plans.map(([act]) => act?.what)).size).toBe(acts.length)
    expect(merged.size).toBeGreaterThan(5)
  })

  test.each(kinds)('a full list of each edition is what was public then (%s)', async (kind) => {
    for (let edition = 1; edition <= last; edition++)
      expect((await wholeAt(kind, edition)).map(({ data }) => data)).toEqual(expected(kind, edition))
  })

  test.each(kinds)(
    'what changed since any edition makes of its state the state of now, and of any later one (%s)',
    async (kind) => {
      const pairs = Array.from({ length: last - 1 }, (_, at) => [at + 1, last] as const)
      const others = fc.sample(fc.tuple(fc.integer({ min: 1, max: last }), fc.integer({ min: 1, max: last })), {
        seed: 7,
        numRuns: 60,
      })
      for (const [since, edition] of [...pairs, ...others.filter(([from, to]) => from <= to)]) {
        const held = new Map((await wholeAt(kind, since)).map((state) => [state.id, state.data]))
        for (const { id, data } of await changedSince(kind, since, edition))
          if (data === null) held.delete(id)
          else held.set(id, data)
        const now = [...held].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, data]) => data)
        expect(now, `${since} to ${edition}`).toEqual(expected(kind, edition))
      }
    },
  )

  test('nothing is told twice, and the order is that of the editions', async () => {
    const changed = await changedSince('report', 1, last, 3)
    expect(new Set(changed.map(({ id }) => id)).size).toBe(changed.length)
    const places = changed.map(({ edition, id }) => `${String(edition).padStart(3, '0')} ${id}`)
    expect(places).toEqual([...places].sort())
  })

  test('what was merged or got another id leads to what it is now', async () => {
    const gone = (await changedSince('report', 1, last)).filter(({ data }) => data === null)
    const from = Math.min(...gone.map(({ edition }) => edition))
    const successors = await listSuccessors(db, { kind: 'report', from, edition: last })
    const told = gone.flatMap((state) => successors.get(stateKey(state)) ?? [])
    expect(told.length).toBeGreaterThan(3)
    // Of one that came back and went again without a word, what was said before no longer holds.
    for (const { id } of gone) if (successors.has(`test ${id}`)) expect(merged.has(id), id).toBe(true)
  })

  test('reports in the order of a timeline are those that stood at the edition, whatever has become of them', async () => {
    for (const edition of [1, 2, 10, 25, 40, 49, last]) {
      const found = await readAll((behind: Awaited<ReturnType<typeof listReports>>[number] | null) =>
        listReports(db, {
          ...{ dossier: null, filter: { discredited: 'with' }, edition, isNewest: edition === last, limit: 4 },
          behind: behind && { ...behind, isIn: false },
        }),
      )
      const standing = (expected('report', edition) as Report[])
        .filter((one) => !one.retracted)
        .sort((a, b) => (a.published + a.id < b.published + b.id ? 1 : -1))
      expect(found.map((one) => one.report)).toEqual(standing)
    }
  })
})
