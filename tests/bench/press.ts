import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { mark, sayMarks } from './marks'
import { compareLoads, fetchOnce, keepPages, type Loaded, load, missTimes } from './press/measures'
import type { PlainPage } from './press/plain'
import { memory, pinned, type Running, startServer } from './press/processes'
import { publishReports } from './press/reports'

/*
 * The press against its two ends: `tsx tests/bench/press.ts`, after a build. In turn in the same run: `node:http` with the same
 * bytes, the site as it is served, and Next rendering each time. What counts are the ratios; each has its mark beside it.
 * `RULEWIRE_BENCH_REPORTS` is the size of the large dossier.
 */

const rounds = 3
const seconds = 4
const dossier = '/en/japan-defence-transfers'
const paths = {
  timeline: `${dossier}/timeline`,
  report: `${dossier}/reports/2023-08-23-kyodo-lethal-weapons-non-combat`,
  RSS: `${dossier}/feed.xml`,
}
const folder = mkdtempSync(join(tmpdir(), 'rulewire-bench-'))
const brotli = { 'accept-encoding': 'br' }

const say = ({ perSecond, perProcessorSecond, p99 }: Loaded): string =>
  `${Math.round(perSecond)}/s (${perProcessorSecond ? Math.round(perProcessorSecond) : '?'} per processor second), p99 ${p99} ms`

const sayMemory = (site: Running): string => {
  const used = memory(site)
  return used ? `${used.now} MiB of the front, ${used.ofChildren} MiB of the renderer` : 'not told by this system'
}

async function compareHits(plain: Running, site: Running, bare: Running | null, pages: PlainPage[]): Promise<void> {
  for (const page of pages)
    for (const status of [200, 304] as const) {
      const [base, product] = await compareLoads(
        [
          { server: plain, etag: page.etag },
          { server: site, etag: page.etag },
        ],
        page.path,
        { seconds, rounds, status },
      )
      const ratio = product.perSecond / base.perSecond
      const perProcessor = (product.perProcessorSecond ?? Number.NaN) / (base.perProcessorSecond ?? Number.NaN)
      console.log(`${page.path} ${status}\n  node:http ${say(base)}\n  site      ${say(product)}`)
      mark('of node:http', ratio, 'at least 0.9', ratio >= 0.9)
      if (perProcessor) mark('of node:http per processor second', perProcessor, 'at least 0.9', perProcessor >= 0.9)
      mark('p99 in ms', product.p99, 'under 10', product.p99 < 10)
      if (!bare || status === 304) continue
      const rendered = await load(bare, page.path, { seconds, headers: brotli })
      const times = product.perSecond / rendered.perSecond
      console.log(`  Next      ${say(rendered)}`)
      mark('times Next', times, 'at least 60', times >= 60)
    }
}

async function wireBytes(port: number, page: PlainPage): Promise<void> {
  const body = Buffer.from(page.base64, 'base64')
  const html = brotliDecompressSync(body).toString()
  const sheets = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href = '']) => href)
  const sizes = await Promise.all(sheets.map(async (href) => (await fetchOnce(port, href, brotli)).body.length))
  const sum = sizes.reduce((total, size) => total + size, body.length)
  console.log(`A report on the wire: HTML ${body.length}, CSS ${sizes.join(' + ')} bytes`)
  mark('bytes', sum, 'under 25000', sum < 25_000)
  const scripts = [...html.matchAll(/<script(?![^>]*ld\+json)/g)].length
  mark('scripts', scripts, '0', scripts === 0)
}

/** Both ends fresh, and equally warm: whoever had been under load would render faster. */
async function compareMisses(env: Record<string, string>): Promise<void> {
  const site = await startServer('server.ts', 4801, env)
  const bare = await startServer('tests/bench/press/bare.ts', 4803, env)
  for (const [name, path] of Object.entries(paths)) {
    const [printed = 0, rendered = 0] = await missTimes([site, bare], path, 60)
    console.log(`A miss of the ${name}: ${printed.toFixed(1)} ms, of Next ${rendered.toFixed(1)} ms`)
    mark('times Next', printed / rendered, 'at most 1.3', printed / rendered <= 1.3)
  }
  console.log(`Memory of the site after some 300 renders: ${sayMemory(site)}`)
  for (const server of [site, bare]) await server.stop()
}

async function measureSite(): Promise<void> {
  const env = { RULEWIRE_DATA: join(folder, 'site') }
  await compareMisses(env)
  const site = await startServer('server.ts', 4801, env)
  const bare = await startServer('tests/bench/press/bare.ts', 4803, env)
  const pages = await keepPages(site.port, Object.values(paths))
  const file = join(folder, 'pages.json')
  writeFileSync(file, JSON.stringify(pages))
  const plain = await startServer('tests/bench/press/plain.ts', 4802, {}, { args: [file] })
  await compareHits(plain, site, bare, pages)
  const used = memory(site)
  if (used) {
    console.log(`Memory of the site after the load: ${sayMemory(site)}`)
    mark('MiB of the front', used.now, 'under 200', used.now < 200)
    mark('MiB of the renderer', used.ofChildren, 'under 300', used.ofChildren < 300)
  }
  const report = pages.find(({ path }) => path === paths.report)
  if (report) await wireBytes(site.port, report)
  for (const server of [site, bare, plain]) await server.stop()
}

async function measureSizes(): Promise<void> {
  const large = Number(process.env.RULEWIRE_BENCH_REPORTS ?? 100_000)
  const path = '/en/test/timeline'
  const misses: number[] = []
  for (const [index, count] of [100, large].entries()) {
    const dataDir = join(folder, String(count))
    const began = performance.now()
    await publishReports(dataDir, count)
    console.log(`${count} reports published in ${((performance.now() - began) / 1000).toFixed(1)} s`)
    const site = await startServer('server.ts', 4811 + index, { RULEWIRE_DATA: dataDir })
    const [miss = 0] = await missTimes([site], path, 30)
    misses.push(miss)
    if (count === large) {
      const pages = await keepPages(site.port, [path])
      const file = join(folder, 'large.json')
      writeFileSync(file, JSON.stringify(pages))
      const plain = await startServer('tests/bench/press/plain.ts', 4820, {}, { args: [file] })
      await compareHits(plain, site, null, pages)
      await plain.stop()
      console.log(`Memory with ${count} reports: ${sayMemory(site)}`)
    }
    await site.stop()
  }
  const [few = 0, many = 0] = misses
  console.log(
    `A miss of the timeline's first page: ${few.toFixed(1)} ms with 100 reports, ${many.toFixed(1)} ms with ${large}`,
  )
  mark('times', many / few, 'at most 1.5', many / few <= 1.5)
}

console.log(`${pinned}; 32 connections, ${seconds} s a run, medians of ${rounds} rounds`)
try {
  await measureSite()
  await measureSizes()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
sayMarks()
