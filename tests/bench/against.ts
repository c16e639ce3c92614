import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as rest } from 'node:timers/promises'
import { writeContent } from '@/lib/content'
import { type Build, memoryOf, runVerb, startSite } from './against/builds'
import { mark, median, sayMarks } from './marks'
import { compareLoads, fetchOnce, keepPages, type Loaded, missTimes } from './press/measures'
import { pinned, startServer } from './press/processes'
import { contentOfSize } from './sized-content'

/*
 * This build against another that stands built in a folder: `RULEWIRE_BENCH_OTHER=DIR npm run bench -- against`, DIR being a work tree
 * of another commit after `npm ci` and `node start.mjs --build-only`. Both in turn, in one run: starts, hits, 304s, misses and memory of
 * the shipped dossiers, then the same, and an import, of a dossier of 100,000 reports (`RULEWIRE_BENCH_REPORTS`). Marks are ratios.
 */

const other = process.env.RULEWIRE_BENCH_OTHER
const count = Number(process.env.RULEWIRE_BENCH_REPORTS ?? 100_000)
const rounds = 3
const seconds = 3
const japan = '/en/japan-defence-transfers'
const shipped = {
  timeline: `${japan}/timeline`,
  report: `${japan}/reports/2023-08-23-kyodo-lethal-weapons-non-combat`,
  RSS: `${japan}/feed.xml`,
}
const misses = [...Object.values(shipped), '/en', japan, `${japan}/matrix`, `${japan}/calendar`, '/en/eu-ai-act/matrix']
const large = { timeline: '/en/test/timeline', report: '/en/test/reports/report-77', RSS: '/en/test/feed.xml' }

type Pair = readonly [Build, Build]

const say = (name: string, [ours, theirs]: readonly [number, number], unit: string): number => {
  console.log(`${name}: ${ours.toFixed(1)} ${unit}, of the other ${theirs.toFixed(1)} ${unit}`)
  return ours / theirs
}

/** Both in turn, the other first. */
async function inTurn<Result>(
  [ours, theirs]: Pair,
  work: (build: Build) => Promise<Result>,
): Promise<[Result, Result]> {
  const before = await work(theirs)
  return [await work(ours), before]
}

/** The first start with nothing there yet, and the second one. */
async function starts(builds: Pair, of: string, path: string, times: number): Promise<void> {
  const taken: [number[], number[]] = [[], []]
  for (let time = 0; time < times; time++) {
    const [ours, theirs] = await inTurn(builds, async (build) => {
      const site = await startSite(build, { of, path, core: null })
      await site.stop()
      return site.milliseconds
    })
    taken[0].push(ours)
    taken[1].push(theirs)
  }
  const first = say(`First start, ${of}`, [taken[0][0] ?? 0, taken[1][0] ?? 0], 'ms')
  const again = say(`Second start, ${of}`, [median(taken[0].slice(1)), median(taken[1].slice(1))], 'ms')
  if (of === 'shipped') mark('times of a first start', first, 'at most 1.1', first <= 1.1)
  else mark('times of a second start', again, 'at most 0.5', again <= 0.5)
}

const rate = ({ perSecond, perProcessorSecond }: Loaded): string =>
  `${Math.round(perSecond)}/s, ${Math.round(perProcessorSecond ?? Number.NaN)} per processor second`

/** Hits and 304s of both builds and of plain `node:http` with this build's bytes, then misses, and the memory after all of it. */
async function serve(builds: Pair, of: string, pages: Record<string, string>, missed: readonly string[], most: number) {
  const [ours, theirs] = await inTurn(builds, (build) => startSite(build, { of, path: pages.timeline ?? '' }))
  const kept = await keepPages(ours.port, Object.values(pages))
  await keepPages(theirs.port, Object.values(pages))
  const file = join(builds[0].data, `${of}.json`)
  writeFileSync(file, JSON.stringify(kept))
  const plain = await startServer('tests/bench/press/plain.ts', 4863, {}, { args: [file] })
  for (const page of kept)
    for (const status of [200, 304] as const) {
      const { etag = '' } = (await fetchOnce(theirs.port, page.path, { 'accept-encoding': 'br' })).headers
      const [base, now, before] = await compareLoads(
        [
          { server: plain, etag: page.etag },
          { server: ours, etag: page.etag },
          { server: theirs, etag },
        ],
        page.path,
        { seconds, rounds, status },
      )
      console.log(
        `${page.path} ${status}\n  node:http ${rate(base)}\n  this      ${rate(now)}\n  the other ${rate(before)}`,
      )
      const share = now.perSecond / base.perSecond
      const ofProcessor = (now.perProcessorSecond ?? Number.NaN) / (base.perProcessorSecond ?? Number.NaN)
      mark('of node:http', share, 'at least 0.9', share >= 0.9)
      mark('of node:http per processor second', ofProcessor, 'at least 0.9', ofProcessor >= 0.9)
    }
  const times: number[] = []
  for (const path of missed) {
    const [now = 0, before = 0] = await missTimes([ours, theirs], path, 30)
    times.push(say(`A miss of ${path}`, [now, before], 'ms'))
  }
  mark('times of the misses, median', median(times), 'at most 1.1', median(times) <= 1.1)
  say('Memory at the end of the load', [memoryOf(ours), memoryOf(theirs)], 'MiB')
  await rest(secondsAtRest * 1000)
  const held = say('Memory after the load, at rest', [memoryOf(ours), memoryOf(theirs)], 'MiB')
  mark('times of the memory', held, `at most ${most}`, held <= most)
  for (const server of [ours, theirs, plain]) await server.stop()
}

/** Until a renderer has given back what nobody needs. */
const secondsAtRest = 10

/** A dossier of so many reports, imported as files as one edition. */
async function bringIn(builds: Pair, of: string, folder: string): Promise<void> {
  for (const [path, text] of writeContent(contentOfSize(count))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  await inTurn(builds, (build) => runVerb(build, of, ['migrate']))
  const [ours, theirs] = await inTurn(builds, (build) => runVerb(build, of, ['import', folder, '--publish']))
  const time = say(`Import of ${count} reports`, [ours.milliseconds, theirs.milliseconds], 'ms')
  mark('times of the time', time, 'at most 0.4', time <= 0.4)
  const peak = say('Memory at the peak', [ours.peak, theirs.peak], 'MiB')
  mark('times of the memory at the peak', peak, 'at most 0.6', peak <= 0.6)
}

if (other === undefined) {
  console.error('Name the folder of the other build: RULEWIRE_BENCH_OTHER=DIR npm run bench -- against')
  process.exit(2)
}
const folder = mkdtempSync(join(tmpdir(), 'rulewire-bench-'))
const builds: Pair = [
  { name: 'this build', folder: process.cwd(), data: join(folder, 'this'), port: 4861 },
  { name: 'the other', folder: other, data: join(folder, 'other'), port: 4862 },
]
for (const { data } of builds) mkdirSync(data)
console.log(`${pinned}; 32 connections, ${seconds} s a run, medians of ${rounds} rounds`)
const only = process.env.RULEWIRE_BENCH_ONLY
try {
  if (only !== 'large') {
    await starts(builds, 'shipped', '/en', 4)
    await serve(builds, 'shipped', shipped, misses, 1.2)
  }
  if (only !== 'shipped') {
    await bringIn(builds, 'large', join(folder, 'content'))
    await starts(builds, 'large', large.timeline, 3)
    await serve(builds, 'large', large, Object.values(large), 0.6)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
sayMarks()
