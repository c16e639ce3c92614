import { beforeAll, describe, expect, test } from 'vitest'
import { readContent } from '@/lib/content'
import type { Dossier, DossierRecords, Source } from '@/lib/model'
import { mended, vocabularyOf } from '@/lib/search/near'
import { partsOf } from '@/lib/search/query'
import { needlesOf, storedText } from '@/lib/search/stored'
import { readSearch, type SearchQuery } from '@/lib/search/synonyms'
import { stem } from '@/lib/terms/stems'

let records: DossierRecords[]
let sources: Source[]
let dossiers: Dossier[]
beforeAll(async () => {
  const read = await readContent('content')
  if (!read.ok) throw new Error('the content is not sound')
  records = read.content.dossiers
  sources = read.content.sources
  dossiers = records.map(({ dossier }) => dossier)
})

/** Whether a text is found, as the databases look for it. */
const finds = (words: string, text: string) => {
  const stored = storedText([text])
  return partsOf(words).every((part) => needlesOf(part).some((needle) => stored.includes(needle)))
}

describe('a text is found', () => {
  test.each([
    ['export', 'Exporting arms'],
    ['exports', 'It exported arms'],
    ['organise', 'organizations'],
    ['defense', 'a defence deal'],
    ['licence', 'licensing'],
    ['revision', 'revised rules'],
    ['komei', 'Komeito'],
    ['Japan', "Japan's rules"],
    ['pac-3', 'a PAC-3 missile'],
    ['PAC 3', 'a PAC-3 missile'],
    ['PAC3', 'a PAC-3 missile'],
    ['ＰＡＣ３', 'a PAC 3 missile'],
    ['PAC-3', 'a PAC3 missile'],
    ['PAC 3', 'a PAC3 missile'],
    ['ＰＡＣ－３', 'ＰＡＣ３ミサイル'],
    ['PAC−3', 'a PAC‑3 missile'],
    ['F2', 'the F-2 successor'],
    ['F-2', 'the F 2 successor'],
    ['F 2', 'the F2 successor'],
    ['F-35', 'an F-35A'],
    ['H-200', 'H200 chips'],
    ['H 200', 'H200 chips'],
    ['h200', 'H-200 chips'],
    ['MI 325X', 'the MI325X'],
    ['155mm', '155 mm shells'],
    ['stop the clock', 'a stop-the-clock law'],
    ['stop-the-clock', 'to stop the clock'],
    ['noncombat', 'non-combat purposes'],
    ['non-combat', 'noncombat purposes'],
    ['non-comb', 'non-combat purposes'],
    ['May 2026', '21 May, in 2026'],
    ['co-develop', 'co-developed products'],
    ['"joint development"', 'the joint developments'],
    ['development joint', 'the joint developments'],
    ['政策', '防衛政策の転換'],
    ['策', '防衛政策'],
    ['ﾃｽﾄ', 'テスト'],
    ['ＧＣＡＰ', 'GCAPの開発'],
    ['「防衛」 政策', '政策と防衛'],
    ['50%', 'about 50% of it'],
    ['weapons, exports.', 'weapon export'],
    ['国防会議', '國防會議の議長'],
    ['國防會議', '国防会議の議長'],
    ['渡辺', '渡邊氏と渡邉氏'],
    ['吉田', '𠮷田防衛相'],
    ['𠮷田', '吉田防衛相'],
    ['渡邉', '渡邊氏'],
    ['高橋', '髙槗'],
    ['みさいる', 'ミサイル防衛'],
    ['ミサイル', 'みさいる'],
    ['ﾐｻｲﾙ', 'みさいる'],
    ['ばいおりん', 'バイオリン'],
    ['1～3', '1〜3月'],
    ['1〜3', '1～3月'],
  ])('%j in %j', (words, text) => expect(finds(words, text)).toBe(true))
})

