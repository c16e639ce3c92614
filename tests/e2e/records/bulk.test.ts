import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { APIRequestContext } from '@playwright/test'
import Ajv from 'ajv'
import formats from 'ajv-formats'
import Sqlite from 'better-sqlite3'
import type { Row } from '@/lib/bulk/column'
import { type TableName, tableForms, tableNames } from '@/lib/bulk/names'
import { tableList, tables } from '@/lib/bulk/tables'
import { type Text, wordingsOf } from '@/lib/model'
import { rowsInCsv, rowsInSqlite, statementsIn, untoldIn } from '../../support/bulk/read-back'
import { expect, test } from '../support/test'

const japan = 'japan-defence-transfers'

/** A list of the API from its first page to its last. */
async function readApi(request: APIRequestContext, path: string): Promise<Record<string, unknown>[]> {
  const all: Record<string, unknown>[] = []
  for (let cursor = ''; ; ) {
    const answer = await request.get(`/api/v1/${path}${path.includes('?') ? '&' : '?'}limit=200${cursor}`)
    expect(answer.status(), path).toBe(200)
    const { items, next } = await answer.json()
    all.push(...items)
    if (next === null) return all
    cursor = `&cursor=${next}`
  }
}

const snake = (name: string) => name.replace(/[A-Z]/g, (sign) => `_${sign.toLowerCase()}`)
const isNothing = (value: unknown) => value === undefined || value === '' || value === null

/** The fields of an item of the API that a row of a table does not tell as it does. */
function unlike(item: Record<string, unknown>, row: Row): string[] {
  return Object.entries(item).flatMap(([field, value]) => {
    const name = snake(field)
    if (field === 'quote' && value) return row.quote_text === (value as { text: string }).text ? [] : [field]
    if (`${name}_en` in row) {
      const said = isNothing(value) ? [] : wordingsOf(value as Text)
      const others = Object(row[`${name}_other`])
      return said.every(({ language, text }) => (row[`${name}_${language}`] ?? others[language]) === text)
        ? []
        : [field]
    }
    if (field === 'dossier' && value === row.id) return []
    // Told by tables of their own, or part of another column.
    if (!(name in row))
      return ['dimensions', 'alterations', 'effects', 'positions', 'expectations', 'coverage'].includes(field) ||
        isNothing(value)
        ? []
        : [field]
    const told = row[name] ?? null
    return JSON.stringify(isNothing(value) ? null : value) === JSON.stringify(told) ? [] : [field]
  })
}

const lists: Partial<Record<TableName, string>> = {
  dossiers: 'dossiers',
  sources: 'sources',
  rules: 'rules',
  changes: 'changes',
  actors: 'actors',
  reports: 'reports',
  effects: 'effects?discredited=with',
  positions: 'positions?discredited=with',
  expectations: 'expectations?discredited=with',
  events: 'events',
  editions: 'editions',
}

test('every table has the rows of the API, field by field', async ({ request }) => {
  for (const [table, path] of Object.entries(lists) as [TableName, string][]) {
    const items = await readApi(request, path)
    const rows: Row[] = await (await request.get(`/data/${table}.json`)).json()
    const key = (one: Record<string, unknown>) => tables[table].key.map((name) => String(one[name])).join(' ')
    const byKey = new Map(rows.map((row) => [key(row), row]))
    expect(items.map(key).sort(), table).toEqual([...byKey.keys()].sort())
    for (const item of items) expect(unlike(item, byKey.get(key(item)) ?? {}), `${table} ${key(item)}`).toEqual([])
  }
  const changes = (await readApi(request, 'changes')) as {
    dossier: string
    id: string
    alterations: Record<string, unknown>[]
  }[]
  const parts = ['rule', 'to', 'from', 'until'] as const
  const altering: Row[] = await (await request.get('/data/alterations.json')).json()
  expect(altering.map((row) => [row.dossier, row.change, row.position, ...parts.map((part) => row[part])])).toEqual(
    changes.flatMap(({ dossier, id, alterations }) =>
      alterations.map((one, at) => [dossier, id, at, ...parts.map((part) => one[part])]),
    ),
  )
  const found = await readApi(request, `dossiers/${japan}/contradictions`)
  const rows: Row[] = await (await request.get(`/data/${japan}/contradictions.json`)).json()
  expect(found.length).toBe(rows.length)
  for (const [at, item] of found.entries()) expect(unlike(item, rows[at] ?? {})).toEqual([])
})

