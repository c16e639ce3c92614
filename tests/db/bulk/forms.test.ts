import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { rowsOf } from '@/db/bulk/rows'
import { writeSqliteFile } from '@/db/bulk/sqlite-file'
import type { Row } from '@/lib/bulk/column'
import { digestsOf, written } from '@/lib/bulk/forms'
import { type TableForm, type TableName, tableForms, tableNames } from '@/lib/bulk/names'
import { tables } from '@/lib/bulk/tables'
import type { Report } from '@/lib/model'
import { rowsInCsv, rowsInSqlite, statementsIn, untoldIn } from '../../support/bulk/read-back'
import { all, bulkSource, place, text } from '../../support/bulk/source'
import { actor, contentOf, position, publishContent, source } from '../../support/content'
import { testDatabase } from '../../support/database'
import { change, emptyDossier, leaf, moves, report, rule } from '../../support/dossiers'
import { publishRecordsOf } from '../events/published'

const { database, folder } = await testDatabase()

const told: Report = {
  ...report('a-month', '2024-03', {
    ...moves('open', 'agreed'),
    quote: { text: '=1+1 と言う', language: 'ja' },
    rules: ['arms'],
  }),
  headline: { en: '-1 "quoted", and\na new line', ja: '防衛装備移転三原則', 'zh-Hant': '防衛裝備移轉' },
  note: { en: '@risk', ja: '＝注' },
  positions: [position('komeito', 'open', { on: '2024', note: '\tTabbed' })],
  expectations: [{ change: 'open', stage: 'in_force', from: '2024-04', until: '2025' }],
  attribution: [{ who: { en: 'party members', ja: '与党議員' }, named: false }],
  related: ['in-force'],
  summary: '+A summary.\n\nOf two parts, 日本語.',
}

const content = contentOf({
  dossier: {
    ...emptyDossier().dossier,
    title: { en: 'Test', ja: '試験' },
    coverage: { from: '2023', checked: '2024-05' },
    dimensions: [
      {
        id: 'thing',
        name: { en: 'Thing', ja: '物' },
        values: [leaf('weapon', leaf('ship'), leaf('gun')), leaf('radar')],
      },
      {
        id: 'place',
        values: [leaf('near'), leaf('far')],
        groups: [{ id: 'all-places', values: ['near', 'far'] }],
        members: [{ id: 'ruritania', in: [{ value: 'far', from: '2024-02' }] }],
      },
    ],
  },
  rules: [rule('arms', { scope: { thing: ['weapon'] } }), rule('duty', { kind: 'duty', overrides: [] })],
  changes: [
    change(
      'open',
      { rule: 'arms', to: 'conditional', conditions: [{ en: 'With consent', ja: '同意' }], says: 'Soon' },
      { rule: 'arms', to: 'permitted', from: '2025-02' },
    ),
    change('charge', { rule: 'duty', to: 'required', until: '2026' }),
  ],
  actors: [
    actor('komeito', { name: { en: 'Komeito', ja: '公明党' }, of: [{ actor: 'coalition', from: '2024-01' }] }),
    actor('coalition'),
  ],
  reports: [
    told,
    report(
      'in-force',
      '2024-06-01T09:00:00+09:00',
      moves('open', 'in_force', '2024-06-01'),
      moves('charge', 'in_force', '2024-07'),
    ),
    report('disputed', '2024-06-03', moves('open', 'in_force', '2024-06-02')),
    report('to-be-retracted', '2024-06-02', moves('open', 'decided')),
    report('to-be-removed', '2024'),
  ],
})
content.sources = [...content.sources, source('unnamed', { name: { en: 'Nobody', ja: '無名' } })]
const empty = emptyDossier()
content.dossiers.push({ ...empty, dossier: { ...empty.dossier, id: 'empty', title: 'Empty' } })
await publishContent(database, content)
await publishRecordsOf(
  database,
  {
    report: [
      {
        ...report('to-be-retracted', '2024-06-02', moves('open', 'decided')),
        retracted: { on: '2026-02', note: '=誤報' },
      },
      { ...told, summary: 'Corrected.', corrections: [{ on: '2026-02-01', note: { en: 'Was wrong', ja: '訂正' } }] },
      { id: 'to-be-removed', gone: true },
    ],
  },
  '2026-02-01T00:00:00.000Z',
)

