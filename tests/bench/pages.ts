import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mark, median, sayMarks } from './marks'
import { fetchOnce } from './press/measures'
import { type Running, startServer, stayOnLoadCore } from './press/processes'

/*
 * What our pages cost Next: `tsx tests/bench/pages.ts`, after a build. Each page of the three dossiers is rendered by Next without
 * the press, in turn with a bare page of the same size (tests/bench/pages). The mark is a ratio, of each pair in turn: under 1.5.
 *
 * Both are alone in a process of their own: code that one page has warmed is slower for all pages once it has seen two dozen, and
 * the bare page's process never sees a second. What our pages cost in one process that serves them all is told beside it.
 */

const warming = 1000
const times = 180
const rounds = { warming: 4, measured: 3, times: 60 }
const limit = 1.5
const japan = '/en/japan-defence-transfers'
const paths = [
  '/en',
  japan,
  `${japan}/ask?equipment=warship&recipient=other-agreement-state&purpose=minesweeping&on=2023-08-23`,
  `${japan}/ask?words=lethal+arms+to+Ukraine`,
  `${japan}/matrix`,
  `${japan}/matrix?on=2023-08-23`,
  '/en/eu-ai-act/matrix',
  '/en/us-chip-export-controls/matrix',
  `${japan}/compare?from=2023-08-23&to=2026-11-25`,
  `${japan}/compare?from=2023-12-21&to=2023-12-22`,
  '/en/us-chip-export-controls/compare?from=2025-01-01&to=2026-11-25',
  '/en/eu-ai-act/compare?from=2026-01-01&to=2026-11-25',
  `${japan}/rules/weapons-five-purposes`,
  `${japan}/changes/co-developed-to-third-countries`,
  '/en/eu-ai-act/rules/annex-iii-duties',
  `${japan}/contradictions`,
  `${japan}/calendar`,
  '/en/eu-ai-act/calendar',
  `${japan}/scorecard`,
  '/en/editions',
  '/en/editions/1',
  '/en/corrections',
  `${japan}?edition=1&on=2023-08-23`,
  `${japan}/timeline?edition=1`,
]

const next = join('node_modules', 'next', 'dist', 'bin', 'next')
const built = spawnSync(process.execPath, [next, 'build', 'tests/bench/pages'], {
  stdio: ['ignore', 'ignore', 'inherit'],
  env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
})
if (built.status !== 0) throw new Error('The bare page could not be built.')

const folder = mkdtempSync(join(tmpdir(), 'rulewire-pages-'))
const env = { RULEWIRE_DATA: join(folder, 'site') }

async function ask({ port }: Running, path: string) {
  const { status, body, milliseconds } = await fetchOnce(port, path, {})
  if (status !== 200) throw new Error(`${path} was answered ${status}`)
  return { bytes: body.length, milliseconds }
}

/** How many rows make a bare page of so many bytes. */
async function rowsOf(bare: Running, bytes: number): Promise<number> {
  const [few, many] = [await ask(bare, '/10'), await ask(bare, '/510')]
  const each = (many.bytes - few.bytes) / 500
  return Math.max(0, Math.round((bytes - few.bytes) / each) + 10)
}

/** Milliseconds of one page and of the other. */
type Pair = [own: number, plain: number]

interface Page {
  path: string
  /** The path of the bare page of the same size. */
  same: string
  bytes: number
}

interface Both {
  site: Running
  bare: Running
}

/** Starts the site and the bare page for as long as something is done with them. */
async function withBoth<Done>(act: (both: Both) => Promise<Done>): Promise<Done> {
  const site = await startServer('tests/bench/press/bare.ts', 4832, env)
  try {
    const bare = await startServer('tests/bench/press/bare.ts', 4833, { BARE: 'tests/bench/pages' })
    return await act({ site, bare }).finally(bare.stop)
  } finally {
    await site.stop()
  }
}

async function pageAt({ site, bare }: Both, path: string): Promise<Page> {
  const { bytes } = await ask(site, path)
  return { path, same: `/${await rowsOf(bare, bytes)}`, bytes }
}

/** Asks for one page and the other, one after the other; who goes first changes each time. */
async function askInTurn({ site, bare }: Both, { path, same }: Page, count: number): Promise<Pair[]> {
  const taken: Pair[] = []
  for (let time = 0; time < count; time++)
    if (time % 2 === 0) {
      const own = (await ask(site, path)).milliseconds
      taken.push([own, (await ask(bare, same)).milliseconds])
    } else {
      const plain = (await ask(bare, same)).milliseconds
      taken.push([(await ask(site, path)).milliseconds, plain])
    }
  return taken
}

const measureAlone = (path: string) =>
  withBoth(async (both) => {
    const page = await pageAt(both, path)
    await askInTurn(both, page, warming)
    return { page, taken: await askInTurn(both, page, times) }
  })

/** All pages from one process, in several rounds, so that no page has a better moment than another. */
const measureTogether = () =>
  withBoth(async (both) => {
    const pages: { page: Page; taken: Pair[] }[] = []
    for (const path of paths) pages.push({ page: await pageAt(both, path), taken: [] })
    for (let round = 0; round < rounds.warming + rounds.measured; round++)
      for (const { page, taken } of pages) {
        const pairs = await askInTurn(both, page, rounds.times)
        if (round >= rounds.warming) taken.push(...pairs)
      }
    return pages
  })

const ratioOf = (taken: readonly Pair[]) => median(taken.map(([own, plain]) => own / plain))

stayOnLoadCore()
try {
  // The first start of the site itself loads the content as edition 1.
  const first = await startServer('server.ts', 4831, env)
  await first.stop()
  for (const path of paths) {
    const { page, taken } = await measureAlone(path)
    const [own, plain] = [median(taken.map(([own]) => own)), median(taken.map(([, plain]) => plain))]
    console.log(`${path}: ${own.toFixed(1)} ms, bare ${plain.toFixed(1)} ms at ${Math.round(page.bytes / 1000)} kB`)
    const ratio = ratioOf(taken)
    mark('of a bare page', ratio, `under ${limit}`, ratio < limit)
  }
  console.log('All pages from one process, for comparison:')
  for (const { page, taken } of await measureTogether()) console.log(`  ${ratioOf(taken).toFixed(2)} ${page.path}`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
sayMarks()
