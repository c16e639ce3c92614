import type { Database } from '@/db/client'
import { publish } from '@/db/commands/publish/publish'
import { heldOf } from '@/db/held/of-process'
import { recordKey } from '@/db/key'
import { currentEditionNumber } from '@/db/queries/edition'
import { findRecord } from '@/db/queries/record'
import { momentAt, verdictOf } from '@/lib/policy'
import { measureBoth } from './filled'
import { mark, median } from './marks'

/*
 * One report published into a dossier of 100 reports and into one of 100,000, on both engines: `tsx tests/bench/publish.ts`. From the
 * edition that is asked for to the next answer that is worked out of it, in the process that publishes.
 */

const most = 3
const runs = 31
const [day, at] = ['2026-01-02', '2026-01-02T00:00:00.000Z']

/** What is changed of the report, by run: its words alone, or what it tells of its changes as well. */
const edits = {
  'a headline': (run: number) => ({ headline: { en: `Told otherwise ${run}` } }),
  'a headline and a date': (run: number) => ({ published: `2025-0${1 + (run % 9)}-11` }),
}

async function timesOf(database: Database): Promise<Map<string, number>> {
  const { db } = database
  const held = heldOf(db)
  const answer = async () => {
    const edition = await currentEditionNumber(db)
    const [{ records }, { sources }] = await Promise.all([held.at(db, 'test', edition), held.at(db, '', edition)])
    if (!records) throw new Error('The dossier is not there.')
    const compiled = held.compile(records, sources)
    const [kase] = [
      Object.fromEntries(compiled.dimensions.map(({ dimension, leaves }) => [dimension.id, leaves[0] ?? ''])),
    ]
    verdictOf(momentAt(compiled, { on: day }), kase)
    return records
  }
  const { reports } = await answer()
  const key = recordKey('report', 'test', reports[reports.length >> 1]?.id ?? '')
  const times = new Map<string, number>()
  for (const [name, edit] of Object.entries(edits)) {
    const taken: number[] = []
    for (let run = 0; run < runs; run++) {
      const found = await findRecord(db, key)
      if (!found) throw new Error('The report is not there.')
      const asked = { key, data: { ...found.record, ...edit(run) }, baseRevision: found.revision }
      const began = performance.now()
      await publish(database, { by: 'bench', at, reason: name, records: [asked] })
      await answer()
      taken.push(performance.now() - began)
    }
    times.set(name, median(taken))
  }
  return times
}

await measureBoth('tests/bench/publish.ts', timesOf, (small, large) => {
  for (const [name, time] of large) {
    const before = small.get(name) ?? Number.NaN
    mark(
      `${name}: ${before.toFixed(1)} -> ${time.toFixed(1)} ms`,
      time / before,
      `at most ${most} times`,
      time / before <= most,
    )
  }
})
