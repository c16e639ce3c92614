import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type MergeChoice, mergeParts, mergeRecords } from '@/lib/forms/merge'

const text = fc.string({ maxLength: 6, unit: 'grapheme' })
const record = fc.record(
  {
    url: text,
    note: text,
    headline: fc.dictionary(fc.constantFrom('en', 'ja', 'fr'), text, { minKeys: 1 }),
    effects: fc.array(fc.record({ change: text, stage: fc.constantFrom('agreed', 'decided') }), { maxLength: 3 }),
  },
  { requiredKeys: [] },
)
const all = (choice: MergeChoice, ...[base, mine, theirs]: unknown[]) =>
  Object.fromEntries(mergeParts(base, mine, theirs).map(({ path }) => [path, choice]))

describe('two texts of one record', () => {
  test('taken whole are what they were, and what is suggested keeps what only one has changed', () => {
    fc.assert(
      fc.property(record, record, record, (base, mine, theirs) => {
        const sides = { base, mine, theirs }
        expect(mergeRecords(sides, {})).toEqual(mine)
        expect(mergeRecords(sides, all('theirs', base, mine, theirs))).toEqual(theirs)
        const suggested = Object.fromEntries(
          mergeParts(base, mine, base).map(({ path, suggested: choice }) => [path, choice]),
        )
        expect(mergeRecords({ base, mine, theirs: base }, suggested)).toEqual(mine)
        const fromThem = Object.fromEntries(
          mergeParts(base, base, theirs).map(({ path, suggested: choice }) => [path, choice]),
        )
        expect(mergeRecords({ base, mine: base, theirs }, fromThem)).toEqual(theirs)
      }),
    )
  })

  test('kept both, no item that either has added is missing', () => {
    fc.assert(
      fc.property(record, record, record, (base, mine, theirs) => {
        const merged = mergeRecords({ base, mine, theirs }, all('both', base, mine, theirs))
        const items = (of: { effects?: unknown[] }) => (of.effects ?? []).map((item) => JSON.stringify(item))
        const before = items(base)
        if (!mine.effects || !theirs.effects) return
        for (const item of items(mine)) expect(items(merged as typeof mine)).toContain(item)
        for (const item of items(theirs))
          if (!before.includes(item)) expect(items(merged as typeof mine)).toContain(item)
      }),
    )
  })

  test('tell which parts both have changed', () => {
    const base = { headline: { en: 'a', ja: 'あ' }, note: 'n' }
    const parts = mergeParts(base, { headline: { en: 'b', ja: 'あ' }, note: 'n' }, { headline: { en: 'c', ja: 'い' } })
    expect(parts.map(({ path, suggested, clashes }) => [path, suggested, clashes])).toEqual([
      ['headline.en', 'mine', true],
      ['headline.ja', 'theirs', false],
      ['note', 'theirs', false],
    ])
  })

  test('a name that objects have by themselves is a field like any other', () => {
    const theirs = JSON.parse('{"headline": {"constructor": "x"}}')
    expect(mergeParts(null, { headline: {} }, theirs)).toMatchObject([
      { path: 'headline.constructor', mine: undefined },
    ])
  })
})
