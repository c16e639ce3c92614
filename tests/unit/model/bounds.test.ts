import { describe, expect, test } from 'vitest'
import { readContent } from '@/lib/content'
import {
  type AnyRecord,
  bytesOf,
  defaultSite,
  isTooDeep,
  mostBytes,
  parseRecord,
  type RecordKind,
  titleOf,
  type Value,
} from '@/lib/model'
import { change, emptyDossier, leaf, moves, report, rule } from '../../support/dossiers'

const problemsOf = (kind: RecordKind, data: unknown): string[] => {
  const parsed = parseRecord(kind, data)
  return parsed.ok ? [] : parsed.problems.map(({ path, message }) => `${path.join('.')} ${message}`)
}
const many = <T>(count: number, make: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at))
const { dossier } = emptyDossier()
const withValues = (values: Value[]) => ({ ...dossier, dimensions: [{ id: 'thing', values }] })

describe('lists of a record hold so many items', () => {
  test.each<[RecordKind, string, (count: number) => object]>([
    ['report', 'effects', (count) => report('r', '2024-01-01', ...many(count, () => moves('c', 'agreed')))],
    ['report', 'related', (count) => ({ ...report('r', '2024-01-01'), related: many(count, (at) => `r${at}`) })],
    [
      'report',
      'attribution',
      (count) => ({ ...report('r', '2024-01-01'), attribution: many(count, () => ({ who: 'x', named: true })) }),
    ],
    [
      'report',
      'corrections',
      (count) => ({ ...report('r', '2024-01-01'), corrections: many(count, () => ({ on: '2024', note: 'x' })) }),
    ],
    ['rule', 'overrides', (count) => rule('r', { overrides: many(count, (at) => `r${at}`) })],
    ['rule', 'basis', (count) => rule('r', { basis: many(count, () => ({ instrument: 'x' })) })],
    ['change', 'starts', (count) => ({ ...change('c'), starts: many(count, (at) => `r${at}`) })],
    [
      'dossier',
      'dimensions',
      (count) => ({ ...dossier, dimensions: many(count, (at) => ({ id: `d${at}`, values: [leaf('x')] })) }),
    ],
    ['dossier', 'terms', (count) => ({ ...dossier, terms: many(count, () => ({ en: ['x'] })) })],
  ])('%s: %s, a hundred', (kind, field, make) => {
    expect(problemsOf(kind, make(100))).toEqual([])
    expect(problemsOf(kind, make(101))).toEqual([`${field} holds 101 items: 100 at most`])
    expect(problemsOf(kind, make(1000))).toEqual([`${field} holds 1000 items: 100 at most`])
  })

  test('alterations, values and scopes, two thousand', () => {
    const altering = (count: number) => change('c', ...many(count, () => ({ rule: 'r' })))
    expect(problemsOf('change', altering(2000))).toEqual([])
    expect(problemsOf('change', altering(2001))).toEqual(['alterations holds 2001 items: 2000 at most'])
    const scoped = (count: number) => rule('r', { scope: { thing: many(count, (at) => `v${at}`) } })
    expect(problemsOf('rule', scoped(2000))).toEqual([])
    expect(problemsOf('rule', scoped(2001))).toEqual(['scope.thing holds 2001 items: 2000 at most'])
    const flat = (count: number) => withValues(many(count, (at) => leaf(`v${at}`)))
    expect(problemsOf('dossier', flat(2000))).toEqual([])
    expect(problemsOf('dossier', flat(2001))).toContain('dimensions.0.values holds 2001 items: 2000 at most')
  })

  test('a tree of values counts as a whole', () => {
    const tree = (tops: number) =>
      withValues(many(tops, (at) => leaf(`t${at}`, ...many(99, (below) => leaf(`v${at}-${below}`)))))
    expect(problemsOf('dossier', tree(20))).toEqual([])
    expect(problemsOf('dossier', tree(21))).toEqual(['dimensions.0.values holds 2100 values in all: 2000 at most'])
    expect(
      problemsOf('dossier', { ...dossier, dimensions: [{ id: 'thing', values: [7, { values: 'x' }] }] }),
    ).not.toEqual([])
  })

  test('names of languages and dimensions are as few', () => {
    const inMany = Object.fromEntries(many(101, (at) => [`en-x${1000 + at}`, 'x']))
    expect(problemsOf('actor', { id: 'a', name: inMany, kind: 'party' }).join()).toContain('too many languages')
    const everywhere = Object.fromEntries(many(101, (at) => [`d${at}`, ['x']]))
    expect(problemsOf('rule', { ...rule('r'), scope: everywhere })).toEqual([
      'scope holds too many dimensions: 100 at most',
    ])
  })
})

