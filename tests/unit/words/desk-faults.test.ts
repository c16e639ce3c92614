import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseYaml } from '@/lib/content/document'
import { parseRecord, type RecordKind, recordKinds, warningsOf } from '@/lib/model'
import { faultInWords, readFault } from '@/lib/words/desk-faults'
import { deskWordsIn } from '@/lib/words/desk-messages'
import { contentOf } from '../../support/content'
import { filesUnder, read } from '../../support/tree'

const [english, japanese] = [deskWordsIn('en'), deskWordsIn('ja')]

/** Where faults are told that an editor meets, and how each file tells them. */
const tellers = [
  ...filesUnder('lib/model', /\.ts$/),
  ...filesUnder('lib/forms', /\.ts$/),
  'lib/auth/new-password.ts',
  'app/_server/fetch-page.ts',
]

/** Sentences with words of ours in them that are made up elsewhere; they are tried below. */
const madeUp = ['must be 7', 'is `7` on 7, and 7 has']

/** The sentences without a subject that a file holds, with a sign in place of each value. */
function sentencesIn(file: string): string[] {
  const source = read(file).replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
  const texts = [...source.matchAll(/'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`/g)]
  return texts
    .map(([, plain, filled]) => (plain ?? filled ?? '').replaceAll(/\\(.)/g, '$1'))
    .map((text) => text.replaceAll(/\$\{[^}]*\?[^}]*(?:\}|$)/g, '').replaceAll(/\$\{[^}]*\}/g, '7'))
    .filter((text) => /^(is|are|must|may|holds|names|needs|makes|has|goes|overlaps|leaves|ends|cannot) /.test(text))
    .filter((text) => !madeUp.some((one) => text.startsWith(one)))
}

const junk = [7, '', 'A B ', [], {}, null, 'x'.repeat(400), ['a', 'a'], { xx: 1 }]

/** What is said in no Japanese of a record in each of whose fields, one by one, something stands that makes no sense. */
function englishOnly(kind: RecordKind, record: unknown, within: unknown = record): string[] {
  if (typeof within !== 'object' || within === null) return []
  return Object.entries(within).flatMap(([field, stood]) => {
    const said = junk.flatMap((value) => {
      Reflect.set(within, field, value)
      const parsed = parseRecord(kind, record)
      return parsed.ok ? [] : parsed.problems.map(({ message }) => message)
    })
    Reflect.set(within, field, stood)
    return [...said.filter((message) => readFault(message) === null), ...englishOnly(kind, record, stood)]
  })
}

/** Signs that YAML gives a meaning, and some that it gives none. */
const signs = [
  ':',
  ': ',
  '- ',
  '\n',
  '\n  ',
  '\t',
  "'",
  '"',
  '{',
  '}',
  '[',
  ']',
  ',',
  '|',
  '>',
  '#',
  '%',
  '@',
  '`',
  '!x ',
  '\\',
  '? ',
]