const rowsIn = async (table: TableName, over = {}): Promise<Row[]> =>
  all(rowsOf(await bulkSource(database, over), table))
const asText = async (table: TableName, form: TableForm, over = {}): Promise<string> =>
  text(written(form, tables[table], rowsOf(await bulkSource(database, over), table), place))
/** As a reader of JSON finds it. */
const sent = (rows: readonly Row[]): Row[] => JSON.parse(JSON.stringify(rows))

describe.each([
  ['the whole site', {}],
  ['a dossier', { dossier: 'test' }],
  ['a dossier without reports', { dossier: 'empty' }],
  ['an earlier edition', { edition: 1 }],
])('%s', (name, over) => {
  test.each(tableNames)('%s has the same rows in every form', async (table) => {
    const rows = sent(await rowsIn(table, over))
    expect(rowsInCsv(tables[table], await asText(table, 'csv', over))).toEqual(rows)
    expect(JSON.parse(await asText(table, 'json', over))).toEqual(rows)
    const lines = (await asText(table, 'ndjson', over)).split('\n')
    expect(lines.pop()).toBe('')
    expect(lines.map((line) => JSON.parse(line))).toEqual(rows)
    const statements = statementsIn(await asText(table, 'nt', over))
    const subjects = rows.map((row) => tables[table].rdf.subject(row, place))
    expect(new Set(subjects).size).toBe(rows.length)
    for (const [at, row] of rows.entries()) {
      const own = statements.get(subjects[at] ?? '') ?? []
      expect(untoldIn(tables[table], row, { statements: own, place }), subjects[at]).toEqual([])
    }
  })

  test('the file of SQLite has them too, with keys and links that hold, and is the same each time', async () => {
    const files = [1, 2].map((n) => join(folder, `${name.replaceAll(' ', '-')}-${n}.sqlite`))
    for (const file of files) await writeSqliteFile(await bulkSource(database, over), file)
    const [one = '', other = ''] = files
    expect(readFileSync(one).equals(readFileSync(other))).toBe(true)
    const found = new Sqlite(one, { readonly: true })
    expect(found.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }])
    expect(found.pragma('foreign_key_check')).toEqual([])
    for (const table of tableNames) {
      const rows = found.prepare(`SELECT * FROM "${table}" ORDER BY rowid`).all() as Record<
        string,
        string | number | null
      >[]
      expect(rowsInSqlite(tables[table], rows), table).toEqual(sent(await rowsIn(table, over)))
    }
    found.close()
  })

  test('no two rows of a table have one key', async () => {
    for (const table of tableNames) {
      const rows = await rowsIn(table, over)
      const keys = rows.map((row) => JSON.stringify(tables[table].key.map((name) => row[name])))
      expect(new Set(keys).size, table).toBe(keys.length)
      for (const row of rows) for (const name of tables[table].key) expect(row[name], `${table} ${name}`).not.toBeNull()
    }
  })
})

test('every table has rows, so that all of the above says something', async () => {
  for (const table of tableNames) expect((await rowsIn(table)).length, table).toBeGreaterThan(0)
})

test('a date is told as far as it is told, and an instant on its day in the zone of the dossier', async () => {
  const [found] = (await rowsIn('reports')).filter(({ id }) => id === 'a-month')
  expect(found).toMatchObject({
    published: '2024-03',
    published_day: null,
    published_month: '2024-03',
    published_year: '2024',
  })
  const [instant] = (await rowsIn('reports')).filter(({ id }) => id === 'in-force')
  expect(instant).toMatchObject({ published: '2024-06-01T09:00:00+09:00', published_day: '2024-06-01' })
  const [stance] = await rowsIn('positions')
  expect(stance).toMatchObject({ on: '2024', on_day: null, on_month: null, on_year: '2024' })
  const triples = await asText('reports', 'nt')
  expect(triples).toContain('"2024-03"^^<http://www.w3.org/2001/XMLSchema#gYearMonth>')
  expect(triples).toContain('"防衛装備移転三原則"@ja')
  expect(triples).toContain('"防衛裝備移轉"@zh-hant')
})

