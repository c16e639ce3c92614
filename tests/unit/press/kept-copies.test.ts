import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type CopiesFile, copiesFileOf, type KeptCopies, keepCopies, keptCopies } from '@/lib/press/copies/kept-copies'
import { parseSettings } from '@/lib/settings'
import { HandSource, noon, pages, serve, stateOf, stopAll } from './served'

let folder = ''
let copiesFile: CopiesFile
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rulewire-copies-'))
  copiesFile = { file: join(folder, 'copies'), maker: 'this build' }
})
afterEach(async () => {
  await stopAll()
  rmSync(folder, { recursive: true, force: true })
})

const mebibyte = 1024 * 1024
/** Copies are of one host then, whatever the port. */
const publicUrl = 'http://rules.example'
const brotli = { 'accept-encoding': 'br' }

/** What a front that has printed some pages lays by. */
async function laid(paths: readonly string[], bytes = mebibyte): Promise<KeptCopies> {
  const { ask, press } = await serve({ handler: pages().handler, publicUrl })
  for (const path of paths) await ask(path, brotli)
  return press.written(bytes)
}

test('the next front hands out at once what the one before has laid by, byte for byte, and prints the rest', async () => {
  const first = await serve({ handler: pages().handler, publicUrl })
  const [before, unpacked] = [await first.ask('/en', brotli), await first.ask('/en')]
  await keepCopies(copiesFile, first.press.written(mebibyte))
  const { handler, rendered } = pages()
  const second = await serve({ handler, publicUrl })
  second.press.takeBack((await keptCopies(copiesFile)) as KeptCopies)
  const after = await second.ask('/en', brotli)
  expect(after.headers.etag).toBe(before.headers.etag)
  expect(after.headers['last-modified']).toBe(before.headers['last-modified'])
  expect(after.bytes).toEqual(before.bytes)
  expect((await second.ask('/en')).text).toBe(unpacked.text)
  expect((await second.ask('/en', { ...brotli, 'if-none-match': before.headers.etag ?? '' })).status).toBe(304)
  expect(rendered).toEqual([])
  await second.ask('/ja')
  expect(rendered).toHaveLength(1)
})

test('what was laid by of another edition, another day or another database is not handed out', async () => {
  const kept = await laid(['/en'])
  for (const [state, now] of [
    [stateOf(2), noon],
    [stateOf(1), noon + 86_400_000],
    [{ ...stateOf(1), publishedAt: '2026-03-01T06:00:00.001Z' }, noon],
  ] as const) {
    const { handler, rendered } = pages()
    const { press, ask } = await serve({ handler, publicUrl, source: new HandSource(state), now: () => now })
    press.takeBack(kept)
    await ask('/en')
    expect(rendered).toHaveLength(1)
  }
})

test('the busiest are laid by, as far as there is room; one that is too large is left out', async () => {
  const { ask, press } = await serve({
    handler: (incoming, response) => {
      const text = incoming.url === '/en' ? 'a'.repeat(50_000) : 'short'
      response.writeHead(200, { 'content-type': 'text/plain' }).end(text)
    },
  })
  for (let times = 0; times < 3; times++) await ask('/en')
  await ask('/ja')
  for (let times = 0; times < 2; times++) await ask('/en/about')
  const paths = (bytes: number) => press.written(bytes).copies.map(([key]) => key.split(' ')[1])
  expect(paths(mebibyte)).toEqual(['/en', '/en/about', '/ja'])
  expect(paths(10_000)).toEqual(['/en/about', '/ja'])
  expect(paths(0)).toEqual([])
})

test('copies of another maker, or that are not whole, count as none; so do none', async () => {
  expect(await keptCopies(copiesFile)).toBeNull()
  const kept = await laid(['/en', '/ja'])
  await keepCopies(copiesFile, kept)
  expect((await keptCopies(copiesFile))?.copies.map(([key]) => key)).toEqual(kept.copies.map(([key]) => key))
  expect(await keptCopies({ ...copiesFile, maker: 'another build' })).toBeNull()
  const whole = readFileSync(copiesFile.file)
  for (const part of [whole.subarray(0, -1), whole.subarray(0, 20), Buffer.alloc(0), Buffer.concat([whole, whole])]) {
    writeFileSync(copiesFile.file, part)
    expect(await keptCopies(copiesFile)).toBeNull()
  }
})

test.skipIf(process.platform === 'win32')('nobody but the owner may read what is laid by', async () => {
  await keepCopies(copiesFile, await laid(['/en']))
  expect(statSync(copiesFile.file).mode & 0o777).toBe(0o600)
})

test('a folder that is not there is said, and nothing is left beside', async () => {
  const kept = await laid(['/en'])
  await expect(keepCopies({ ...copiesFile, file: join(folder, 'none', 'copies') }, kept)).rejects.toThrow('ENOENT')
})

test('other settings, another port or another build make other copies; a build that nobody has marked makes none', () => {
  const settings = parseSettings({ RULEWIRE_DATA: folder })
  // Builds stand below the folder of the project.
  const build = relative(process.cwd(), folder)
  expect(copiesFileOf(build, settings, 3000)).toBeNull()
  for (const name of ['rulewire-build', 'rulewire-server']) writeFileSync(join(folder, name), 'one')
  const makers = [
    copiesFileOf(build, settings, 3000),
    copiesFileOf(build, settings, 3001),
    copiesFileOf(build, parseSettings({ RULEWIRE_DATA: folder, PUBLIC_URL: 'https://rules.example' }), 3000),
  ]
  writeFileSync(join(folder, 'rulewire-server'), 'two')
  makers.push(copiesFileOf(build, settings, 3000))
  expect(new Set(makers.map((one) => one?.maker)).size).toBe(4)
  expect(makers[0]?.file).toBe(join(folder, 'copies'))
})