test('a state is the verdict of the API on its first day', async ({ request }) => {
  const rows: Row[] = await (await request.get(`/data/${japan}/states.json`)).json()
  expect(rows.length).toBeGreaterThan(10)
  for (const row of rows.slice(0, 12)) {
    const query = new URLSearchParams({ ...(row.example as Record<string, string>), on: String(row.from) })
    const verdict = await (await request.get(`/api/v1/dossiers/${japan}/verdict?${query}`)).json()
    expect(verdict, String(query)).toMatchObject({
      ...{ disposition: row.disposition, rule: row.rule, change: row.change },
      ...{ since: row.since, conditions: row.conditions ?? [] },
    })
  }
})

for (const place of ['', `/${japan}`])
  test(`the package of ${place || 'the site'} is sound and true of every file, and all forms have the same rows`, async ({
    request,
    baseURL,
  }) => {
    const answer = await request.get(`/data${place}/datapackage.json`)
    expect(answer.status()).toBe(200)
    const described = await answer.json()
    const ajv = new Ajv({ strict: false, allErrors: true })
    formats(ajv)
    const isSound = ajv.compile(JSON.parse(readFileSync('tests/fixtures/frictionless/datapackage-2.0.json', 'utf8')))
    isSound(described)
    expect(isSound.errors).toBeNull()
    const files = new Map<string, Buffer>()
    for (const { name, path, bytes, hash, mediatype } of described.resources) {
      const file = await request.get(path)
      expect(file.status(), path).toBe(200)
      const body = await file.body()
      expect(body.length, path).toBe(bytes)
      expect(`sha256:${createHash('sha256').update(body).digest('hex')}`, path).toBe(hash)
      expect(file.headers()['content-type']?.split(';')[0], path).toBe(mediatype)
      files.set(name, body)
    }
    expect(files.size).toBe(tableNames.length * tableForms.length + 1)
    const folder = mkdtempSync(join(tmpdir(), 'rulewire-bulk-'))
    try {
      const file = join(folder, 'all.sqlite')
      writeFileSync(file, files.get('sqlite') ?? '')
      const opened = new Sqlite(file, { readonly: true })
      expect(opened.pragma('foreign_key_check')).toEqual([])
      const there = { root: baseURL ?? '', authority: { name: '', since: '' } }
      for (const table of tableList) {
        const textOf = (name: string) => files.get(name)?.toString('utf8') ?? ''
        const rows: Row[] = JSON.parse(textOf(`${table.name}-json`))
        expect(rowsInCsv(table, textOf(table.name)), table.name).toEqual(rows)
        const lines = textOf(`${table.name}-ndjson`).split('\n').slice(0, -1)
        expect(lines.map((line) => JSON.parse(line))).toEqual(rows)
        const stored = opened.prepare(`SELECT * FROM "${table.name}" ORDER BY rowid`).all()
        expect(rowsInSqlite(table, stored as Record<string, string>[]), table.name).toEqual(rows)
        const about = [...statementsIn(textOf(`${table.name}-nt`)).values()].filter((own) =>
          own.some(({ object }) => object.value === `${there.root}/en/data#${table.name}`),
        )
        expect(about.length, table.name).toBe(rows.length)
        for (const [at, row] of rows.entries())
          expect(untoldIn(table, row, { statements: about[at] ?? [], place: there }), `${table.name} ${at}`).toEqual([])
      }
      opened.close()
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })

test('files have the edition as their mark, and may be read by scripts of other sites', async ({ request }) => {
  for (const path of [
    '/data/reports.csv',
    `/data/${japan}/all.sqlite`,
    `/data/${japan}/datapackage.json`,
    '/data/events.nt',
  ]) {
    const first = await request.get(path)
    expect(first.status(), path).toBe(200)
    const { etag = '', ...headers } = first.headers()
    expect(etag, path).toMatch(/^"1-/)
    expect(headers['cache-control'], path).toBe('public, max-age=0, must-revalidate')
    expect(headers['access-control-allow-origin'], path).toBe('*')
    expect(headers['set-cookie'], path).toBeUndefined()
    const again = await request.get(path, { headers: { 'if-none-match': etag } })
    expect(again.status(), path).toBe(304)
    const head = await request.head(path)
    expect(head.status(), path).toBe(200)
    expect(head.headers().etag, path).toBe(etag)
    expect((await request.post(path)).status(), path).toBe(405)
    const asked = await request.fetch(path, { method: 'OPTIONS' })
    expect(asked.headers()['access-control-allow-headers'], path).toContain('If-None-Match')
  }
})

test('what makes no sense is a 400 that names the parameter, what is not there a 404', async ({ request }) => {
  for (const [path, parameter] of [
    ['/data/reports.csv?edition=0', 'edition'],
    ['/data/reports.csv?edition=99', 'edition'],
    ['/data/reports.csv?stage=agreed', 'stage'],
    ['/data/all.sqlite?edition=x', 'edition'],
    ['/data/datapackage.json?on=2024-01-01', 'on'],
    [`/data/${japan}/rules.csv?rule=none`, 'rule'],
    [`/data/${japan}/reports.json?stage=nowhere`, 'stage'],
    [`/data/${japan}/reports.json?change=none`, 'change'],
    [`/data/${japan}/effects.nt?from=yesterday`, 'from'],
    [`/data/${japan}/reports.csv?order=oldest`, 'order'],
    [`/data/${japan}/states.ndjson?limit=2`, 'limit'],
  ]) {
    const answer = await request.get(path ?? '')
    expect(answer.status(), path).toBe(400)
    expect(answer.headers()['content-type'], path).toBe('application/problem+json')
    expect(await answer.json(), path).toMatchObject({ status: 400, parameter })
  }
  for (const path of [
    '/data/nothing.csv',
    '/data/reports.xlsx',
    '/data/nowhere/reports.csv',
    `/data/${japan}/x`,
    '/data/a/b/c',
  ])
    expect((await request.get(path)).status(), path).toBe(404)
})

test('the page about data has every table with its files and columns, in both languages', async ({ page, request }) => {
  for (const locale of ['en', 'ja']) {
    await page.goto(`/${locale}/data`)
    const { resources } = await (await request.get('/data/datapackage.json')).json()
    for (const { name, type, schema } of resources) {
      if (type !== 'table') continue
      const table = page.locator(`details#${name}`)
      const shown = await table.locator('tbody th').allTextContents()
      expect(shown, name).toEqual(schema.fields.map((field: { name: string }) => field.name))
      const types = await table.locator('tbody tr td:nth-child(2) code').allTextContents()
      expect(types, name).toEqual(schema.fields.map((field: { type: string }) => field.type))
      const links = await table.locator('a').evaluateAll((all) => all.map((one) => one.getAttribute('href')))
      expect(links, name).toEqual(tableForms.map((form) => `/data/${name}.${form}`))
    }
  }
})

test('a page that lists has its list as files, narrowed as it is', async ({ page, request }) => {
  const filter = 'change=co-developed-to-third-countries&from=2023'
  for (const path of [
    `${japan}/timeline?${filter}`,
    `${japan}/rules`,
    `${japan}/changes`,
    `${japan}/actors`,
    `${japan}/sources`,
    `${japan}/contradictions`,
    `${japan}/scorecard`,
    `corrections`,
    `corrections?dossier=${japan}`,
    'editions',
  ])
    for (const pinned of ['', 'edition=1']) {
      await page.goto(`/en/${path}${pinned && `${path.includes('?') ? '&' : '?'}${pinned}`}`)
      const files = page.locator('main a[href^="/data/"]')
      await expect(files, path).toHaveText(['CSV', 'JSON'])
      for (const href of await files.evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''))) {
        expect(href.includes('edition=1'), href).toBe(pinned !== '')
        expect((await request.get(href)).status(), href).toBe(200)
      }
    }
  await page.goto(`/en/${japan}/timeline?${filter}`)
  const href = await page.locator('main a[href^="/data/"]').last().getAttribute('href')
  const rows: Row[] = await (await request.get(href ?? '')).json()
  const api = await readApi(request, `reports?dossier=${japan}&${filter}`)
  expect(rows.length).toBeGreaterThan(3)
  expect(rows.map(({ id }) => id)).toEqual(api.map(({ id }) => id))
})
