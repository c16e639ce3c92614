import { describe, expect, test } from 'vitest'
import { agreeing } from '@/lib/forms/beginning/agreeing'
import { type Answers, answersSchema, beginningFields, withAnswers } from '@/lib/forms/beginning/answers'
import { recordsOf, soundRecords } from '@/lib/forms/beginning/records'
import { type Dossier, defaultSite, parseRecord, validateDossier } from '@/lib/model'
import { answerTo, compileDossier, momentAt } from '@/lib/policy'
import { questionInWords } from '@/lib/words/sentence'

const place = { dossier: 'parks', source: 'gazette', hasSource: false, unnamed: null }
const whole: Answers = {
  title: 'Camping in the parks',
  question: 'May {Who} camp in {where}?',
  language: 'en',
  zone: 'Europe/Berlin',
  'dimension.0.name': 'Who',
  'dimension.0.values': 'Residents\nVisitors\n',
  'dimension.1.name': 'Where',
  'dimension.1.values': 'City parks\n– Lake park\n– Hill park\nOn\n',
  'actor.name': 'City council',
  'actor.kind': 'body',
  'rule.title': 'Residents may camp in city parks',
  'rule.scope.0': 'residents gone-by-now',
  'rule.scope.1': 'city-parks',
  'rule.to': 'conditional',
  'rule.conditions': 'With a permit',
  'source.name': 'The Gazette',
  'report.headline': 'Council opens parks to campers',
  'report.published': '2026-11-03',
  'report.stage': 'in_force',
  'report.quote': 'residents may camp',
}
const dataOf = (answers: Answers, kind: string) =>
  recordsOf(answers, place).records.find((one) => one.kind === kind)?.data as Record<string, never>