test('texts are so long, by what they are for', () => {
  const long = (signs: number) => 'x'.repeat(signs)
  expect(problemsOf('report', { ...report('r', '2024-01-01'), summary: long(20_000), headline: long(2000) })).toEqual(
    [],
  )
  expect(problemsOf('report', { ...report('r', '2024-01-01'), summary: long(20_001) })).toEqual([
    'summary is 20001 signs long: 20000 at most',
  ])
  expect(problemsOf('report', { ...report('r', '2024-01-01'), headline: { en: long(2001) } })).toEqual([
    'headline.en is 2001 signs long: 2000 at most',
  ])
  const siteWith = (about: string) => problemsOf('site', { ...defaultSite, pages: { about: { en: about } } })
  expect(siteWith(long(60_000))).toEqual([])
  expect(siteWith(long(60_001))).toEqual(['pages.about.en is 60001 signs long: 60000 at most'])
  const said = { ...moves('c', 'agreed'), quote: { text: long(50_000), language: 'en' } }
  expect(problemsOf('report', report('r', '2024-01-01', said as never)).join()).toContain('2000 at most')
  expect(problemsOf('rule', { ...rule('r'), basis: [{ instrument: 'x', provision: long(301) }] })).toEqual([
    'basis.0.provision is 301 signs long: 300 at most',
  ])
  expect(
    problemsOf('source', { id: 's', name: 's', kind: 'other', url: `https://x.example/${long(2000)}` }).join(),
  ).toContain('too long')
})

test('a record has a bound in bytes, however its texts are spread', () => {
  const notes = (count: number) =>
    report('r', '2024-01-01', ...many(count, () => ({ ...moves('c', 'agreed'), note: '輸'.repeat(1000) })))
  expect(problemsOf('report', notes(80))).toEqual([])
  expect(problemsOf('report', notes(90))).toEqual([' is too large: 273 KB, and a report may have 256 KB'])
})

test('data that is nested without end is refused and does no harm', () => {
  let deep: unknown = { id: 'x' }
  for (let depth = 0; depth < 100_000; depth++) deep = { id: 'x', values: [deep] }
  expect(isTooDeep(deep)).toBe(true)
  expect(problemsOf('dossier', { ...dossier, dimensions: [{ id: 'thing', values: [deep] }] })).toEqual([
    ' is nested too deeply: 64 levels at most',
  ])
  expect(isTooDeep(dossier)).toBe(false)
})

test('what is shipped is far from every bound', async () => {
  const read = await readContent('content')
  if (!read.ok) throw new Error('content/ is not sound')
  for (const { dossier, rules, changes, actors, reports } of read.content.dossiers) {
    const kinds: [RecordKind, AnyRecord[]][] = [
      ['dossier', [dossier]],
      ['rule', rules],
      ['change', changes],
      ['actor', actors],
      ['report', reports],
    ]
    for (const [kind, all] of kinds) for (const one of all) expect(bytesOf(one)).toBeLessThan(mostBytes(kind) / 10)
  }
})

test('a title is the first of title, headline and name that says something, in English if it can be', () => {
  expect(titleOf({ headline: { ja: '輸出', en: 'Exports' } })).toBe('Exports')
  expect(titleOf({ headline: { en: ' ', ja: '輸出' }, title: ' ' })).toBe('輸出')
  expect(titleOf({ headline: 'v0.13.1', title: { en: 'Delay released' } })).toBe('Delay released')
  expect(titleOf({ headline: 7, title: { de: 'Ausfuhr' } })).toBe('Ausfuhr')
  expect(titleOf({ name: ` ${'輸'.repeat(400)}` })).toBe('輸'.repeat(300))
  for (const nothing of [null, undefined, 'x', [], {}, { headline: {} }, { name: [] }])
    expect(titleOf(nothing)).toBe('')
})
