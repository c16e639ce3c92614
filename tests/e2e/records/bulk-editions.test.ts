import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { APIRequestContext } from '@playwright/test'
import { rulewire } from '../../support/command-line'
import { expect, onOwnSite } from '../support/test'

const chips = 'us-chip-export-controls'
const report = '2025-05-16-export-compliance-daily-chip-security-bicameral'

interface Resource {
  name: string
  path: string
  hash: string
}

const resourcesOf = async (request: APIRequestContext, query = ''): Promise<Resource[]> =>
  (await (await request.get(`/data/datapackage.json${query}`)).json()).resources

const own = onOwnSite()

own(
  'what an edition was can be had after the next one, with the same bytes',
  async ({ request, site: { env, folder } }) => {
    const [first, second] = [await resourcesOf(request), await request.get('/data/reports.csv')]
    const { etag = '' } = second.headers()
    const dir = join(folder, 'content')
    expect((await rulewire(['export', dir], env)).code).toBe(0)
    const file = join(dir, 'dossiers', chips, 'reports', `${report}.md`)
    writeFileSync(file, readFileSync(file, 'utf8').replace('stage: proposed', 'stage: agreed'))
    expect((await rulewire(['import', dir, '--publish', '--reason', 'It was misread.'], env)).code).toBe(0)
    await expect.poll(async () => (await request.get('/data/reports.csv')).headers().etag).toMatch(/^"2-/)
    expect((await request.get('/data/reports.csv', { headers: { 'if-none-match': etag } })).status()).toBe(200)
    const old = await request.get('/data/reports.csv?edition=1', { headers: { 'if-none-match': etag } })
    expect(old.status()).toBe(304)
    // What holds events tells them in the words of now.
    for (const { path, hash, name } of first.filter((one) => !/^(?:events|sqlite)/.test(one.name))) {
      const body = await (await request.get(path)).body()
      expect(`sha256:${createHash('sha256').update(body).digest('hex')}`, name).toBe(hash)
    }
    const now = new Map((await resourcesOf(request)).map(({ name, hash }) => [name, hash]))
    const changed = first.filter(({ name, hash }) => now.get(name) !== hash).map(({ name }) => name)
    for (const name of ['reports', 'effects', 'editions']) expect(changed).toContain(name)
    for (const name of ['sources', 'actors', 'dimensions']) expect(changed).not.toContain(name)
    const again = new Map((await resourcesOf(request, '?edition=1')).map(({ name, hash }) => [name, hash]))
    for (const { name, hash } of first) if (!/^(?:events|sqlite)/.test(name)) expect(again.get(name), name).toBe(hash)
  },
)

own('a reader who goes away in the middle leaves the site as it was', async ({ request, site: { address } }) => {
  for (const path of ['/data/reports.ndjson', '/data/all.sqlite', '/data/datapackage.json?edition=1']) {
    const leaving = new AbortController()
    const answer = await fetch(`${address}${path}`, { signal: leaving.signal })
    await answer.body?.getReader().read()
    leaving.abort()
  }
  for (const path of ['/readyz', '/data/all.sqlite', '/data/reports.ndjson'])
    expect((await request.get(path)).status(), path).toBe(200)
})
