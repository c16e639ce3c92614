import { dirname } from 'node:path'
import { expect, test } from 'vitest'
import { addresses } from '@/lib/addresses'
import { type Address, type PartsOf, pathBelowLanguage } from '@/lib/addresses/address'
import { api } from '@/lib/addresses/api'
import { embeddable, embeds } from '@/lib/addresses/embeds'
import { fileAddresses } from '@/lib/addresses/feeds'
import { languages, rewrites } from '@/lib/addresses/names'
import { pages } from '@/lib/addresses/pages'
import type { Query } from '@/lib/asking/query'
import { textOf } from '@/lib/asking/read'
import { locales } from '@/lib/model'
import { filesUnder, read } from '../../support/tree'

test('the table and the folders of pages name the same', () => {
  const folders = filesUnder('app/[locale]', /\/page\.tsx$/)
    .map((file) => `/${dirname(file).slice('app/'.length)}`.replaceAll('[', '{').replaceAll(']', '}'))
    .filter((path) => !path.endsWith('/{...rest}'))
  expect(Object.values(pages).map(({ path }) => path)).toHaveLength(folders.length)
  expect(
    Object.values(pages)
      .map(({ path }) => path as string)
      .sort(),
  ).toEqual(folders.sort())
})

test('each page is drawn, and its head told, by its own row of the table', () => {
  const names = new Map(Object.entries(pages).map(([name, { path }]) => [path as string, name]))
  for (const file of filesUnder('app/[locale]', /\/page\.tsx$/)) {
    const path = `/${dirname(file).slice('app/'.length)}`.replaceAll('[', '{').replaceAll(']', '}')
    const named = [...read(file).matchAll(/\b(?:site|dossier|own)(?:Page|Metadata)\((?:pages\.|')?(\w+)/g)].map(
      ([, name]) => name,
    )
    const own = names.get(path) ?? 'nowhere'
    expect(named, file).toEqual([own, own])
  }
})

test('what is embedded and the folders of its pages name the same, each drawn by the row of its page', () => {
  const drawn = filesUnder('app/embed', /\/page\.tsx$/).map((file) => ({
    path: `/${dirname(file).slice('app/'.length)}`.replaceAll('[', '{').replaceAll(']', '}'),
    rows: [...read(file).matchAll(/\bembed(?:Page|Metadata)\(pages\.(\w+)/g)].map(([, name]) => name),
  }))
  expect(drawn.map(({ path }) => path).sort()).toEqual(embeds.map(({ path }) => path).sort())
  for (const { path, rows } of drawn) {
    const [name] = Object.entries(embeddable).find(([, page]) => `/embed${page.path}` === path) ?? []
    expect(rows, path).toEqual([name, name])
  }
})

test('every feed and citation of the table has a rewrite in each language', () => {
  const patterns = rewrites.map(({ source }) => {
    const named = source.replace(/:\w+\(((?:\\.|[^)])*)\)/g, '($1)').replace(/:\w+/g, '[^/]+')
    return new RegExp(`^${named.replace(/(?<!\\)\.xml$/, '\\.xml')}$`)
  })
  const files = fileAddresses.filter(({ path }) =>
    /^\/\{locale\}.*\/(?:feed|atom|corrections|cite|evidence)\.(?:xml|json|bib|ris)$/.test(path),
  )
  expect(files.length).toBeGreaterThan(16)
  for (const { path } of files)
    for (const locale of languages) {
      const filled = path.replace('{locale}', locale).replace('{dossier}', 'arms').replace('{id}', 'a-rule')
      expect(
        patterns.some((pattern) => pattern.test(filled)),
        filled,
      ).toBe(true)
    }
})

test('no two addresses are one, and each says what its parameters are', () => {
  expect(new Set(addresses.map(({ path }) => path)).size).toBe(addresses.length)
  for (const { path, parameters } of addresses)
    for (const [name, { kind, codes }] of Object.entries(parameters))
      expect(kind === 'code', `${path} ${name}`).toBe(codes !== undefined)
})

test('what the API takes is told in words', () => {
  const rows: Address[] = Object.values(api)
  for (const { path, parameters } of rows)
    for (const [name, { says }] of Object.entries(parameters)) expect(says, `${path} ${name}`).toBeTruthy()
})

test('an address is filled with its parts', () => {
  const parts: PartsOf<typeof pages.rule> = { locale: 'ja', dossier: 'arms', id: 'a-rule' }
  expect(pathBelowLanguage(pages.rule, parts)).toBe('/arms/rules/a-rule')
  expect(pathBelowLanguage(pages.home, { locale: 'ja' })).toBe('')
  expect(locales).toBe(languages)
})

test('a page can read what its address has, and nothing else', () => {
  const query: Query<'q' | 'page'> = { q: 'ships', page: undefined }
  expect(textOf(query, 'q')).toBe('ships')
  // @ts-expect-error: the address has no such parameter.
  expect(textOf(query, 'words')).toBeUndefined()
  const none: Query = query
  // @ts-expect-error: a view that is given no names reads none.
  expect(textOf(none, 'q')).toBe('ships')
})
