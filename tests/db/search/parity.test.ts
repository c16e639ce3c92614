import { describe, expect, test } from 'vitest'
import { searchCounts, searchRecords } from '@/db/queries/search'
import { readContent } from '@/lib/content'
import { searchedKinds } from '@/lib/search/fields'
import { readSearch } from '@/lib/search/synonyms'
import { publishContent } from '../../support/content'
import { testDatabase } from '../../support/database'
import { inflected, referenceSearch } from '../../support/reference-search'

const { database } = await testDatabase()
const { db } = database
const read = await readContent('content')
if (!read.ok) throw new Error('the content is not sound')
const { content } = read
const dossiers = content.dossiers.map(({ dossier }) => dossier)
await publishContent(database, content)
const reference = referenceSearch(content)

/** What an engine finds, in its order. */
const found = async (words: string, over: Partial<Parameters<typeof searchRecords>[1]> = {}) =>
  (await searchRecords(db, { query: readSearch(words, dossiers), limit: 9999, ...over })).map(
    ({ kind, dossier, id }) => `${kind} ${dossier} ${id}`,
  )

const handPicked = [
  'lethal arms',
  'Lethal Weapons exports',
  '"lethal arms"',
  '"joint development" fighter',
  '“joint development” Italy',
  '「共同開発」 英国',
  '殺傷能力のある武器',
  '武器の輸出',
  '新武器',
  '防衛装備移転三原則',
  '武器',
  '輸出',
  '政府',
  '与党 輸出',
  '五類型',
  '策',
  '島',
  'ー',
  '、',
  'あ',
  'ﾚｰﾀﾞｰ',
  'レーダー',
  'ＧＣＡＰ',
  'GCAP開発',
  'PAC-3',
  'pac 3',
  'F-35',
  'TC-90',
  'TC90',
  'PAC3',
  'ＰＡＣ３',
  'ＰＡＣ－３',
  'PAC‑3',
  'F-2',
  'F2',
  'F 2',
  'F-35A',
  'H200',
  'H-200',
  'H 200',
  'A 100',
  'a100',
  'h',
  'MI325X',
  'RTX 4090',
  'May 2026',
  'the 17',
  'stop-the-clock',
  'stop the clock',
  'stop-the-clo',
  'noncombat',
  'non-combat',
  'non-comb',
  'noncomb',
  '"noncombat purposes"',
  '殺傷能力 輸出',
  '殺傷能力のある武器の輸出',
  '輸出管理',
  '延期',
  '17か国',
  '2023',
  '202',
  'defence',
  'defense',
  'licence licensing',
  'organise',
  'AI',
  'ai act',
  'the',
  'a',
  'arm army',
  'Japan’s',
  "Japan's government",
  'co-developed',
  'Komei',
  '公明',
  '50%',
  '%',
  '_',
  '\\',
  '%%%',
  '___',
  '\\%',
  '"',
  '""',
  "'",
  "' OR 1=1 --",
  '*',
  'weapon*',
  'NEAR(weapon export)',
  'weapon AND export',
  'weapon NOT export',
  'text:weapon',
  '^weapon',
  '(weapon)',
  'weapons, exports.',
  'weapon\u0000export',
  '\u0000',
  'wea\u200bpons',
  '🚢',
  '👩‍🚀',
  '🚢🚢🚢',
  '\ud83d',
  'İstanbul',
  'ß',
  'ﬁghter',
  'Ⅲ',
  '①',
  '½',
  'é',
  'e\u0301',
  'ﾊﾟﾄﾘｵｯﾄ',
  'ぱとりおっと',
  '國防會議',
  '防衞裝備',
  '1〜3',
  '1～3',
  'パトリオット',
  'か\u3099',
  '한국',
  'Россия',
  'да',
  '\n',
  'weapon\nexport',
  'ukraine ウクライナ',
  'minesweeping warship italy',
  'Kyodo News',
  '共同通信',
  '',
  '   ',
]

/** Numbers that are the same in every run. */
function* numbers(seed: number): Generator<number> {
  for (let state = seed; ; ) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    yield state
  }
}

