import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Database } from '@/db/client'
import { importContent } from '@/db/commands/import'
import type { Asked } from '@/db/commands/publish/plan'
import { publish, publishRecords } from '@/db/commands/publish/publish'
import { heldOf } from '@/db/held/of-process'
import { dossierAt } from '@/db/held/past'
import { recordKey } from '@/db/key'
import { currentEditionNumber } from '@/db/queries/edition'
import { findRecord, listSources, loadDossier } from '@/db/queries/record'
import type { DossierRecords, RecordKind } from '@/lib/model'
import { compileDossier } from '@/lib/policy'
import { actor, at, contentOf, publishContent, source } from '../../support/content'
import { testDatabase } from '../../support/database'
import { change, moves, report } from '../../support/dossiers'

const { database: here, open } = await testDatabase()
const there = await open()
await publishContent(here, contentOf({ reports: [report('b', '2023-08-23', moves('open', 'proposed'))] }))

const byId = <R extends { id: string }>(records: readonly R[]): R[] =>
  records.toSorted((one, other) => (one.id < other.id ? -1 : 1))

/** Of what a connection holds nothing differs from what is public. */
async function expectTrue(database: Database): Promise<void> {
  const { db } = database
  const edition = await currentEditionNumber(db)
  const [{ records }, { sources }] = await Promise.all([
    heldOf(db).at(db, 'test', edition),
    heldOf(db).at(db, '', edition),
  ])
  const loaded = await loadDossier(db, 'test')
  expect(sources).toEqual(await listSources(db))
  expect(records).toEqual(loaded && { ...loaded, reports: byId(loaded.reports) })
  if (!records) return
  const { reports, ...held } = heldOf(db).compile(records, sources)
  const { reports: anew, ...compiled } = compileDossier(records, sources)
  expect(held).toEqual(compiled)
  expect(new Set(reports.values())).toEqual(new Set(anew.values()))
}

const baseOf = async ({ db }: Database, kind: RecordKind, id: string) =>
  (await findRecord(db, recordKey(kind, 'test', id)))?.revision ?? null
const asking = async (database: Database, kind: RecordKind, id: string, data: unknown): Promise<Asked> => ({
  key: recordKey(kind, 'test', id),
  data,
  baseRevision: await baseOf(database, kind, id),
})
const by = { by: 'tester', at, reason: 'test' }

const reportIds = ['a', 'b', 'c', 'd']
const anyReport = fc.record({
  kind: fc.constant('report' as const),
  id: fc.constantFrom(...reportIds),
  day: fc.constantFrom('2023-01-01', '2024-05-05'),
  stage: fc.constantFrom('proposed', 'decided', null),
})
const anyOther = fc.constantFrom(
  { kind: 'actor' as const, data: actor('komeito', { name: 'Renamed' }) },
  { kind: 'actor' as const, data: actor('another') },
  { kind: 'change' as const, data: { ...change('open', { rule: 'arms' }), title: 'Told otherwise' } },
  { kind: 'change' as const, data: change('second', { rule: 'arms' }) },
  { kind: 'source' as const, data: source('kyodo-news', { name: 'Kyodo' }) },
  { kind: 'source' as const, data: source('another-paper') },
)
const anyTurn = fc.record({ isHere: fc.boolean(), asked: fc.oneof(anyReport, anyOther), looks: fc.boolean() })