describe('faults', () => {
  test('of text that is no YAML are told in Japanese, wherever a sign too many or too few stands', () => {
    const texts = ['id: a\ntitle: {en: A, ja: い}\nrules:\n  - id: b\n    note: |\n      A text.\n  - "c"\n']
    const told = new Set<string>()
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.nat(90),
        fc.constantFrom(...signs),
        fc.nat(3),
        (text, at, sign, cut) => {
          const broken = text.slice(0, at) + sign + text.slice(at + cut)
          for (const { message } of parseYaml('x.yaml', broken).problems) told.add(message)
        },
      ),
      { numRuns: 4_000, seed: 1 },
    )
    expect(told.size).toBeGreaterThan(10)
    const english = [...told].filter((message) => {
      const why = /^is not valid YAML: ([\s\S]*)$/.exec(message)?.[1]
      return readFault(message) === null || (why !== undefined && readFault(why) === null)
    })
    expect(english).toEqual([])
  })

  test('are told in Japanese, whatever the model or a form finds', () => {
    const told = tellers.flatMap((file) => sentencesIn(file).map((text) => ({ file, text })))
    expect(told.length).toBeGreaterThan(60)
    expect(told.filter(({ text }) => readFault(text) === null)).toEqual([])
  })

  test('are in English what they were', () => {
    for (const text of tellers.flatMap(sentencesIn)) expect(faultInWords(english, text)).toBe(text)
  })

  test('come with their values', () => {
    expect(readFault('names an unknown change “a”; did you mean “ab”?')).toEqual({
      code: 'unknownNear',
      values: { noun: 'change', id: 'a', near: 'ab' },
    })
    expect(faultInWords(japanese, 'holds 300 items: 200 at most')).toBe('300件あります。上限は200件です')
    expect(faultInWords(japanese, 'names an unknown value of recipient “x”')).toBe(
      '軸「recipient」に「x」という値はありません',
    )
    expect(faultInWords(japanese, 'line 3 is missing')).toBe('3行目：未入力です')
  })

  test('with words of ours in them are told too', () => {
    for (const type of ['a list', 'a group of fields', 'true or false', 'a text', 'a number'])
      expect(readFault(`must be ${type}`), type).not.toBeNull()
    for (const where of ['the same report', '“other”'])
      expect(
        readFault(
          `is \`agreed\` on 2024-01, and ${where} has \`decided\` on that day: which came first is not told. Give the instants in \`published\`, or other days in \`on\``,
        ),
      ).not.toBeNull()
  })

  test('that are none of ours stay as they are', () => {
    expect(faultInWords(japanese, 'Something else entirely')).toBe('Something else entirely')
    // What a person typed is no syntax.
    expect(faultInWords(japanese, 'names an unknown rule “{a} <b>”')).toContain('「{a} <b>」')
  })

  test('of an empty record of each kind are all Japanese', () => {
    for (const kind of recordKinds) {
      const parsed = parseRecord(kind, { id: 'A b' })
      const messages = parsed.ok ? [] : parsed.problems.map(({ message }) => faultInWords(japanese, message))
      expect(messages.length, kind).toBeGreaterThan(0)
      expect(messages.filter((text) => !/[\u3040-\u30ff\u4e00-\u9fff]/.test(text))).toEqual([])
    }
  })

  test('are Japanese whatever stands in a field', () => {
    const report = {
      ...{ id: 'r', source: 'kyodo-news', headline: { ja: 'x' }, published: '2024-01-01', url: 'https://example.org' },
      attribution: [{ who: 'x', named: true }],
      effects: [
        { change: 'open', kind: 'moves', stage: 'agreed', quote: { text: 'x', language: 'en' }, rules: ['arms'] },
      ],
      positions: [{ actor: 'komeito', change: 'open', stance: 'wary', on: '2024' }],
      expectations: [{ change: 'open', stage: 'in_force', from: '2024', until: '2025' }],
    }
    const { dossiers, sources } = contentOf()
    const records: [RecordKind, object | undefined][] = [
      ['report', report],
      ['source', { ...sources[0], tier: 'copy', country: 'JP' }],
      ['rule', dossiers[0]?.rules[0]],
      ['change', dossiers[0]?.changes[0]],
      ['actor', dossiers[0]?.actors[0]],
      ['dossier', dossiers[0]?.dossier],
    ]
    for (const [kind, record] of records) expect(englishOnly(kind, structuredClone(record)), kind).toEqual([])
  })

  test('warnings too', () => {
    const report = {
      id: 'r',
      url: 'https://user:secret@127.0.0.1:8080/?utm_source=x',
      headline: 'x'.repeat(300),
      published: '2030-01-01',
      effects: [],
      positions: [
        { actor: 'a', change: 'c', stance: 'supports' },
        { actor: 'a', change: 'c', stance: 'opposes' },
      ],
    }
    const warnings = warningsOf(report, { today: '2026-11-29', timeZone: 'Asia/Tokyo', stageOf: () => null })
    expect(warnings.length).toBeGreaterThan(4)
    for (const { message } of warnings) expect(faultInWords(japanese, message), message).toMatch(/[\u3040-\u9fff]/)
  })
})
