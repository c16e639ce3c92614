import { describe, expect, test } from 'vitest'
import {
  countWords,
  dayOfInstant,
  fieldName,
  firstDay,
  instantOf,
  isDate,
  isInstant,
  parseRecord,
  precisionOf,
  say,
  validateDossier,
} from '@/lib/model'
import { change, emptyDossier, leaf, moves, report, rule } from '../../support/dossiers'

const source = { id: 'kyodo-news', name: 'Kyodo News', kind: 'agency' as const }
const found = (over: Parameters<typeof emptyDossier>[0]) =>
  validateDossier(emptyDossier(over), [source]).map(
    ({ kind, id, path, message }) => `${kind} ${id} ${fieldName(path)}: ${message}`,
  )

describe('dates', () => {
  test('a date has the precision it is written with', () => {
    expect(['2023', '2023-08', '2023-08-23'].map(precisionOf)).toEqual(['year', 'month', 'day'])
    expect(['2023', '2023-08', '2023-08-23'].map(firstDay)).toEqual(['2023-01-01', '2023-08-01', '2023-08-23'])
  })

  test.each(['2023-02-30', '2023-13', '2023-8-3', '23-08-23', '20230823', '', '2023-08-23 '])('%j is no date', (text) =>
    expect(isDate(text)).toBe(false),
  )

  test('an instant needs an offset', () => {
    expect(isInstant('2023-08-23T18:00:00+09:00')).toBe(true)
    expect(isInstant('2023-08-23T18:00:00')).toBe(false)
    expect(isInstant('2023-08-23T25:00:00Z')).toBe(false)
  })

  test('an instant falls on the day of the time zone', () => {
    expect(dayOfInstant('2023-08-22T15:00:00Z', 'Asia/Tokyo')).toBe('2023-08-23')
    expect(dayOfInstant('2023-08-22T14:59:59Z', 'Asia/Tokyo')).toBe('2023-08-22')
    expect(dayOfInstant('2024-03-10T06:59:00Z', 'America/New_York')).toBe('2024-03-10')
    expect(instantOf('2023-08-23', 'Asia/Tokyo')).toBe('2023-08-22T15:00:00Z')
    expect(instantOf('2023-08', 'Europe/Brussels')).toBe('2023-07-31T22:00:00Z')
  })

  test('a year that YAML reads as a number is a year', () => {
    const parsed = parseRecord('report', { id: 'r', source: 's', headline: 'h', published: 2023 })
    expect(parsed.ok && parsed.record.published).toBe('2023')
  })
})

describe('text', () => {
  test('the reader’s language, then English, then what there is', () => {
    expect(say({ en: 'radar', ja: 'レーダー' }, 'ja')).toEqual({ text: 'レーダー', language: 'ja' })
    expect(say({ en: 'radar' }, 'ja')).toEqual({ text: 'radar', language: 'en' })
    expect(say({ ja: 'レーダー' }, 'en')).toEqual({ text: 'レーダー', language: 'ja' })
    expect(say('radar', 'ja')).toEqual({ text: 'radar', language: 'en' })
  })

  test('words are counted in English by spaces, in Japanese by the segmenter', () => {
    expect(countWords('non-combat purposes – only')).toBe(3)
    expect(countWords('武器輸出三原則によらないこととする')).toBeGreaterThan(4)
    expect(countWords('武器輸出三原則によらないこととする')).toBeLessThan(14)
  })

  test('a quote of 25 words passes, one of 26 is refused with its length', () => {
    const quoting = (words: number) =>
      parseRecord('report', {
        id: 'r',
        source: 's',
        headline: 'h',
        published: '2023-08-23',
        effects: [{ change: 'c', kind: 'confirms', quote: Array(words).fill('word').join(' ') }],
      })
    expect(quoting(25).ok).toBe(true)
    const refused = quoting(26)
    expect(refused.ok ? [] : refused.problems.map(({ path, message }) => `${fieldName(path)} ${message}`)).toEqual([
      'effects.0.quote.text is 26 words long: quote at most 25',
    ])
  })
})

describe('what a text may hold', () => {
  const of = (headline: unknown, summary = '') => {
    const parsed = parseRecord('report', { id: 'r', source: 's', headline, published: '2023', summary })
    return parsed.ok ? parsed.record : parsed.problems.map(({ path, message }) => `${fieldName(path)} ${message}`)
  }

  test('lines end in LF, and blank lines around a summary say nothing', () => {
    expect(of('a\r\nb', '\r\n one\r\ntwo \n')).toMatchObject({ headline: 'a\nb', summary: 'one\ntwo' })
  })

  test.each(['a\u0000', 'a\u001b[0m', 'half \ud83d'])('%j cannot be kept', (text) => {
    expect(of(text)).toEqual(['headline holds a control character or half a character, which cannot be kept'])
    expect(of('h', text)).toEqual(['summary holds a control character or half a character, which cannot be kept'])
  })

  test('what is wrong is named in the language it is wrong in', () => {
    expect(of('')).toEqual(['headline must not be empty'])
    expect(of({ en: 'h', ja: ' ' })).toEqual(['headline.ja must not be empty'])
    expect(of({ EN: 'h' })).toEqual(['headline.EN is not a language tag such as "en" or "zh-Hant"'])
    expect(of({ 'en-a1': 'h' })).toEqual(['headline.en-a1 is not a language tag such as "en" or "zh-Hant"'])
    expect(of({})).toEqual(['headline needs a text in at least one language'])
    expect(of(['h'])).toEqual(['headline must be a text, or one text per language such as {en: …, ja: …}'])
    expect(of({ 'zh-Hant': 'h', no: 'h' })).toMatchObject({ id: 'r' })
  })
})