test('what is held is what is public, whoever publishes and whenever it is looked at', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyTurn, { minLength: 1, maxLength: 8 }), async (turns) => {
      const was = new Map<number, DossierRecords | null>()
      for (const { isHere, asked, looks } of turns) {
        const database = isHere ? here : there
        const record =
          asked.kind === 'report'
            ? await asking(
                database,
                'report',
                asked.id,
                // A report that is there is removed where it would tell of nothing.
                asked.stage === null && (await baseOf(database, 'report', asked.id)) !== null
                  ? null
                  : report(asked.id, asked.day, ...(asked.stage ? [moves('open', asked.stage)] : [])),
              )
            : await asking(database, asked.kind, asked.data.id, asked.data)
        const result = await publish(database, { ...by, records: [record] })
        expect(result).toMatchObject({ ok: true })
        if (looks) await expectTrue(isHere ? there : here)
        const loaded = await loadDossier(here.db, 'test')
        was.set(await currentEditionNumber(here.db), loaded && { ...loaded, reports: byId(loaded.reports) })
      }
      await expectTrue(here)
      await expectTrue(there)
      // What was public before is what is held now, with what has changed since taken back.
      for (const [edition, records] of was) expect(await dossierAt(there.db, 'test', edition)).toEqual(records)
    }),
    { numRuns: 15 },
  )
})

test('places in lists that change are held too', async () => {
  const content = contentOf({
    actors: [actor('komeito'), actor('another'), actor('third')],
    reports: [report('b', '2023-08-23', moves('open', 'proposed'))],
  })
  await publishContent(here, content)
  await expectTrue(there)
  const [dossier] = content.dossiers
  if (!dossier) throw new Error('no dossier')
  const turned = { ...content, dossiers: [{ ...dossier, actors: dossier.actors.toReversed() }] }
  await there.write((tx) => importContent(tx, { ...by, content: turned }))
  await expectTrue(here)
  await expectTrue(there)
})

test('what a write that came to nothing had published is not held', async () => {
  const attempt = here.write(async (tx) => {
    const asked = await asking(here, 'report', 'lost', report('lost', '2023-01-01'))
    await publishRecords(tx, { ...by, records: [asked] })
    await publishRecords(tx, {
      ...by,
      records: [{ ...asked, key: { ...asked.key, id: 'lost-too' }, data: report('lost-too', '2023-01-01') }],
    })
    throw new Error('no more')
  })
  await expect(attempt).rejects.toThrow('no more')
  await expectTrue(here)
  await publish(there, { ...by, records: [await asking(there, 'report', 'kept', report('kept', '2023-01-01'))] })
  await expectTrue(here)
})

test('of a dossier that is not there nothing is held, whatever is asked for', async () => {
  const { db } = here
  const edition = await currentEditionNumber(db)
  const found = await heldOf(db).at(db, 'nobody', edition)
  expect(found.records).toBeNull()
  expect(await heldOf(db).at(db, 'nobody', edition)).not.toBe(found)
})

test('an earlier edition shares with the one now what has stayed', async () => {
  const { db } = here
  const edition = await currentEditionNumber(db)
  const before = await heldOf(db).at(db, 'test', edition)
  await publish(here, { ...by, records: [await asking(here, 'report', 'b', null)] })
  const past = await dossierAt(db, 'test', edition)
  expect(past?.reports.map(({ id }) => id)).toEqual(before.records?.reports.map(({ id }) => id))
  const [kept] = before.records?.reports.filter(({ id }) => id !== 'b') ?? []
  expect(past?.reports.find(({ id }) => id === kept?.id)).toBe(kept)
  expect(past?.changes[0]).toBe(before.records?.changes[0])
})

test('an edition that leaves a dossier alone leaves it as it is held', async () => {
  const { db } = here
  const held = heldOf(db)
  const before = await held.at(db, 'test', await currentEditionNumber(db))
  await publish(there, { ...by, records: [await asking(there, 'source', 'fourth', source('fourth'))] })
  const after = await held.at(db, 'test', await currentEditionNumber(db))
  expect(after.records).toBe(before.records)
  const told = { ...report('b', '2023-08-23', moves('open', 'proposed')), headline: 'Otherwise' }
  await publish(there, { ...by, records: [await asking(there, 'report', 'b', told)] })
  const { records } = await held.at(db, 'test', await currentEditionNumber(db))
  expect(records?.reports).not.toBe(before.records?.reports)
  expect(records?.changes[0]).toBe(before.records?.changes[0])
})
