import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readContent } from '@/lib/content'
import {
  type Actor,
  absorb,
  type Change,
  firstId,
  mentionsIn,
  type Report,
  recordsMentioning,
  recordsOf,
  renameIn,
  renamingsOf,
  type Source,
  underNewId,
  validateDossier,
} from '@/lib/model'
import { change, moves, report, rule } from '../../support/dossiers'

const read = await readContent('content')
if (!read.ok) throw new Error('The content cannot be read.')
const { dossiers, sources } = read.content

describe('another id', () => {
  test('is followed by everything in the shipped dossiers, whatever gets one: they stay sound, and nothing else changes', () => {
    for (const records of dossiers) {
      const { dossier } = records
      const all = recordsOf(records)
      const mentions = all.flatMap(({ kind, record }) => mentionsIn(kind, record).map(({ mention }) => mention))
      expect(mentions.length).toBeGreaterThan(100)
      fc.assert(
        fc.property(fc.constantFrom(...mentions), (what) => {
          const to = 'quite-another-id'
          const after = all.map(({ kind, record }) => {
            const data = renameIn(kind, record, { what, to })
            return kind === what.kind && record.id === what.id ? underNewId(data, to) : data
          })
          const of = <Kind extends string>(kind: Kind) => after.filter((_, at) => all[at]?.kind === kind)
          const form = {
            dossier: of('dossier')[0] as typeof dossier,
            rules: of('rule') as typeof records.rules,
            changes: of('change') as typeof records.changes,
            actors: of('actor') as typeof records.actors,
            reports: of('report') as typeof records.reports,
          }
          const publishers = sources.map((one) =>
            what.kind === 'source' && one.id === what.id ? underNewId(one, to) : one,
          )
          expect(validateDossier(form, publishers)).toEqual([])
          expect(recordsMentioning(form, what)).toEqual([])
          expect(recordsMentioning(form, { ...what, id: to }).length).toBe(recordsMentioning(records, what).length)
        }),
        { numRuns: 60 },
      )
    }
  })

  test('leaves a record that does not name it as it is', () => {
    const one = report('r', '2024', moves('c', 'proposed'))
    expect(renameIn('report', one, { what: { kind: 'change', id: 'other' }, to: 'x' })).toBe(one)
    expect(renameIn('rule', rule('c'), { what: { kind: 'change', id: 'c' }, to: 'x' })).toEqual(rule('c'))
  })

  test('keeps the former ones in their order, and takes one back', () => {
    const first = report('a', '2024')
    const twice = underNewId(underNewId(first, 'b'), 'c')
    expect(twice).toMatchObject({ id: 'c', formerly: ['a', 'b'] })
    expect(firstId(twice)).toBe('a')
    expect(underNewId(twice, 'a')).toMatchObject({ id: 'a', formerly: ['b', 'c'] })
  })

  test('of a dimension goes into the blanks of the question', () => {
    const dossier = { question: { en: 'May {thing} go?' }, dimensions: [{ id: 'thing', values: [] }] }
    expect(renameIn('dossier', dossier, { what: { kind: 'dimension', id: 'thing' }, to: 'item' })).toEqual({
      question: { en: 'May {item} go?' },
      dimensions: [{ id: 'item', values: [], formerly: ['thing'] }],
    })
  })
})

describe('two that are one', () => {
  const actor = (id: string, over: Partial<Actor> = {}): Actor => ({ id, name: id, kind: 'party', ...over })

  test('leave the one that stays its text, and give it all ids of the other', () => {
    const source = (id: string, formerly?: string[]): Source => ({
      id,
      name: id,
      kind: 'agency',
      ...(formerly && { formerly }),
    })
    expect(absorb(source('kyodo', ['k']), source('kyodo-news', ['kn']))).toEqual(
      source('kyodo', ['k', 'kyodo-news', 'kn']),
    )
  })

  test('leave no actor that belongs to itself, and nothing told twice', () => {
    const stays = actor('ldp', { of: [{ actor: 'ruling' }] })
    const goes = actor('lib-dem', { of: [{ actor: 'ruling' }, { actor: 'ldp' }, { actor: 'bloc' }] })
    expect(absorb(stays, goes).of).toEqual([{ actor: 'ruling' }, { actor: 'bloc' }])
    const position = (who: string) => ({ actor: who, change: 'c', stance: 'wary' as const })
    const told = { ...report('r', '2024'), positions: [position('ldp'), position('lib-dem')] }
    expect(renameIn('report', told, { what: { kind: 'actor', id: 'lib-dem' }, to: 'ldp' }).positions).toEqual([
      position('ldp'),
    ])
  })
})

test('a publication says itself what it renames, and so does the one that undoes it', () => {
  const before = change('old', { rule: 'r' })
  const next: Change = underNewId(before, 'new')
  const turn = { kind: 'change', dossier: 'd' } as const
  const renaming = { dossier: 'd', what: { kind: 'change', id: 'old' }, to: 'new' }
  expect(
    renamingsOf([
      { ...turn, id: 'old', before, next: null },
      { ...turn, id: 'new', before: null, next },
    ]),
  ).toEqual([renaming])
  expect(
    renamingsOf([
      { ...turn, id: 'old', before: null, next: before },
      { ...turn, id: 'new', before: next, next: null },
    ]),
  ).toEqual([{ dossier: 'd', what: { kind: 'change', id: 'new' }, to: 'old' }])
  expect(renamingsOf([{ ...turn, id: 'new', before: null, next }])).toEqual([])
  expect(renamingsOf([{ ...turn, id: 'old', before, next: null }])).toEqual([])
  const told: Report = report('r', '2024')
  expect(
    renamingsOf([{ kind: 'report', dossier: 'd', id: 'r', before: told, next: { ...told, headline: 'Other' } }]),
  ).toEqual([])
})
