import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { engines, envFile } from './sites'

export type Env = Record<string, string>

export interface Site {
  name: string
  address: string
  env: Env
}

/** Starts a site as `npm start` does; resolves when it is ready, with what it said until then. */
export async function serve({ name, address, env }: Site): Promise<{ server: ChildProcess; said: string }> {
  const server = spawn(process.execPath, ['start.mjs'], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said: string[] = []
  server.stdout.on('data', (text) => said.push(String(text)))
  server.stderr.on('data', (text) => said.push(String(text)))
  const until = Date.now() + 120_000
  while (!said.join('').includes(`Rulewire is ready at ${address}`)) {
    if (server.exitCode !== null || Date.now() > until)
      throw new Error(`The site on ${name} did not start:\n${said.join('')}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return { server, said: said.join('') }
}

/** Asks a site to end; resolves with its exit code. */
export function stop(server: ChildProcess): Promise<number | null> {
  const ended = new Promise<number | null>((resolve) => server.once('exit', resolve))
  server.kill('SIGTERM')
  return ended
}

/** What a process needs in its environment to work on the database of a site. */
export const envOf = (engine: string): Env => JSON.parse(readFileSync(envFile(engine), 'utf8'))
const portBeside = (engine: string): number => 10 + (engines.find(({ name }) => name === engine)?.port ?? 0)

/** One more node on the database of a site. */
export async function anotherNode(engine: string) {
  const port = portBeside(engine)
  const address = `http://localhost:${port}`
  const { server } = await serve({ name: engine, address, env: { ...envOf(engine), PORT: String(port) } })
  return { server, address, port }
}
