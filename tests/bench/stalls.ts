import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type ContentTree, writeContent } from '@/lib/content'
import { giveWay } from '@/lib/press/renderer/give-way'
import { runScript, startScript } from '../support/command-line'
import { mark, median, sayMarks } from './marks'
import { fetchOnce, load } from './press/measures'
import { type Running, runOnLoadCore, startServer } from './press/processes'
import { contentOfSize } from './sized-content'

/*
 * What readers of printed pages feel of the desk: `tsx tests/bench/stalls.ts`, after a build. A site of 100,000 reports (`RULEWIRE_BENCH_REPORTS`) is
 * asked at a tenth of what it can, when it is idle, while 20,000 reports are imported, while some five reports a second are published one by
 * one, and while its renderer is killed. Medians of five runs, in turn.
 */

const count = Number(process.env.RULEWIRE_BENCH_REPORTS ?? 100_000)
const imported = Math.min(20_000, count)
const [runs, seconds] = [5, 8]
const page = '/en/test/timeline'
/** Milliseconds: more than a newsroom ever does, and the same however quick a publication is. */
const betweenPublishes = 150
const folder = mkdtempSync(join(tmpdir(), 'rulewire-bench-'))
const env = { RULEWIRE_DATA: join(folder, 'data'), DATABASE_URL: '' }

interface Steady {
  p99: number
  longest: number
  failed: number
}

const measure = async (site: Running, rate: number): Promise<Steady> =>
  JSON.parse(
    await runOnLoadCore('tests/bench/press/steady.ts', [
      `http://127.0.0.1:${site.port}${page}`,
      String(rate),
      String(seconds),
    ]),
  )

/** Measures while something else goes on, which is to last longer. */
async function during(site: Running, rate: number, other: ChildProcess): Promise<Steady> {
  const ended = new Promise<number | null>((resolve) => other.on('close', resolve))
  // It has been started by then, and is at its work.
  await pause(2000)
  const found = await measure(site, rate)
  const isOver = other.exitCode !== null
  if (isOver) console.log('       (what went on beside was over before)')
  if (other.killed || isOver) return found
  other.kill('SIGTERM')
  await ended
  return found
}

/** The same reports with other headlines, so that an import of them changes each. */
function otherwise({ dossiers, ...tree }: ContentTree, told: string): ContentTree {
  return {
    ...tree,
    dossiers: dossiers.map((records) => ({
      ...records,
      reports: records.reports.map((report) => ({ ...report, headline: `${told}: ${report.id}` })),
    })),
  }
}

function writeFolder(dir: string, tree: ContentTree): string {
  for (const [path, text] of writeContent(tree)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true })
    writeFileSync(join(dir, path), text)
  }
  return dir
}

const importOf = (dir: string): ChildProcess =>
  spawn('nice', ['-n', '19', process.execPath, '--import', 'tsx', 'db/cli/main.ts', 'import', dir, '--publish'], {
    env: { ...process.env, ...env },
    stdio: 'ignore',
  })

/** It stands for the desk, and has the priority of the renderer, in which the desk is. */
function publisherOf(): ChildProcess {
  const child = startScript('tests/drill/publisher.ts', ['on', String(betweenPublishes)], env)
  giveWay(child.pid)
  return child
}

const say = (name: string, all: readonly Steady[]): { p99: number; longest: number } => {
  const [p99, longest] = [median(all.map((one) => one.p99)), median(all.map((one) => one.longest))]
  const failed = all.reduce((sum, one) => sum + one.failed, 0)
  console.log(`${name}: p99 ${p99.toFixed(2)} ms, longest ${longest.toFixed(1)} ms, ${failed} not answered 200`)
  return { p99, longest }
}

const rendererOf = ({ child }: Running): number =>
  Number(readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8').split(' ')[0])

/** The renderer dies under load: hits go on, and the next miss is answered once there is another. */
async function killRenderer(site: Running, rate: number, secondStart: number): Promise<void> {
  const measuring = measure(site, rate)
  await pause(3000)
  process.kill(rendererOf(site), 'SIGKILL')
  const began = performance.now()
  let { status } = await fetchOnce(site.port, `${page}?words=after+a+kill`, {})
  while (status !== 200) ({ status } = await fetchOnce(site.port, `${page}?words=after+a+kill`, {}))
  const first = performance.now() - began
  const { failed } = await measuring
  mark('hits that failed while the renderer was killed', failed, 'none', failed === 0)
  const times = first / secondStart
  mark(`the first miss after ${first.toFixed(0)} ms, in second starts`, times, 'at most 1.2', times <= 1.2)
}

try {
  const filled = await runScript('tests/drill/publisher.ts', ['fill', String(count)], env)
  if (filled.code !== 0) throw new Error(filled.stderr)
  const tree = contentOfSize(imported)
  const folders = ['One', 'Two'].map((told) => writeFolder(join(folder, told), otherwise(tree, told)))
  const started = performance.now()
  const site = await startServer('server.ts', 4871, env, { core: null })
  await fetchOnce(site.port, page, { 'accept-encoding': 'br' })
  const secondStart = performance.now() - started
  const { perSecond } = await load(site, page, { seconds: 4, headers: { 'accept-encoding': 'br' } })
  const rate = Math.round(perSecond / 10)
  console.log(
    `${count} reports; idle ${Math.round(perSecond)} hits a second, asked for ${rate}; start ${secondStart.toFixed(0)} ms`,
  )
  const found: Record<'idle' | 'import' | 'publishes', Steady[]> = { idle: [], import: [], publishes: [] }
  for (let run = 0; run < runs; run++) {
    found.idle.push(await measure(site, rate))
    found.import.push(await during(site, rate, importOf(folders[run % 2] ?? '')))
    found.publishes.push(await during(site, rate, publisherOf()))
  }
  const idle = say('Idle', found.idle)
  for (const name of ['import', 'publishes'] as const) {
    const { p99, longest } = say(
      name === 'import' ? `During an import of ${imported}` : 'During publishes',
      found[name],
    )
    mark('times the p99 of idle', p99 / idle.p99, 'at most 1.5', p99 <= 1.5 * idle.p99)
    mark('times the longest of idle', longest / idle.longest, 'at most 2', longest <= 2 * idle.longest)
  }
  await killRenderer(site, rate, secondStart)
  await site.stop()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
sayMarks()