describe('a text is not found', () => {
  test.each([
    ['AI', 'he said'],
    ['arm', 'the army'],
    ['PAC-3', 'PAC-2 and 3 more'],
    ['PAC 3', 'PAC-2 and 3 more'],
    ['PAC-3', 'PAC-35'],
    ['F-2', 'half of it, 2 days'],
    ['A100', 'a 100 billion plan'],
    ['a', 'A100 chips'],
    ['h', 'H200 chips'],
    ['b', 'F-35B'],
    ['port', 'exports'],
    ['"joint development"', 'joint and development'],
    ['策防', '防衛政策'],
    ['政策転換', '政策の転換'],
    ['はし', 'パシ'],
    ['weapon\nexport', 'weapon'],
  ])('%j in %j', (words, text) => expect(finds(words, text)).toBe(false))
})

test('a phrase stands within one wording, and stems are not taken for words', () => {
  const stored = storedText(['lethal', 'arms policies'])
  const needles = (words: string) => partsOf(words).flatMap(needlesOf)
  expect(needles('"lethal arms"').some((needle) => stored.includes(needle))).toBe(false)
  expect(needles('"arm policy"').some((needle) => stored.includes(needle))).toBe(true)
  expect(stored).toContain('polici')
  expect(needles('olici').some((needle) => stored.includes(needle))).toBe(false)
})

test('what holds no word asks for nothing', () => {
  for (const words of ['', '  ', '"', '""', '\u0000', '\u200b', '「」']) expect(partsOf(words), words).toEqual([])
})

test('endings fall away, and British and American spellings meet', () => {
  for (const [one, other] of [
    ['authorisation', 'authorized'],
    ['offences', 'offense'],
    ['programmes', 'program'],
    ['revising', 'revision'],
    ['precise', 'precision'],
    ['different', 'difference'],
  ] as const)
    expect(stem(one), one).toBe(stem(other))
})

describe('terms of the news', () => {
  const readIn = (query: SearchQuery) => query.readings.find(({ dossier }) => dossier === 'japan-defence-transfers')
  const read = (words: string) => readIn(readSearch(words, dossiers))

  test('stand for the other terms of their value, in both languages', () => {
    const also = read('lethal arms')?.terms[0]?.also.map(({ text }) => text)
    expect(also).toContain('lethal weapons')
    expect(also).toContain('殺傷能力のある武器')
    expect(also).not.toContain('lethal arms')
    expect(read('殺傷能力のある武器')?.terms[0]?.also.map(({ text }) => text)).toContain('lethal weapons')
  })

  test('of what is no value stand for each other too', () => {
    const { readings } = readSearch('stop the clock', dossiers)
    expect(readings.map(({ dossier }) => dossier)).toEqual(['eu-ai-act'])
    const [term] = readings[0]?.terms ?? []
    expect(term?.values).toEqual([])
    expect(term?.also.map(({ text }) => text)).toEqual(expect.arrayContaining(['delay', '延期']))
    expect(term?.also.map(({ text }) => text)).not.toContain('stop-the-clock')
    expect(read('輸出')?.terms[0]?.also.map(({ text }) => text)).toEqual(['export'])
  })

  test('leave the words beside them to be found as well', () => {
    const said = (words: string) => read(words)?.parts.map((part) => part.said)
    expect(said('殺傷能力 輸出')).toEqual(['殺傷能力', '輸出'])
    expect(said('Italy lethal arms exports')).toEqual(['italy', 'lethal arms', 'exports'])
    expect(said('殺傷能力のある武器の輸出')).toEqual(['殺傷能力のある武器', '輸出'])
    expect(said('武器を ウクライナへ')).toEqual(['武器', 'ウクライナ'])
  })

  test('are not read in quotes, nor torn from a longer word', () => {
    for (const words of ['"lethal arms"', '“lethal arms”', '新武器', '武器等', 'armoury'])
      expect(read(words), words).toBeUndefined()
  })

  test('concern their own dossier only', () => {
    const { parts, readings } = readSearch('lethal arms', dossiers)
    expect(parts.map(({ said }) => said)).toEqual(['lethal', 'arms'])
    expect(readings.map(({ dossier }) => dossier)).toEqual(['japan-defence-transfers'])
  })
})

test('a mistyped word has a near one, and a word that is known stays', () => {
  const vocabulary = vocabularyOf(records, sources)
  expect(mended('komeitto wary', vocabulary)).toBe('komeito wary')
  expect(mended('Komeito', vocabulary)).toBeNull()
  expect(mended('qqqqqqqqq', vocabulary)).toBeNull()
})
