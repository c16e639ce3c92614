import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { run } from '@/db/cli/run'

const root = join(import.meta.dirname, '..', '..')

export interface Ran {
  code: number | null
  stdout: string
  stderr: string
}

/** Starts a TypeScript file of the project in a process of its own. */
export function startScript(file: string, args: string[], env: Record<string, string>) {
  return spawn(process.execPath, ['--import', 'tsx', join(root, file), ...args], {
    cwd: root,
    env: { ...process.env, ...env },
  })
}

/** Runs it to the end, with `input` on standard input. */
export async function runScript(file: string, args: string[], env: Record<string, string>, input = ''): Promise<Ran> {
  const child = startScript(file, args, env)
  const ran: Ran = { code: null, stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (text) => (ran.stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text) => (ran.stderr += text))
  child.stdin.end(input)
  ran.code = await new Promise((resolve) => child.on('close', resolve))
  return ran
}

/** `npm run rulewire -- …` in a process of its own, without npm in between. */
export const rulewire = (args: string[], env: Record<string, string>, input = ''): Promise<Ran> =>
  runScript('db/cli/main.ts', args, env, input)

/** The same within this process, which is much quicker; one at a time for one environment. */
export async function rulewireHere(args: string[], env: Record<string, string>, input = ''): Promise<Ran> {
  const before = process.env
  process.env = { ...before, ...env }
  const ran: Ran = { code: null, stdout: '', stderr: '' }
  ran.code = await run(args, {
    out: (line) => (ran.stdout += `${line}\n`),
    err: (line) => (ran.stderr += `${line}\n`),
    stdin: Readable.from([input]),
    now: () => new Date().toISOString(),
  }).finally(() => {
    process.env = before
  })
  return ran
}

/** The lines that name a problem, of what `check` says: without the lines of the files below them, and without the sum. */
export const saidProblems = (stderr: string): string[] =>
  stderr
    .trimEnd()
    .split('\n')
    .filter((line) => !/^ {2,}\d* \| |^\d+ errors? in /.test(line))
