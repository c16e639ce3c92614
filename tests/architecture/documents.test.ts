import { basename } from 'node:path'
import { expect, test } from 'vitest'
import { addresses } from '@/lib/addresses'
import { openApiOf } from '@/lib/api/openapi'
import { tableNames } from '@/lib/bulk/names'
import { citationFiles, evidenceFiles } from '@/lib/citation/forms'
import { feedFiles } from '@/lib/feeds/feed'
import { defaultSite, locales, recordKinds } from '@/lib/model'
import { settingNames } from '@/lib/settings'
import { fieldNames } from '../support/schema-fields'
import { filesUnder, read } from '../support/tree'

const readme = read('README.md')

test('every environment variable stands in the README, and the README names no other', () => {
  const named = new Set([...readme.matchAll(/^\| `([A-Z][A-Z_]+)` +\|/gm)].map(([, name]) => name))
  expect([...named].sort()).toEqual([...settingNames].sort())
})

test('every verb of the command line stands in the README, and the README names no other', () => {
  const verbs = filesUnder('db/cli', /\.ts$/)
    .filter((file) => /^export const \w+Verb: Verb\b/m.test(read(file)))
    .map((file) => basename(file, '.ts'))
  const named = new Set([...readme.matchAll(/^\| `rulewire ([a-z]+)/gm)].map(([, name]) => name))
  expect(verbs.length).toBeGreaterThan(5)
  expect([...named].sort()).toEqual(verbs.sort())
})

test('every address of the API stands on the page about data, in both languages, and the page names no other', () => {
  const known = addresses.map(({ path }) => path).filter((path) => path.startsWith('/api/v1/'))
  for (const locale of ['en', 'ja']) {
    const named = [...read(`content/pages/data.${locale}.md`).matchAll(/^ {4}(\/api\/v1\/[^?\s]+)/gm)].map(
      ([, path]) => path,
    )
    expect(named.sort()).toEqual([...known].sort())
  }
  const { paths } = openApiOf(defaultSite, { root: 'https://example.org', dossiers: [] })
  expect([...Object.keys(paths), '/api/v1/openapi.json'].sort()).toEqual([...known].sort())
})

test('every feed, list, calendar, citation and part to embed stands on the page about data, in both languages, in all its forms', () => {
  const lists =
    /^\/embed\/|\/(?:feed\.xml|cite\.bib|evidence\.bib|feeds\.opml|calendar\.ics|sitemap(?:-news)?\.xml|security\.txt|oembed)$/
  const known = addresses.map(({ path }) => path).filter((path) => lists.test(path))
  for (const locale of ['en', 'ja']) {
    const page = read(`content/pages/data.${locale}.md`)
    const named = [...page.matchAll(/^ {4}(\/(?!api\/|data\/)[^?\s]+)/gm)].map(([, path]) => path)
    expect(named.sort()).toEqual([...known].sort())
    for (const file of [...feedFiles, ...citationFiles, ...evidenceFiles]) expect(page, locale).toContain(`\`${file}\``)
  }
})

test('every file in bulk stands on the page about data, in both languages, and the page names no other', () => {
  const known = addresses.map(({ path }) => path).filter((path) => path.startsWith('/data/'))
  expect(known.length).toBeGreaterThan(100)
  for (const locale of ['en', 'ja']) {
    const named = [...read(`content/pages/data.${locale}.md`).matchAll(/^ {4}(\/data\/\S+)/gm)].flatMap(
      ([, path = '']) =>
        path.includes('{table}') ? tableNames.map((table) => path.replace('{table}', table)) : [path],
    )
    expect(named.sort()).toEqual([...known].sort())
  }
})

test.each(locales)('every field of a record stands on the page about data (%s)', (locale) => {
  const page = read(`content/pages/data.${locale}.md`)
  const fields = recordKinds.flatMap(fieldNames)
  expect(fields.length).toBeGreaterThan(60)
  expect([...new Set(fields)].filter((field) => !page.includes(`\`${field}\``))).toEqual([])
})

test('every decision record says context, decision, consequences and what was not done', () => {
  // 0000 is the model itself: it tells what is, not what was decided.
  const records = filesUnder('content/decisions', /\/(?!0000)[^/]+\.md$/)
  expect(records.length).toBeGreaterThan(3)
  for (const file of records) {
    const text = read(file)
    for (const part of ['## Context', '## Decision', '## Consequences', '## Not done'])
      expect(text, file).toContain(part)
  }
})

test('no source file is longer than 300 lines', () => {
  const files = ['app', 'db', 'lib', 'tests'].flatMap((folder) => filesUnder(folder, /\.(tsx?|css|mjs)$/))
  const long = files.filter((file) => read(file).split('\n').length > 301)
  expect(long).toEqual([])
})

test('every table that readers get has a caption', () => {
  const files = ['app/_components', 'app/[locale]'].flatMap((folder) => filesUnder(folder, /\.tsx$/))
  const tables = files.filter((file) => read(file).includes('<table'))
  expect(tables.length).toBeGreaterThan(8)
  expect(tables.filter((file) => !/<table[^>]*>\s*<caption/.test(read(file)))).toEqual([])
})
