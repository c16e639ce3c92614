import { describe, expect, test } from 'vitest'
import { applyFields, fieldAt } from '@/lib/forms/fields'
import { applyReportForm, readIntent } from '@/lib/forms/report'

describe('fields of a form', () => {
  test('go where their path says, and keep what the form does not show', () => {
    const data = {
      id: 'r',
      headline: { en: 'Old', ja: '旧' },
      effects: [{ change: 'c', kind: 'moves', note: { de: 'bleibt' } }],
    }
    const fields = [
      ['headline.en', 'New'],
      ['effects.0.stage', 'floated'],
    ] as const
    expect(applyFields(data, fields)).toEqual({
      id: 'r',
      headline: { en: 'New', ja: '旧' },
      effects: [{ change: 'c', kind: 'moves', note: { de: 'bleibt' }, stage: 'floated' }],
    })
    expect(data.headline.en).toBe('Old')
  })

  test('an emptied field is taken out, an emptied group with it', () => {
    const data = { effects: [{ change: 'c', quote: { text: 'x', language: 'en' } }] }
    const fields = [
      ['effects.0.quote.text', ''],
      ['effects.0.quote.language', '  '],
    ] as const
    expect(applyFields(data, fields)).toEqual({ effects: [{ change: 'c' }] })
  })

  test('one text becomes one per language when a form asks for languages', () => {
    expect(applyFields({ headline: 'Plain' }, [['headline.ja', '平文']])).toEqual({
      headline: { en: 'Plain', ja: '平文' },
    })
    expect(fieldAt({ headline: 'Plain' }, 'headline.en')).toBe('Plain')
    expect(fieldAt({ headline: 'Plain' }, 'headline.ja')).toBe('')
  })

  test('a name cannot reach the prototype', () => {
    applyFields({}, [
      ['__proto__.polluted', 'yes'],
      ['constructor.prototype.polluted', 'yes'],
    ])
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
  })
})

describe('the report editor’s form', () => {
  const draft = {
    id: 'r',
    effects: [
      { change: 'a', kind: 'moves', stage: 'floated' },
      { change: 'b', kind: 'confirms' },
    ],
  }

  test('keeps every field while a list grows or shrinks', () => {
    const grown = applyReportForm(draft, [['effects.1.note', 'typed']], readIntent('add:effects'))
    expect(grown.effects).toEqual([
      ...draft.effects.slice(0, 1),
      { change: 'b', kind: 'confirms', note: 'typed' },
      { kind: 'moves' },
    ])
    expect(applyReportForm(grown, [], readIntent('remove:effects.0')).effects).toEqual(
      (grown.effects as unknown[]).slice(1),
    )
  })

  test('takes no field that a report does not have', () => {
    expect(
      applyReportForm(
        draft,
        [
          ['id', 'other'],
          ['$ACTION_ID', 'x'],
          ['intent', 'save'],
        ],
        readIntent('save'),
      ),
    ).toEqual(draft)
  })

  test('turns yes and no, and lines of ids, into what the schema asks for', () => {
    const fields = [
      ['attribution.0.who.en', 'party members'],
      ['attribution.0.named', 'false'],
      ['attribution.1.who.en', 'the government'],
      ['attribution.1.named', 'true'],
      ['related', 'a-report\r\n  another-report\r\n'],
    ] as const
    expect(applyReportForm({}, fields, { verb: 'save' })).toEqual({
      attribution: [
        { who: { en: 'party members' }, named: false },
        { who: { en: 'the government' }, named: true },
      ],
      related: ['a-report', 'another-report'],
    })
  })

  test('an intent that makes no sense saves', () => {
    expect(readIntent('remove:effects')).toEqual({ verb: 'save' })
    expect(readIntent('drop:table')).toEqual({ verb: 'save' })
  })
})