describe('five answers', () => {
  test('make records that are sound together, and answer what was told', () => {
    const begun = recordsOf(whole, place)
    expect(begun.problems).toEqual([])
    expect(begun.records.map(({ kind }) => kind)).toEqual(['dossier', 'source', 'actor', 'rule', 'change', 'report'])
    const sound = soundRecords(begun)
    expect(sound && validateDossier(sound.records, sound.sources)).toEqual([])
    const moment = momentAt(compileDossier(sound?.records as never), { on: '2026-11-30' })
    const asked = (who: string, where: string) => answerTo(moment, { who, where }).disposition
    expect(asked('residents', 'lake-park')).toBe('conditional')
    expect(asked('residents', 'value-4')).toBe('unstated')
    expect(asked('visitors', 'hill-park')).toBe('unstated')
  })

  test('a line that stands further in is inside of the one above', () => {
    const { dimensions } = dataOf(whole, 'dossier') as unknown as Dossier
    expect(dimensions[1]?.values.map(({ id, values = [] }) => [id, values.map((one) => one.id)])).toEqual([
      ['city-parks', ['lake-park', 'hill-park']],
      ['value-4', []],
    ])
  })

  test('a name in braces is its dimension, and one that the sentence leaves out stands behind it', () => {
    const told = (question: string) => {
      const parsed = parseRecord('dossier', dataOf({ ...whole, question }, 'dossier'))
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
      return questionInWords(parsed.record, { who: 'residents', where: 'lake-park' }, 'en')
    }
    expect(told('May {Who} camp in {where}?')).toBe('May Residents camp in Lake park?')
    expect(told('May {who} camp?')).toBe('May Residents camp? (Lake park)')
    expect(told('What may one do?')).toBe('What may one do? (Residents) (Lake park)')
  })

  test('in Japanese make ids of what they are', () => {
    const japanese = {
      ...whole,
      language: 'ja',
      question: '{誰}は入れるか',
      'dimension.0.name': '誰',
      'dimension.0.values': '市民\n旅行者',
    }
    const { dimensions, question } = dataOf(japanese, 'dossier') as unknown as Dossier
    expect(dimensions[0]).toEqual({
      id: 'dimension-1',
      name: { ja: '誰' },
      values: [
        { id: 'value-1', name: { ja: '市民' } },
        { id: 'value-2', name: { ja: '旅行者' } },
      ],
    })
    expect(question).toEqual({ ja: '{dimension-1}は入れるか[（{where}）]' })
    expect(recordsOf(japanese, place).problems).toEqual([])
  })

  test.each<[string, Answers, string, string]>([
    ['no title', { title: ' ' }, 'title', 'is missing'],
    [
      'an unknown blank',
      { question: 'May {Whos} camp?' },
      'question',
      'names an unknown dimension “Whos”; did you mean “Who”?',
    ],
    ['no zone', { zone: 'Mars/Olympus' }, 'zone', 'is not an IANA time zone such as Asia/Tokyo'],
    ['no second dimension', { 'dimension.1.name': '' }, 'dimension.1.name', 'is missing'],
    ['a third without values', { 'dimension.2.name': 'How' }, 'dimension.2.values', 'needs at least one value'],
    [
      'a value twice',
      { 'dimension.0.values': 'A\n a' },
      'dimension.0.values',
      '“a” is used by another value of this dimension too',
    ],
    ['a dimension twice', { 'dimension.1.name': 'who' }, 'dimension.1.name', 'is used by another dimension too'],
    [
      'no date',
      { 'report.published': 'soon' },
      'report.published',
      'is not a date: write 2023-08-23, or 2023-08 or 2023 where only that much is known',
    ],
    ['no address', { 'report.url': 'gazette' }, 'report.url', 'is not a web address starting with http:// or https://'],
    ['too long a quote', { 'report.quote': 'word '.repeat(30) }, 'report.quote', 'is 30 words long: quote at most 25'],
    [
      'no day for the rule',
      { 'rule.from': 'then' },
      'rule.from',
      'is not a date: write 2023-08-23, or 2023-08 or 2023 where only that much is known',
    ],
  ])('%s is told at its field, once', (_, over, name, message) => {
    const { problems } = recordsOf({ ...whole, ...over }, place)
    // A dimension without its name is missed in the sentence too.
    expect(problems.filter((one) => one.name === name)).toEqual([{ name, message }])
    expect(problems.filter((one) => one.name !== name && one.name !== 'question')).toEqual([])
  })

  test('a tracker without a name gets one, in the language of the answers alone', () => {
    const named = { ...whole, 'site.name': 'Parks watch', 'site.line': 'Who may camp where' }
    const siteOf = (answers: Answers, unnamed: typeof defaultSite | null) =>
      recordsOf(answers, { ...place, unnamed }).records.find(({ kind }) => kind === 'site')?.data
    expect(siteOf(named, defaultSite)).toEqual({
      ...defaultSite,
      name: { en: 'Parks watch' },
      line: { en: 'Who may camp where' },
      languages: ['en'],
      zone: 'Europe/Berlin',
    })
    expect(siteOf({ ...named, 'site.line': '' }, defaultSite)).toMatchObject({ line: { en: 'Parks watch' } })
    expect(siteOf(whole, defaultSite)).toBeUndefined()
    expect(siteOf(named, null)).toBeUndefined()
    const { problems } = recordsOf({ ...named, 'site.name': 'x'.repeat(20_001) }, { ...place, unnamed: defaultSite })
    expect(problems.map(({ name }) => name)).toEqual(['site.name'])
  })

  test('an article in another language than one’s own words', () => {
    const report = dataOf({ ...whole, 'report.language': 'nl' }, 'report')
    expect(report).toMatchObject({ language: 'nl', headline: { nl: 'Council opens parks to campers' } })
    expect(report).toMatchObject({ effects: [{ quote: { text: 'residents may camp', language: 'nl' } }] })
    expect(dataOf({ ...whole, 'report.language': 'nl' }, 'rule')).toMatchObject({ title: { en: whole['rule.title'] } })
  })

  test('no answers at all ask for what is needed, and draw nothing', () => {
    const begun = recordsOf({}, place)
    expect(begun.problems.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['title', 'question', 'dimension.0.name', 'actor.name', 'rule.to', 'report.headline']),
    )
    expect(soundRecords(begun)).toBeNull()
  })

  test('the picture shows what is there, whatever is still missing or wrong', () => {
    const some: Answers = {
      question: 'May {nobody} come?',
      zone: 'Mars',
      'dimension.0.name': 'Who',
      'dimension.0.values': 'A',
      'dimension.1.values': 'B',
    }
    const sound = soundRecords(recordsOf(some, place))
    expect(sound?.records.dossier.dimensions.map(({ id }) => id)).toEqual(['who', 'dimension-2'])
    const ruled = soundRecords(recordsOf({ ...some, 'rule.to': 'permitted', 'report.headline': 'x' }, place))
    expect(ruled?.records.changes).toHaveLength(1)
    expect(ruled?.records.reports).toEqual([])
  })

  test('are kept as they were typed, each question by itself', () => {
    const kept = withAnswers(whole, beginningFields.asked, [
      ['title', 'Other\r\nline'],
      ['rule.title', 'not of this question'],
      ['page', '/'],
    ])
    expect(kept).toEqual({ ...whole, title: 'Other\nline' })
    expect(answersSchema.safeParse({ title: 'x'.repeat(20_001) }).success).toBe(false)
    expect(answersSchema.safeParse({ strange: 'x' }).success).toBe(false)
  })

  test('sentence and dimensions agree, whichever was typed last', () => {
    const asked = agreeing({ ...whole, question: 'May {dogs} swim in {where} at {hour}?' }, 'asked')
    expect([0, 1, 2].map((at) => asked[`dimension.${at}.name` as 'dimension.0.name'])).toEqual([
      'dogs',
      'Where',
      'hour',
    ])
    const renamed = agreeing({ ...whole, 'dimension.0.name': 'Dogs' }, 'dimensions')
    expect(renamed.question).toBe('May {Dogs} camp in {where}?')
    // While a name is being typed anew there is none.
    const emptied = agreeing({ ...whole, 'dimension.0.name': '' }, 'dimensions')
    expect(agreeing({ ...emptied, 'dimension.0.name': 'Cats' }, 'dimensions').question).toBe(
      'May {Cats} camp in {where}?',
    )
    expect(agreeing(whole, 'rule')).toBe(whole)
    expect(agreeing({}, 'dimensions')).toEqual({})
  })
})