describe('one record', () => {
  const problemsOf = (data: unknown) => {
    const parsed = parseRecord('report', data)
    return parsed.ok ? [] : parsed.problems.map(({ path, message }) => `${fieldName(path)}: ${message}`)
  }
  const sound = { id: 'r', source: 's', headline: 'h', published: '2023-08-23' }

  test('what is missing, misspelt or mistyped is named by its field', () => {
    expect(problemsOf({ ...sound, source: undefined })).toEqual(['source: is missing'])
    expect(problemsOf({ ...sound, titel: 'x' })).toEqual(['titel: is not a field of this record'])
    expect(problemsOf({ ...sound, published: '2023-02-30' })[0]).toMatch(/^published: is not a date: write 2023-08-23/)
    expect(problemsOf({ ...sound, effects: [{ change: 'c', kind: 'moves', stage: 'adopted' }] })[0]).toMatch(
      /^effects\.0\.stage: must be one of floated, proposed/,
    )
    expect(problemsOf({ ...sound, effects: [{ change: 'c', kind: 'moves' }] })[0]).toMatch(
      /^effects\.0\.stage: is missing/,
    )
    expect(problemsOf({ ...sound, url: 'javascript:alert(1)' })[0]).toMatch(/^url: is not a web address/)
    expect(problemsOf({ ...sound, id: 'No Slug' })[0]).toMatch(/^id: is not an id/)
  })

  test('an effect may be dated before or after its report', () => {
    expect(problemsOf({ ...sound, effects: [{ change: 'c', kind: 'moves', stage: 'agreed', on: '2019' }] })).toEqual([])
    expect(
      problemsOf({ ...sound, effects: [{ change: 'c', kind: 'moves', stage: 'in_force', on: '2030-01-01' }] }),
    ).toEqual([])
  })
})

describe('a dossier as a whole', () => {
  test('ids that point nowhere are named, with the near one', () => {
    const reports = [report('r', '2023-08-23', moves('weapons-in-five-purposes', 'floated'))]
    expect(found({ changes: [change('weapons-within-five-purposes')], reports })).toEqual([
      'report r effects.0.change: names an unknown change “weapons-in-five-purposes”; did you mean “weapons-within-five-purposes”?',
    ])
  })

  test('of very many that point nowhere only the first get a hint, which takes a while to find', () => {
    const reports = Array.from({ length: 150 }, (_, n) => report(`r${n}`, '2023', moves(`change-${n}`, 'floated')))
    const said = found({ changes: [change('change-x')], reports })
    expect(said).toHaveLength(150)
    expect(said.filter((one) => one.includes('did you mean'))).toHaveLength(100)
  })

  test('scopes name dimensions and values that exist', () => {
    expect(found({ rules: [rule('r', { scope: { thing: ['ship', 'tank'], colour: ['red'] } })] })).toEqual([
      'rule r scope.thing.1: names an unknown value of thing “tank”',
      'rule r scope.colour: names an unknown dimension “colour”',
    ])
  })

  test('a circle of overrides is shown all the way round', () => {
    const rules = [rule('a', { overrides: ['b'] }), rule('b', { overrides: ['c'] }), rule('c', { overrides: ['a'] })]
    expect(found({ rules })).toEqual(['rule c overrides.0: makes a circle: a → b → c → a'])
    expect(found({ rules: [rule('a', { overrides: ['a'] })] })).toEqual(['rule a overrides.0: is the rule itself'])
  })

  test('no id is both a leaf and an inner value', () => {
    const { dossier } = emptyDossier()
    const twice = { ...dossier, dimensions: [{ id: 'thing', values: [leaf('ship', leaf('radar')), leaf('ship')] }] }
    expect(found({ dossier: twice })).toEqual([
      'dossier test dimensions.0.values.1.id: “ship” is both a leaf and an inner value: give one of them another id',
    ])
  })

  test('ends do not come before beginnings, month precision included', () => {
    const alteration = { rule: 'r', from: '2024-03', until: '2024-02-29' }
    expect(found({ rules: [rule('r')], changes: [change('c', alteration)] })).toEqual([
      'change c alterations.0.until: is before `from` (2024-03)',
    ])
    expect(
      found({ rules: [rule('r')], changes: [change('c', { rule: 'r', from: '2024-03', until: '2024-03-01' })] }),
    ).toEqual([])
  })

  test('a date in the calendar starts rules that exist', () => {
    const starts = { ...change('c'), starts: ['r', 'nothing'] }
    expect(found({ rules: [rule('r')], changes: [starts] })).toEqual([
      'change c starts.1: names an unknown rule “nothing”',
    ])
  })

  test('a settlement names reports that exist', () => {
    const settled = (holds: string, against?: string) => ({
      ...change('c'),
      resolutions: [{ about: 'disputed' as const, holds, against, reason: 'It is the text itself.' }],
    })
    const reports = [report('r', '2023'), report('s', '2023')]
    expect(found({ changes: [settled('r', 's')], reports })).toEqual([])
    expect(found({ changes: [settled('q', 'nothing')], reports })).toEqual([
      'change c resolutions.0.holds: names an unknown report “q”',
      'change c resolutions.0.against: names an unknown report “nothing”',
    ])
  })

  test('an id used twice, an unknown publisher and a report related to itself are found', () => {
    const twins = [report('r', '2023'), { ...report('r', '2023'), source: 'nobody', related: ['r'] }]
    expect(found({ reports: twins })).toEqual([
      'report r id: is used by another report too: ids are unique',
      'report r source: names an unknown source “nobody”',
      'report r related.0: is the report itself',
    ])
  })
})
