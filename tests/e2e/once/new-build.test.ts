import { execFileSync, spawn } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePorts } from '../../support/free-port'
import { readSteadily } from '../../support/requests/steady-readers'
import { stop } from '../support/serve'
import { expect, test } from '../support/test'

/** A copy of the project with its build, in which things may be changed. */
function copy(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rulewire-copy-'))
  const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  for (const file of files.split('\0').filter((name) => name && existsSync(name))) cpSync(file, join(folder, file))
  // Hard links where the file system has them: tens of thousands of files, none of which is changed.
  try {
    execFileSync('cp', ['-al', 'node_modules', join(folder, 'node_modules')], { stdio: 'ignore' })
  } catch {
    cpSync('node_modules', join(folder, 'node_modules'), { recursive: true, verbatimSymlinks: true })
  }
  const left = /\/\.next\/(?:cache|in-use|bench)(?:\/|$)/
  cpSync('.next', join(folder, '.next'), {
    recursive: true,
    verbatimSymlinks: true,
    filter: (source) => !left.test(`/${source}`),
  })
  return folder
}

test('a second npm start builds what is new beside what runs, and the site takes it up without a failed request', async ({
  browserName: _,
}) => {
  const folder = copy()
  const port = await freePorts(1)
  const start = (said: string[]) => {
    const child = spawn(process.execPath, ['start.mjs'], {
      cwd: folder,
      env: {
        ...process.env,
        RULEWIRE_DATA: join(folder, 'data'),
        DATABASE_URL: '',
        HOST: 'localhost',
        PORT: String(port),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => said.push(String(part)))
    return child
  }
  const told: string[] = []
  const site = start(told)
  const address = `http://localhost:${port}`
  const html = async () => (await fetch(`${address}/en`)).text()
  try {
    await expect.poll(() => told.join('')).toContain('Rulewire is ready')
    const before = await html()
    const sheet = /href="(\/_next\/static\/[^"]+\.css)"/.exec(before)?.[1] ?? ''
    const words = join(folder, 'content/messages/en.json')
    const messages = readFileSync(words, 'utf8')
    expect(messages).toContain('"skip": "')
    writeFileSync(words, messages.replace('"skip": "', '"skip": "As it was built anew: '))
    const readers = readSteadily(port, '/en')
    const said: string[] = []
    const second = start(said)
    expect(await new Promise((resolve) => second.once('close', resolve)), said.join('')).toBe(0)
    expect(said.join('')).toContain('The site runs from .next-2 now.')
    await expect.poll(html).toContain('As it was built anew')
    expect(await readers.stop()).toEqual([200])
    // Who has a page of before finds its styles; and the project's own files are as they were.
    expect((await fetch(address + sheet)).status).toBe(200)
    expect(readFileSync(join(folder, 'tsconfig.json'), 'utf8')).toBe(readFileSync('tsconfig.json', 'utf8'))
  } finally {
    await stop(site)
    rmSync(folder, { recursive: true, force: true })
  }
})
