import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { plainPages } from './lighthouse/bare-page'
import { installLighthouse, type Scores, version } from './lighthouse/lighthouse'
import { mark, median, sayMarks } from './marks'
import { fetchOnce } from './press/measures'
import type { PlainPage } from './press/plain'
import { startServer } from './press/processes'

/*
 * Lighthouse on a phone: `npm run bench -- lighthouse`, after a build. Each page in turn with a bare page of the same bytes of HTML and
 * CSS from `node:http`, so that a busy machine counts for both. Installs Lighthouse into a folder of its own, which it takes away again.
 */

const rounds = 3
const dossier = '/en/japan-defence-transfers'
const paths = {
  home: '/en',
  dossier,
  ask: `${dossier}/ask`,
  report: `${dossier}/reports/2023-08-23-kyodo-lethal-weapons-non-combat`,
}
const folder = mkdtempSync(join(tmpdir(), 'rulewire-bench-'))
const brotli = { 'accept-encoding': 'br' }

async function textOf(port: number, path: string): Promise<string> {
  const { body, headers } = await fetchOnce(port, path, brotli)
  return (headers['content-encoding'] === 'br' ? brotliDecompressSync(body) : body).toString()
}

const say = (scores: Scores[]): string => {
  const middle = (kind: keyof Scores): number => median(scores.map((score) => score[kind]))
  return `performance ${middle('performance')} (painted at ${Math.round(middle('paint'))} ms, blocked for ${Math.round(middle('blocked'))} ms, moved ${middle('moved').toFixed(3)})`
}

/** What a page costs at least: its own bytes, bare. */
async function bareOf(port: number, path: string): Promise<PlainPage[]> {
  const html = await textOf(port, path)
  const sheets = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href = '']) => href)
  const css = await Promise.all(sheets.map((href) => textOf(port, href)))
  return plainPages(path, html, css.join('\n'))
}

const servers: Awaited<ReturnType<typeof startServer>>[] = []
const started = async (...given: Parameters<typeof startServer>) => {
  const server = await startServer(...given)
  servers.push(server)
  return server
}

try {
  const look = installLighthouse(folder)
  const site = await started('server.ts', 4831, { RULEWIRE_DATA: join(folder, 'site') })
  const pages = await Promise.all(Object.values(paths).map((path) => bareOf(site.port, path)))
  const file = join(folder, 'pages.json')
  writeFileSync(file, JSON.stringify(pages.flat()))
  const plain = await started('tests/bench/press/plain.ts', 4832, {}, { args: [file] })
  console.log(`Lighthouse ${version} on a phone, medians of ${rounds} rounds`)
  for (const [name, path] of Object.entries(paths)) {
    const runs: [Scores[], Scores[]] = [[], []]
    for (let round = 0; round < rounds; round++)
      for (const [index, { port }] of [plain, site].entries())
        runs[index]?.push(await look(`http://127.0.0.1:${port}${path}`))
    const [bare, product] = runs.map((scores) => median(scores.map(({ performance }) => performance)))
    const behind = (bare ?? Number.NaN) - (product ?? Number.NaN)
    console.log(`${name}\n  bare page ${say(runs[0])}\n  site      ${say(runs[1])}`)
    mark('points behind the bare page', behind, 'at most 3', behind <= 3)
    for (const kind of ['accessibility', 'best-practices', 'seo'] as const) {
      const least = Math.min(...runs[1].map((scores) => scores[kind]))
      mark(kind, least, '100', least === 100)
    }
  }
} finally {
  for (const server of servers) await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
sayMarks()
