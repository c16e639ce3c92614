import { expect, test } from 'vitest'
import { searchCounts, searchRecords } from '@/db/queries/search'
import { timelinePage } from '@/db/queries/timeline'
import { readSearch } from '@/lib/search/synonyms'
import { actor, contentOf, position, publishContent } from '../../support/content'
import { testDatabase } from '../../support/database'
import { change, moves, report, rule } from '../../support/dossiers'

const { database } = await testDatabase()
const { db } = database

const quote = { text: '殺傷能力のある武器の輸出', language: 'ja' }
await publishContent(
  database,
  contentOf({
    rules: [rule('arms', { title: { en: 'Lethal arms', ja: '殺傷武器' } })],
    changes: [{ ...change('open', { rule: 'arms' }), title: { en: 'Opening', ja: '輸出解禁' } }],
    actors: [actor('komeito', { name: { en: 'Komeito', ja: '公明党' } })],
    reports: [
      { ...report('a', '2024-01-01'), headline: { en: 'Policy', ja: '防衛政策の転換' } },
      { ...report('b', '2024-01-02', { ...moves('open', 'agreed'), quote }), summary: 'Ｆｕｌｌ　Ｗｉｄｔｈ ﾃｽﾄ' },
      { ...report('c', '2024-01-03'), positions: [position('komeito', 'open')], note: '50% of_it \\ "said"' },
      { ...report('d', '2024-01-04'), attribution: [{ who: '政府関係者', named: false }] },
    ],
  }),
)

/** What both engines must find; that it is the same list for both is the point. */
const found: [string, string][] = [
  ['政策', 'a'],
  ['防衛政策', 'a'],
  ['策', 'a'],
  ['政府', 'd'],
  ['武器 輸出', 'b'],
  ['輸出', 'c b'],
  ['解禁', 'c b'],
  ['公明', 'c'],
  ['公明党 輸出解禁', 'c'],
  ['full width', 'b'],
  ['ＦＵＬＬ', 'b'],
  ['テスト', 'b'],
  ['テス', 'b'],
  ['%', 'c'],
  ['50%', 'c'],
  ['f_i', 'c'],
  ['_', 'c'],
  ['\\', 'c'],
  ['"said"', 'c'],
  ['said" OR "policy', ''],
  ['*', ''],
  ['policy NOT full', ''],
  ['Kyodo', 'd c b a'],
  ['kyodo\u0000news', 'd c b a'],
  ['不在', ''],
]

test.each(found)('“%s” is in %s', async (words, ids) => {
  const page = await timelinePage(db, { dossier: null, filter: { words }, limit: 9 })
  expect(page.reports.map((entry) => entry.report.id).join(' ')).toBe(ids)
})

test('rules, changes and actors are found as well', async () => {
  const ids = async (kind: 'rule' | 'change' | 'actor', words: string) =>
    (await searchRecords(db, { kind, query: readSearch(words, []), limit: 9 })).map((hit) => hit.id)
  expect(await ids('rule', '殺傷')).toEqual(['arms'])
  expect(await ids('change', '解禁')).toEqual(['open'])
  expect(await ids('actor', 'komei')).toEqual(['komeito'])
  expect(await searchCounts(db, { query: readSearch('輸出', []) })).toEqual([
    { kind: 'change', dossier: 'test', hits: 1 },
    { kind: 'report', dossier: 'test', hits: 2 },
  ])
  expect(await searchRecords(db, { query: readSearch(' ', []), limit: 9 })).toEqual([])
})
