import { monitorEventLoopDelay } from 'node:perf_hooks'
import { rowsOf } from '@/db/bulk/rows'
import { openDatabase } from '@/db/client'
import { written } from '@/lib/bulk/forms'
import { isTableForm, tableForms } from '@/lib/bulk/names'
import { tables } from '@/lib/bulk/tables'
import { bulkSource, place } from '../support/bulk/source'
import { runScript } from '../support/command-line'
import { measureBoth } from './filled'
import { mark } from './marks'

/*
 * What memory the file of all reports takes while it leaves, at 1,000 reports and at 100,000 (or as many as are named), on both engines:
 * `tsx tests/bench/bulk.ts [100000]`. Each is read by a process of its own that has done nothing else, and has to do with little, so that it
 * is not measured how much is left lying about: its peak may not grow.
 */

const here = 'tests/bench/bulk.ts'
const mostGrowth = 1.5
/** Megabytes of long-lived objects that such a process may have; past that it ends. */
const little = '--max-old-space-size=64'
const asked = Number(process.argv[2])
const sizes = [1000, Number.isInteger(asked) && asked > 0 ? asked : 100_000] as const
const megabyte = 1024 * 1024

/** Reads a file as a slow reader takes it, piece by piece; says how long it is and what it took. */
async function readWhole(form: string): Promise<void> {
  if (!isTableForm(form)) throw new Error(`${form} is no form of a table`)
  const database = await openDatabase(
    process.env.DATABASE_URL ? {} : { dataDir: process.env.RULEWIRE_DATA ?? 'data', mustExist: true },
  )
  const source = await bulkSource(database)
  const delay = monitorEventLoopDelay({ resolution: 10 })
  delay.enable()
  const began = performance.now()
  let bytes = 0
  for await (const piece of written(form, tables.reports, rowsOf(source, 'reports'), place)) {
    bytes += Buffer.byteLength(piece)
    await new Promise((resolve) => setImmediate(resolve))
  }
  const seconds = (performance.now() - began) / 1000
  await database.close()
  const peak = process.resourceUsage().maxRSS * 1024
  console.log(JSON.stringify({ bytes, peak, seconds, delay: delay.max / 1e6 }))
}

if (process.argv[2] === 'read') await readWhole(process.argv[3] ?? '')
else
  await measureBoth(
    here,
    async (_, env) => {
      const found = new Map<string, number>()
      for (const form of tableForms) {
        const { code, stdout, stderr } = await runScript(here, ['read', form], { ...env, NODE_OPTIONS: little })
        if (code !== 0) throw new Error(stderr)
        for (const [name, value] of Object.entries<number>(JSON.parse(stdout))) found.set(`${form} ${name}`, value)
      }
      return found
    },
    (small, large) => {
      for (const form of tableForms) {
        const of = (name: string) =>
          [small.get(`${form} ${name}`) ?? Number.NaN, large.get(`${form} ${name}`) ?? Number.NaN] as const
        const [before, after] = of('peak')
        const [, bytes] = of('bytes')
        const says = `${form}: ${(before / megabyte).toFixed(0)} -> ${(after / megabyte).toFixed(0)} MB at most, of a file of ${(bytes / megabyte).toFixed(0)} MB`
        mark(says, after / before, `at most ${mostGrowth} times`, after / before <= mostGrowth)
        console.log(
          `       in ${of('seconds')[1].toFixed(1)} s, nobody else waits longer than ${of('delay')[1].toFixed(0)} ms`,
        )
      }
    },
    sizes,
  )
