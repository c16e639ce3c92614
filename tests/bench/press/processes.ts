import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildSync } from 'esbuild'

const root = join(import.meta.dirname, '..', '..', '..')
const canPin = existsSync('/usr/bin/taskset')

/** The cores that servers and the load run on: one each, so that neither takes time from the other. */
export const cores = { server: 0, load: 1 }
export const pinned = canPin ? `server on core ${cores.server}, load on core ${cores.load}` : 'cores not pinned'

/** Keeps this process, when it is the one that asks, to the core of the load. */
export function stayOnLoadCore(): void {
  if (canPin) execFileSync('taskset', ['-a', '-c', '-p', String(cores.load), String(process.pid)], { stdio: 'ignore' })
}

export interface Running {
  child: ChildProcess
  port: number
  stop(): Promise<void>
}

/**
 * Starts a TypeScript file of the project as a server on a core of its own; it is up when it prints `ready` words. It runs as one
 * file of plain JavaScript: a translator at run time would also rewrite what Next has built.
 */
export async function startServer(
  file: string,
  port: number,
  env: Record<string, string>,
  { args = [], cwd = root, core = cores.server }: { args?: string[]; cwd?: string; core?: number | null } = {},
) {
  const own = { ...env, PORT: String(port), HOST: '127.0.0.1' }
  const flags = file === 'server.ts' ? await flagsOfFront(cwd) : []
  const child = spawnOn(core, [...flags, built(file, cwd), ...args], own, cwd)
  const said: string[] = []
  child.stdout?.on('data', (text) => said.push(String(text)))
  child.stderr?.on('data', (text) => said.push(String(text)))
  const until = Date.now() + 180_000
  while (!/ready/.test(said.join(''))) {
    if (child.exitCode !== null || Date.now() > until) throw new Error(`${file} did not start:\n${said.join('')}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  const stop = async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    await ended
  }
  return { child, port, stop }
}

/** Runs a TypeScript file to its end on the core of the load and returns what it printed. */
export async function runOnLoadCore(file: string, args: string[]): Promise<string> {
  const child = spawnOn(cores.load, ['--import', 'tsx', join(root, file), ...args])
  let said = ''
  child.stdout?.on('data', (text) => (said += text))
  const code = await new Promise((resolve) => child.on('close', resolve))
  if (code !== 0) throw new Error(`${file} ended with ${code}: ${said}`)
  return said
}

/** What the start of a build tells Node.js of its front. */
async function flagsOfFront(cwd: string): Promise<string[]> {
  const { frontFlags = [] } = await import(pathToFileURL(join(cwd, 'deploy', 'watch-over.mjs')).href).catch(() => ({}))
  return frontFlags
}

/** Where the plain JavaScript of a TypeScript file is, newly made; that of the site stands in its build, as `npm start` makes it. */
function built(file: string, cwd: string): string {
  const made = join(cwd, '.next', 'server.mjs')
  if (file === 'server.ts') {
    if (!existsSync(made)) throw new Error(`${made} is missing: run "node start.mjs --build-only" in ${cwd} first.`)
    return made
  }
  const outdir = join(cwd, '.next', 'bench')
  buildSync({
    ...{ entryPoints: [join(cwd, file)], outdir, absWorkingDir: cwd, entryNames: '[name]', bundle: true },
    ...{ packages: 'external', platform: 'node', format: 'esm', logLevel: 'warning', outExtension: { '.js': '.mjs' } },
  })
  return join(outdir, `${basename(file, '.ts')}.mjs`)
}

/** Starts Node.js, in a folder of a build; core null: wherever the system likes. */
export function spawnOn(
  core: number | null,
  args: string[],
  env: Record<string, string> = {},
  cwd = root,
): ChildProcess {
  const command = [process.execPath, ...args]
  const [first = '', ...rest] = canPin && core !== null ? ['taskset', '-c', String(core), ...command] : command
  return spawn(first, rest, { cwd, env: { ...process.env, NODE_ENV: 'production', ...env } })
}

/** Seconds of processor time that a process has used so far; undefined where the system does not tell. */
export function processorSeconds({ child }: Running): number | undefined {
  const file = `/proc/${child.pid}/stat`
  if (!existsSync(file)) return undefined
  const fields = readFileSync(file, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) / 100
}

/** Memory in use, in MiB: of a process, and of those that it has started. */
export function memory({ child }: Running): { now: number; ofChildren: number } | undefined {
  if (!existsSync(`/proc/${child.pid}/status`)) return undefined
  const children = readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8').split(' ').filter(Boolean)
  return {
    now: residentOf(String(child.pid)),
    ofChildren: children.reduce((sum, pid) => sum + residentOf(pid), 0),
  }
}

/** What processes share counts to each of them in part (Pss): to add up what each has in memory would count their common program twice. */
const residentOf = (pid: string): number => mebibytes(pid, 'smaps_rollup', 'Pss') ?? 0

/** The most that a process has held so far, in MiB; undefined once it has ended, or where the system does not tell. */
export const peakOf = ({ pid }: ChildProcess): number | undefined => mebibytes(String(pid), 'status', 'VmHWM')

function mebibytes(pid: string, file: string, name: string): number | undefined {
  try {
    const found = new RegExp(`${name}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/${file}`, 'utf8'))?.[1]
    return found === undefined ? undefined : Math.round(Number(found) / 1024)
  } catch {
    return undefined
  }
}
