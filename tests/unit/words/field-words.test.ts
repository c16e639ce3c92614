import { describe, expect, it } from 'vitest'
import { type RecordKind, recordKinds } from '@/lib/model'
import { fieldInWords, valueInWords } from '@/lib/words/field-words'
import { translator } from '@/lib/words/messages'
import { fieldNames } from '../../support/schema-fields'

const [en, ja] = [translator('en'), translator('ja')]

describe('a field in words', () => {
  it.each(recordKinds)('is told of every field of a %s', (kind) => {
    const names = fieldNames(kind)
    expect(names.length).toBeGreaterThan(4)
    expect(names.filter((name) => !en.has(`field.${name}` as 'field.id'))).toEqual([])
  })

  it('says which part of which item it is', () => {
    const inEnglish = (path: string) => fieldInWords(en, 'en', path)
    expect(inEnglish('effects.0.stage')).toBe('Effect 1: stage')
    expect(inEnglish('related.11')).toBe('Related report 12')
    expect(inEnglish('headline.ja')).toBe('Headline, Japanese')
    expect(inEnglish('effects.1.attribution.0.who.en')).toBe('Effect 2: attribution 1: who, English')
    expect(inEnglish('scope.end-use.2')).toBe('Scope: end use, 3')
    expect(inEnglish('dimensions.0.values.1.terms.en.0')).toBe('Dimension 1: value 2: terms in the news, English, 1')
    expect(inEnglish('words.not_required.label.ja')).toBe('Own words: Not required: label, Japanese')
    expect(inEnglish('words.stages.in_force')).toBe('Own words: words for stages: In force')
    expect(inEnglish('featured.1.end-use')).toBe('Case on front pages 2: end use')
    expect(inEnglish('untracked.0.scope.end-use.0')).toBe('Part not followed 1: scope: end use, 1')
    expect(inEnglish('translations.ja.summary')).toBe('Translations, Japanese: summary')
    expect(inEnglish('translations.ja.of')).toBe('Translations, Japanese: text translated')
    expect(inEnglish('of.0.actor')).toBe('Membership 1: actor')
    expect(fieldInWords(ja, 'ja', 'effects.0.stage')).toBe('影響1：段階')
    expect(fieldInWords(ja, 'ja', 'headline.ja')).toBe('見出し（日本語）')
  })

  it('has its closed values, dates and languages in words, and all else as it stands', () => {
    const said = (kind: RecordKind, path: string, value: string) => valueInWords(en, 'en', kind, path, value)
    expect(said('report', 'effects.0.stage', 'in_force')).toBe('In force')
    expect(said('report', 'effects.0.kind', 'moves')).toBe('Moves')
    expect(said('report', 'kind', 'official')).toBe('Official document')
    expect(said('report', 'sourcing', 'seen')).toBe('Seen')
    expect(said('change', 'alterations.3.to', 'none')).toBe('No longer stated')
    expect(said('report', 'effects.0.event', 'enjoined')).toBe('Enjoined by a court')
    expect(said('source', 'tier', 'copy')).toBe('A copy of another')
    expect(said('rule', 'basis.0.official', 'true')).toBe('yes')
    expect(said('actor', 'kind', 'party')).toBe('Party')
    expect(said('report', 'published', '2023-08')).toBe('August 2023')
    expect(said('report', 'language', 'ja')).toBe('Japanese')
    expect(said('report', 'summary', 'in_force')).toBe('in_force')
    expect(valueInWords(ja, 'ja', 'report', 'effects.0.stage', 'agreed')).toBe('合意')
  })
})