/** Queries made of what the records say: words in other endings, Japanese of one to four characters, both together. */
function generated(count: number): string[] {
  const source = numbers(7)
  const below = (most: number) => (source.next().value ?? 0) % most
  const one = <T>(list: readonly T[]): T => list[below(list.length)] as T
  const texts = content.dossiers.flatMap(({ reports, rules }) => [
    ...reports.flatMap(({ headline, summary, effects }) => [
      ...(typeof headline === 'string' ? [headline] : Object.values(headline)),
      summary,
      ...effects.flatMap(({ quote }) => quote?.text ?? []),
    ]),
    ...rules.flatMap(({ title }) => (typeof title === 'string' ? [title] : Object.values(title))),
  ])
  const english = texts.join(' ').match(/[A-Za-z]{2,}/g) ?? []
  const japanese = texts.join(' ').match(/[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}]{4,}/gu) ?? []
  const cut = () => {
    const run = one(japanese)
    const at = below(run.length - 1)
    return run.slice(at, at + 1 + below(4))
  }
  const ways = [
    () => one(english),
    () => one(inflected(one(english).toLowerCase())),
    () => `${one(english)} ${one(inflected(one(english).toLowerCase()))}`,
    () => cut(),
    () => `${cut()} ${cut()}`,
    () => `${one(english).toUpperCase()} ${cut()}`,
    () => `"${one(texts).split(' ').slice(0, 2).join(' ')}"`,
    () => one(english).slice(0, 2 + below(4)),
    () => `${cut()}${one(['%', '_', '"', '。', ' ', '　', 'の'])}${cut()}`,
  ]
  return Array.from({ length: count }, (_, n) => (ways[n % ways.length] as () => string)())
}

describe('every engine finds what a walk over the records finds, in the same order', () => {
  test.each(handPicked.map((words) => [words]))('%j', async (words) => {
    expect(await found(words)).toEqual(reference(readSearch(words, dossiers)))
  })

  test('for 500 queries made of the records', async () => {
    let hits = 0
    for (const words of generated(500)) {
      const ids = await found(words)
      expect(ids, words).toEqual(reference(readSearch(words, dossiers)))
      hits += ids.length
    }
    expect(hits).toBeGreaterThan(1000)
  })
})

test('one thing in several spellings, or in two languages, finds the same records', async () => {
  const keys = async (words: string) => (await found(words)).sort()
  for (const [one, ...others] of [
    ['PAC-3', 'PAC3', 'PAC 3', 'ＰＡＣ３', 'ＰＡＣ－３', 'pac‑3'],
    ['F-2', 'F2', 'F 2'],
    ['H200', 'H-200', 'H 200'],
    ['stop-the-clock', 'stop the clock', '延期'],
    ['noncombat', 'non-combat'],
    ['殺傷能力 輸出', 'lethal weapons export', '殺傷能力のある武器の輸出'],
  ] as const) {
    const expected = await keys(one)
    expect(expected.length, one).toBeGreaterThan(0)
    for (const other of others) expect(await keys(other), other).toEqual(expected)
  }
  expect((await keys('stop-the-clock')).filter((key) => key.startsWith('report eu-ai-act')).length).toBeGreaterThan(20)
  expect((await keys('殺傷能力 輸出')).length).toBeGreaterThan(30)
})

test('filters, counts and pages are parts of the same list', async () => {
  const all = await found('武器')
  const query = readSearch('武器', dossiers)
  const counted = await searchCounts(db, { query })
  expect(counted.reduce((sum, { hits }) => sum + hits, 0)).toBe(all.length)
  for (const kind of searchedKinds) {
    const ofKind = all.filter((key) => key.startsWith(`${kind} `))
    expect(await found('武器', { kind })).toEqual(ofKind)
    expect(counted.filter((row) => row.kind === kind).reduce((sum, { hits }) => sum + hits, 0)).toBe(ofKind.length)
  }
  const dossier = 'japan-defence-transfers'
  expect(await found('武器', { dossier })).toEqual(all.filter((key) => key.includes(` ${dossier} `)))
  const pages: string[] = []
  for (let offset = 0; offset < all.length; offset += 7) pages.push(...(await found('武器', { limit: 7, offset })))
  expect(pages).toEqual(all)
})
