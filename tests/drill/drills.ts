import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { type Running, startServer } from '../bench/press/processes'
import { rulewire, runScript, startScript } from '../support/command-line'
import { ask, type Ended, longest, readOn } from './reader'

export interface Site {
  env: Record<string, string>
  port: number
  start(): Promise<Running>
  /** Ends whatever of it still runs. */
  end(): void
}

/** Says whether a drill held, and in a few words what was seen. */
export type Say = (name: string, held: boolean, seen: string) => void

const pages = ['/en', '/en/test', '/en/test/timeline', '/en/test/feed.xml', '/ja/test/ask', '/en/test/changes/change-1']
const publisher = 'tests/drill/publisher.ts'
const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`

const told = (all: readonly Ended[]): string => {
  const outcomes = all.map(({ outcome }) => outcome)
  const count = (of: Ended['outcome']) => outcomes.filter((outcome) => outcome === of).length
  return [...new Set(outcomes)].map((outcome) => `${count(outcome)} × ${outcome}`).join(', ')
}

export function siteOn(env: Record<string, string>, port: number): Site {
  const started: Running[] = []
  return {
    env,
    port,
    start: async () => {
      const server = await startServer('server.ts', port, env)
      started.push(server)
      return server
    },
    end: () => {
      for (const { child } of started) child.kill('SIGKILL')
    },
  }
}

/** Reports are published while pages are read: every page is answered, and what came last is there. */
export async function publishUnderReaders(site: Site, say: Say): Promise<void> {
  const server = await site.start()
  for (const path of pages) await ask(site.port, path)
  const reading = readOn(site.port, (n) => pages[n % pages.length] ?? '')
  const { stdout, code } = await runScript(publisher, ['add', '5'], site.env)
  const last = stdout.trim().split('\n').at(-1)
  const read = await reading.stop()
  say('pages during five publishes', code === 0 && read.every(({ outcome }) => outcome === 200), told(read))
  console.log(`       the longest wait of a reader: ${seconds(longest(read))}`)
  const { outcome } = await ask(site.port, `/en/test/reports/added-${last}`)
  say('the report that came last', outcome === 200, `${outcome}`)
  await server.stop()
}

/** A publisher is killed in the midst, time after time: the database is whole, at the edition before or the one begun. */
export async function killPublisher(site: Site, say: Say): Promise<void> {
  for (const wait of [50, 400, 1200]) {
    const child = startScript(publisher, ['on'], site.env)
    const ended = new Promise((done) => child.on('close', done))
    let begun = 0
    for await (const chunk of child.stdout) {
      begun = Number(String(chunk).trim().split('\n').at(-1))
      break
    }
    await pause(wait)
    child.kill('SIGKILL')
    await ended
    const { code, stdout, stderr } = await rulewire(['verify'], site.env)
    say(`whole after a kill ${wait} ms into edition ${begun}`, code === 0, `${stdout}${stderr}`.trim())
  }
}

/** The server is killed while it is read: it comes back by itself on the same data. */
export async function killServer(site: Site, say: Say): Promise<void> {
  const server = await site.start()
  const reading = readOn(site.port, (n) => `/en/test/timeline?words=equipment+${n}`)
  await pause(500)
  server.child.kill('SIGKILL')
  await reading.stop()
  const began = performance.now()
  const again = await site.start()
  const first = await ask(site.port, '/en/test')
  say(
    'the first page after a kill',
    first.outcome === 200,
    `${first.outcome} after ${seconds(performance.now() - began)}`,
  )
  const ready = await ask(site.port, '/readyz')
  say('ready again', ready.outcome === 200, `${ready.outcome}`)
  await again.stop()
}

/** One address asks for hundreds of searches at once: pages of others are answered meanwhile. */
export async function flood(site: Site, say: Say): Promise<void> {
  const server = await site.start()
  await ask(site.port, '/en/test')
  const floods = Array.from({ length: 400 }, (_, n) =>
    ask(site.port, `/en/search?q=transfer+of+equipment+${n}`, '127.0.0.2'),
  )
  const others: Ended[] = []
  for (const path of [...pages, '/livez', '/readyz', '/en/test/timeline?stage=agreed'])
    others.push(await ask(site.port, path))
  say(
    'pages of others during a flood of searches',
    others.every(({ outcome }) => outcome === 200),
    told(others),
  )
  console.log(`       the longest wait of others: ${seconds(longest(others))}`)
  const all = await Promise.all(floods)
  const sound = all.every(({ outcome, retryAfter }) => outcome === 200 || (outcome === 503 && retryAfter !== null))
  say('the flood itself: answered, or told when to come back', sound, told(all))
  await server.stop()
}

/** The server is asked to end while it is read: nobody who was connected is cut off. */
export async function stopUnderLoad(site: Site, say: Say): Promise<void> {
  const server = await site.start()
  const asked = Array.from({ length: 100 }, (_, n) => ask(site.port, `/en/test/timeline?words=report+${n}`))
  await pause(50)
  await server.stop()
  const all = await Promise.all(asked)
  say(
    'nobody is cut off by a stop',
    all.every(({ outcome }) => outcome !== 'cut'),
    told(all),
  )
}

/** PostgreSQL lets nobody in for a while: what is printed is handed out, all else told when to come back; then it goes on. */
export async function shutDatabase(site: Site, say: Say): Promise<void> {
  const url = new URL(site.env.DATABASE_URL ?? '')
  const name = url.pathname.slice(1)
  const admin = new pg.Client({ connectionString: Object.assign(new URL(url), { pathname: '/template1' }).href })
  await admin.connect()
  const server = await site.start()
  for (const path of pages) await ask(site.port, path)
  await admin.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`)
  await admin.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name])
  const printed = await Promise.all(pages.map((path) => ask(site.port, path)))
  say(
    'printed pages while the database is shut',
    printed.every(({ outcome }) => outcome === 200),
    told(printed),
  )
  const fresh = await ask(site.port, '/en/test/timeline?words=never+asked')
  say('a page that is not printed', fresh.outcome === 503 && fresh.retryAfter !== null, `${fresh.outcome}`)
  await admin.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`)
  await admin.end()
  let back = await ask(site.port, '/readyz')
  while (back.outcome !== 200) {
    await pause(200)
    back = await ask(site.port, '/readyz')
  }
  const after = await ask(site.port, '/en/test/timeline?words=never+asked')
  say('once it is open again', after.outcome === 200, `${after.outcome}`)
  await server.stop()
}
