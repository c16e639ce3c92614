import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { recordFields } from '@/lib/content'
import { fieldChanges } from '@/lib/content/field-changes'
import { losses, wordsTaken } from '@/lib/content/losses'
import type { Report } from '@/lib/model'
import { wordChanges } from '@/lib/words/word-changes'
import { anyDossier } from '../../support/dossiers'

const report = (over: object): object => ({
  id: 'r',
  source: 's',
  headline: { en: 'A headline', ja: '見出し' },
  published: '2024-01-01',
  ...over,
})
const changes = (before: object | null, after: object | null) =>
  fieldChanges('report', before && report(before), after && report(after))

const effect = (change: string, over: object = {}) => ({ change, kind: 'confirms', ...over })

describe('what differs between two states of a record', () => {
  test('a language that goes is told by its own field', () => {
    expect(changes({ note: { en: 'Note', ja: '注記' } }, { note: { en: 'Note' } })).toEqual([
      { path: 'note.ja', before: '注記', after: null },
    ])
  })

  test('a bare text that gets a language kept its English', () => {
    expect(changes({ note: 'Note' }, { note: { en: 'Note', ja: '注記' } })).toEqual([
      { path: 'note.ja', before: null, after: '注記' },
    ])
  })

  test('an item taken out of a list does not make the others look changed', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((change) => effect(change, { note: { en: `About ${change}` } }))
    expect(changes({ effects: [a, b, c] }, { effects: [a, c] }).map(({ path, after }) => [path, after])).toEqual([
      ['effects.1.change', null],
      ['effects.1.kind', null],
      ['effects.1.note.en', null],
    ])
    expect(changes({ effects: [a, b, c] }, { effects: [b, { ...c, stage: 'agreed' }] })).toContainEqual({
      path: 'effects.1.stage',
      before: null,
      after: 'agreed',
    })
  })

  test('defaults that are written out are no difference, and a draft need not be sound', () => {
    expect(changes({}, { language: 'en', effects: [], sourcing: 'unseen' })).toEqual([])
    expect(changes({}, { published: 'soon' })).toEqual([{ path: 'published', before: '2024-01-01', after: 'soon' }])
  })

  test('a record that was not there is all new, one that goes is all gone', () => {
    expect(changes(null, {}).every(({ before }) => before === null)).toBe(true)
    expect(changes({}, null).every(({ after }) => after === null)).toBe(true)
  })

  const texts = (report: Report | null): string[] => {
    const walk = (value: unknown): string[] =>
      typeof value === 'object' && value !== null ? Object.values(value).flatMap(walk) : [String(value)]
    return report ? walk(recordFields('report', report)).sort() : []
  }
  const without = (all: string[], some: (string | null)[]): string[] => {
    const left = [...all]
    for (const text of some) if (text !== null) left.splice(left.indexOf(text), 1)
    return left
  }

  test('nothing is passed over: what is not told stands in both', () => {
    fc.assert(
      fc.property(anyDossier, fc.nat(), fc.nat(), ({ reports }, a, b) => {
        const before = reports[a % Math.max(1, reports.length)] ?? null
        const after = reports[b % Math.max(1, reports.length)] ?? null
        const found = fieldChanges('report', before, after)
        expect(
          without(
            texts(before),
            found.map((one) => one.before),
          ),
        ).toEqual(
          without(
            texts(after),
            found.map((one) => one.after),
          ),
        )
        expect(fieldChanges('report', before, before)).toEqual([])
      }),
      { numRuns: 100 },
    )
  })

  test('words kept and taken are the text before, words kept and added the text after', () => {
    const words = fc.array(fc.constantFrom('arms', 'may', 'go', '防衛', '装備', '移転', 'を', '。', ',', '\n', ' '))
    fc.assert(
      fc.property(words, words, (a, b) => {
        const [before, after] = [a.join(' '), b.join(' ')]
        const parts = wordChanges(before, after)
        const join = (...kinds: string[]) =>
          parts
            .filter(({ kind }) => kinds.includes(kind))
            .map(({ text }) => text)
            .join('')
        expect(join('kept', 'added')).toBe(after)
        expect(join('taken', 'kept').replace(/\s+/g, '')).toBe(before.replace(/\s+/g, ''))
      }),
    )
  })
})

describe('what readers lose', () => {
  const summary = 'The Cabinet adopted the change in the morning, and the ministry published its text at noon.'

  test('a language, a text, and most of a text are asked about; ids and dates are not', () => {
    const found = losses(
      changes(
        {
          note: { en: 'Note', ja: '注記' },
          summary,
          url: 'https://example.org',
          effects: [effect('a', { on: '2024' })],
        },
        { note: { en: 'Note' }, summary: 'Adopted.', effects: [effect('a')] },
      ),
    )
    expect(found).toEqual([
      { path: 'note.ja', what: 'language', words: 1 },
      { path: 'summary', what: 'most', words: 15 },
    ])
    expect(losses(changes({ summary }, {}))).toEqual([{ path: 'summary', what: 'text', words: 16 }])
    expect(losses(changes({ summary }, { summary: `${summary} More.` }))).toEqual([])
  })

  test('words are counted, in Japanese by segments', () => {
    expect(wordsTaken({ path: 'summary', before: 'one two three', after: 'one three' })).toBe(1)
    expect(wordsTaken({ path: 'summary.ja', before: '防衛装備の移転', after: null })).toBeGreaterThan(2)
    expect(wordsTaken({ path: 'id', before: 'one', after: null })).toBe(0)
  })
})