test('no cell of CSV is a formula, and other forms have the text as it is', async () => {
  for (const table of tableNames) {
    const csv = await asText(table, 'csv')
    expect(csv.startsWith('\uFEFF')).toBe(true)
    expect(csv.replace('\uFEFF', '')).not.toMatch(/(?:^|,|\r\n)"?[=+\-@\t＝]/)
  }
  expect(await asText('effects', 'csv')).toContain("'=1+1 と言う")
  expect(await asText('effects', 'ndjson')).toContain('"=1+1 と言う"')
})

test('what was retracted is a report that says so and tells nothing more; what was removed is gone, and both stand at the edition before', async () => {
  const ids = (rows: Row[]) => rows.map(({ id, report: told }) => id ?? told)
  const [now, before] = [await rowsIn('reports'), await rowsIn('reports', { edition: 1 })]
  expect(ids(now)).not.toContain('to-be-removed')
  expect(ids(before)).toContain('to-be-removed')
  const find = (rows: Row[]) => rows.find(({ id }) => id === 'to-be-retracted')
  expect(find(now)?.retracted).toEqual({ on: '2026-02', note: '=誤報' })
  expect(find(before)?.retracted).toBeNull()
  expect(ids(await rowsIn('effects'))).not.toContain('to-be-retracted')
  expect(ids(await rowsIn('effects', { edition: 1 }))).toContain('to-be-retracted')
  expect((await rowsIn('corrections')).map(({ report: of, verb }) => [of, verb])).toEqual([
    ['a-month', 'corrected'],
    ['to-be-retracted', 'retracted'],
  ])
  expect(await rowsIn('corrections', { edition: 1 })).toEqual([])
})

test('digests that are worked out together are those of the files', async () => {
  for (const table of ['reports', 'states', 'positions'] as const)
    for (const over of [{}, { dossier: 'empty' }]) {
      const source = await bulkSource(database, over)
      const found = await digestsOf(tables[table], rowsOf(source, table), place)
      for (const form of tableForms) {
        const bytes = Buffer.from(await asText(table, form, over))
        const sha256 = createHash('sha256').update(bytes).digest('hex')
        expect(found[form], `${table} ${form}`).toEqual({ bytes: bytes.length, sha256 })
      }
    }
})

test('an empty dossier has the heads of its tables', async () => {
  expect(await asText('reports', 'csv', { dossier: 'empty' })).toMatch(/^\uFEFFdossier,id,source,[^\n]*\r\n$/)
  expect(await asText('reports', 'json', { dossier: 'empty' })).toBe('[\n]\n')
  expect(await asText('reports', 'ndjson', { dossier: 'empty' })).toBe('')
})

test('the publishers of a dossier are those that its reports name', async () => {
  expect((await rowsIn('sources')).map(({ id }) => id)).toEqual(['kyodo-news', 'unnamed'])
  expect((await rowsIn('sources', { dossier: 'test' })).map(({ id }) => id)).toEqual(['kyodo-news'])
})

test('a filter narrows reports and what they tell, the newest first', async () => {
  const narrowed = { dossier: 'test', filter: { stage: 'in_force' as const, discredited: 'with' as const } }
  expect((await rowsIn('reports', narrowed)).map(({ id }) => id)).toEqual(['disputed', 'in-force'])
  expect((await rowsIn('effects', narrowed)).map(({ report: of, change: what }) => [of, what])).toEqual([
    ['disputed', 'open'],
    ['in-force', 'open'],
    ['in-force', 'charge'],
  ])
})
