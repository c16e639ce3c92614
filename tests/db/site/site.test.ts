import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { settleAuthority } from '@/db/commands/authority'
import { importContent } from '@/db/commands/import'
import { publish } from '@/db/commands/publish/publish'
import { siteKey } from '@/db/key'
import { prepare } from '@/db/prepare'
import { findAuthority } from '@/db/queries/authority'
import { findRecord, listSources } from '@/db/queries/record'
import { findSite, unpublishedSite } from '@/db/queries/site/site'
import { watchState } from '@/db/stamp'
import { verifyDatabase } from '@/db/verify'
import { writeContent } from '@/lib/content'
import type { Site } from '@/lib/model'
import { rulewireHere } from '../../support/command-line'
import { contentOf } from '../../support/content'
import { testDatabase } from '../../support/database'
import { writeFiles } from '../../support/folders'

const site: Site = {
  id: 'site',
  name: { en: 'Harbour Rules', ja: '港の規則' },
  line: 'What ships may do.',
  accent: '#003366',
  languages: ['ja', 'en'],
  zone: 'Asia/Tokyo',
  dossiers: ['test'],
  licence: { name: 'CC BY 4.0', spdx: 'CC-BY-4.0' },
  contact: 'desk@example.org',
  authority: { name: 'example.org', since: '2026-01-01' },
  pages: { about: { en: 'About **us**.', ja: '私たち。' }, imprint: { en: 'A person.' } },
}

const at = (second: number) => `2026-02-01T00:00:0${second}.000Z`

const change = (
  database: Awaited<ReturnType<typeof testDatabase>>['database'],
  data: Site,
  baseRevision: number | null,
  second: number,
) =>
  publish(database, { records: [{ key: siteKey, data, baseRevision }], by: 'tester', at: at(second), reason: 'test' })

test('a database in which nobody has said what the tracker is has what stands in content/, and is dated where its first dossier is', async () => {
  const { database } = await testDatabase()
  // Of what is not here it names nothing.
  expect(await findSite(database.db)).toEqual({ ...(await unpublishedSite()), dossiers: [], zone: 'UTC' })
  await database.write((tx) => importContent(tx, { content: contentOf(), by: 'tester', at: at(1), reason: 'test' }))
  expect(await findSite(database.db)).toMatchObject({
    name: 'Rulewire',
    zone: contentOf().dossiers[0]?.dossier.timeZone,
  })
  expect(await findRecord(database.db, siteKey)).toBeNull()
})

test('the site is published and revised like any record, and earlier editions have it as it stood', async () => {
  const { database, env, folder } = await testDatabase()
  const { db } = database
  const content = { ...contentOf(), site }
  const first = join(folder, 'first')
  writeFiles(first, writeContent(content))
  await prepare(database, first, at(1))
  expect(await findSite(db)).toEqual(site)
  // The name in which ids are made is the site's own from the first edition on.
  expect(await findAuthority(db)).toEqual({ name: 'example.org', since: '2026-01-01' })
  const renamed: Site = { ...site, name: 'Port Rules', languages: undefined }
  expect(await change(database, renamed, 1, 2)).toMatchObject({ ok: true, edition: 2 })
  expect((await findSite(db)).name).toBe('Port Rules')
  expect(await findSite(db, { edition: 1 })).toEqual(site)
  expect((await listSources(db, { edition: 1 })).map(({ id }) => id)).toEqual(['kyodo-news'])
  expect(await verifyDatabase(database)).toEqual([])
  const state = await watchState(database)
  expect(state.read().site).toEqual({ name: 'Port Rules', zone: 'Asia/Tokyo', languages: undefined })
  state.stop()
  // Out and in again is the same, byte for byte.
  const out = join(folder, 'out')
  expect(await rulewireHere(['export', out], env)).toMatchObject({ code: 0 })
  const files = readdirSync(join(out, 'pages')).sort()
  expect(files).toEqual(['about.en.md', 'about.ja.md', 'imprint.en.md'])
  expect(readFileSync(join(out, 'pages/about.en.md'), 'utf8')).toBe('About **us**.\n')
  expect(readFileSync(join(out, 'site.yaml'), 'utf8')).toContain('name: Port Rules\n')
  expect(await rulewireHere(['import', out, '--publish'], env)).toMatchObject({
    stdout: 'Nothing to publish: edition 2 says the same.\n',
  })
  // A page that is taken out is a file of what is not public.
  const { about: _, ...fewer } = site.pages ?? {}
  await change(database, { ...renamed, pages: fewer }, 2, 3)
  const stale = await rulewireHere(['export', out], env)
  expect(stale).toMatchObject({ code: 1, stderr: expect.stringContaining('pages/about.en.md') })
})

test('the name in which ids are made never becomes another', async () => {
  const { database } = await testDatabase()
  await database.write((tx) => settleAuthority(tx, { host: 'rules.example.net', day: '2026-01-02' }))
  const refused = await change(database, site, null, 1)
  expect(refused).toMatchObject({
    ok: false,
    problems: [
      { kind: 'site', path: ['authority'], message: expect.stringContaining('rules.example.net since 2026-01-02') },
    ],
  })
  const own = { ...site, authority: { name: 'rules.example.net', since: '2026-01-02' } }
  expect(await change(database, own, null, 2)).toMatchObject({ ok: true, edition: 1 })
})

test('check names file, line and field of what is wrong with a site', async () => {
  const { env, folder } = await testDatabase()
  const files = writeContent({ ...contentOf(), site })
  const broken = join(folder, 'broken')
  files.set('site.yaml', `${files.get('site.yaml')}`.replace("'#003366'", "'#ffcc00'").replace('#003366', '#ffcc00'))
  files.set('pages/contact.en.md', 'x\n')
  writeFiles(broken, files)
  const { code, stderr } = await rulewireHere(['check', broken], env)
  expect(code).toBe(1)
  expect(stderr).toMatch(
    /^site\.yaml:\d+:\d+: accent has a contrast of 1\.\d to 1 with the paper, and text needs 4\.5/m,
  )
  expect(stderr).toMatch(/^pages\/contact\.en\.md:1: is not read: a page is called/m)
  const alone = join(folder, 'alone')
  files.delete('site.yaml')
  files.delete('pages/contact.en.md')
  writeFiles(alone, files)
  expect((await rulewireHere(['check', alone], env)).stderr).toMatch(
    /^pages\/about\.en\.md:1: is a part of the site, and there is no site\.yaml/m,
  )
})
