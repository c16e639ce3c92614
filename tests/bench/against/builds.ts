import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fetchOnce } from '../press/measures'
import { memory, peakOf, type Running, spawnOn, startServer } from '../press/processes'

/** A build that stands in a folder, and where this run keeps its data. */
export interface Build {
  name: 'this build' | 'the other'
  folder: string
  data: string
  port: number
}

/** The site of a build over one of its data folders, from the start to the first page that is answered 200, in milliseconds. */
export async function startSite(
  { folder, data, port }: Build,
  { of, path, core }: { of: string; path: string; core?: number | null },
): Promise<Running & { milliseconds: number }> {
  const began = performance.now()
  const starting = startServer(
    'server.ts',
    port,
    { RULEWIRE_DATA: join(data, of), DATABASE_URL: '' },
    { cwd: folder, ...(core !== undefined && { core }) },
  )
  let isUp = false
  const first = firstAnswer(port, path, () => isUp)
  const site = await starting.finally(() => (isUp = true))
  return { ...site, milliseconds: (await first) - began }
}

/** When a page is first answered 200, by the clock of this process; a site that says it is ready has to answer so. */
async function firstAnswer(port: number, path: string, isUp: () => boolean): Promise<number> {
  for (;;) {
    const wasUp = isUp()
    const answer = await fetchOnce(port, path, { 'accept-encoding': 'br' }).catch(() => null)
    if (answer?.status === 200) return performance.now()
    if (wasUp) throw new Error(`${path} was answered ${answer?.status} at the start`)
    await pause(10)
  }
}

/** MiB of all processes of a site. */
export function memoryOf(site: Running): number {
  const used = memory(site)
  return used ? used.now + used.ofChildren : Number.NaN
}

export interface Ran {
  milliseconds: number
  /** The most memory that the process held, in MiB; of the last tenth of a second it may know nothing. */
  peak: number
}

/** A verb of a build's command line, run to its end; throws with what it said when it fails. */
export async function runVerb({ folder, data }: Build, of: string, args: string[]): Promise<Ran> {
  const began = performance.now()
  const env = { RULEWIRE_DATA: join(data, of), DATABASE_URL: '' }
  const child = spawnOn(null, ['--import', 'tsx', join(folder, 'db', 'cli', 'main.ts'), ...args], env, folder)
  let [said, peak] = ['', 0]
  child.stdout?.on('data', (text) => (said += text))
  child.stderr?.on('data', (text) => (said += text))
  const looking = setInterval(() => (peak = Math.max(peak, peakOf(child) ?? 0)), 50)
  const code = await new Promise((resolve) => child.on('close', resolve))
  clearInterval(looking)
  if (code !== 0) throw new Error(`${folder}: ${args.join(' ')} ended with ${code}: ${said}`)
  return { milliseconds: performance.now() - began, peak }
}
