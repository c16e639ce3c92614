import { readFileSync } from 'node:fs'
import Ajv from 'ajv'
import formats from 'ajv-formats'
import { expect, test } from 'vitest'
import { describedFiles, fileNameOf, packageHead, resourceOf } from '@/lib/bulk/datapackage'
import { tableForms, tableNames } from '@/lib/bulk/names'
import { tableList, tables } from '@/lib/bulk/tables'
import { defaultSite, type Site } from '@/lib/model'

const ajv = new Ajv({ strict: false, allErrors: true })
formats(ajv)
const isSound = ajv.compile(JSON.parse(readFileSync('tests/fixtures/frictionless/datapackage-2.0.json', 'utf8')))

const digest = { bytes: 12, sha256: 'ab'.repeat(32) }
const described = (licence: Site['licence'], dossier?: { id: string; title: string }) => {
  const of = {
    site: { ...defaultSite, licence },
    edition: { number: 3, publishedAt: '2026-01-01T00:00:00.000Z' },
    root: 'https://example.org',
    dossier,
  }
  const resources = describedFiles.map((file) => resourceOf(of, file, digest))
  return JSON.parse(JSON.stringify({ ...packageHead(of), resources }))
}

test.each([
  ['none'],
  [{ name: 'CC BY 4.0', spdx: 'CC-BY-4.0' }],
  [{ name: 'GPL 2 or later', spdx: 'GPL-2.0+' }],
  [{ name: 'Our terms', url: 'https://example.org/terms' }],
] as [Site['licence']][])('the descriptor is sound by the profile that Frictionless publishes (%j)', (licence) => {
  for (const dossier of [undefined, { id: 'arms', title: 'Arms' }]) {
    isSound(described(licence, dossier))
    expect(isSound.errors).toBeNull()
  }
})

test('it names every file once, with its address at the edition', () => {
  const { resources, licenses } = described({ name: 'CC BY 4.0', spdx: 'CC-BY-4.0' }, { id: 'arms', title: 'Arms' })
  expect(licenses).toEqual([
    { name: 'CC-BY-4.0', path: 'https://spdx.org/licenses/CC-BY-4.0.html', title: 'CC BY 4.0' },
  ])
  expect(new Set(resources.map(({ name }: { name: string }) => name)).size).toBe(resources.length)
  expect(resources.map(({ path }: { path: string }) => path).sort()).toEqual(
    describedFiles.map((file) => `https://example.org/data/arms/${fileNameOf(file)}?edition=3`).sort(),
  )
  expect(resources).toHaveLength(tableNames.length * tableForms.length + 1)
})

test('columns have names of their own, a word for each, and keys and links that there are', () => {
  for (const { name, columns, key } of tableList) {
    const names = columns.map((column) => column.name)
    expect(new Set(names).size, name).toBe(names.length)
    for (const column of key) expect(names, name).toContain(column)
    for (const { says, refers, type } of columns) {
      expect(says.length, name).toBeGreaterThan(3)
      if (refers && type !== 'array') expect(tables[refers].key.length, name).toBeLessThanOrEqual(2)
    }
  }
  const types = new Set(tableList.flatMap(({ columns }) => columns.map(({ type }) => type)))
  for (const type of ['date', 'yearmonth', 'year', 'datetime', 'array', 'object']) expect(types).toContain(type)
})
