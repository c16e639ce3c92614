import { describe, expect, test } from 'vitest'
import { applyFields } from '@/lib/forms/fields'
import { applyReportForm, readIntent } from '@/lib/forms/report'
import { reportShape } from '@/lib/forms/shape'
import { fieldAt } from '@/lib/forms/shown'

const applied = (data: unknown, fields: readonly (readonly [string, string])[]) => {
  const result = applyFields(reportShape, data, fields)
  return result.ok ? result.data : result.message
}
const sent = (data: unknown, fields: readonly (readonly [string, string])[], intent: string) => {
  const result = applyReportForm(data, fields, readIntent(intent))
  return result.ok ? result.data : { refused: result.message }
}

describe('fields of a form', () => {
  test('go where their path says, and keep what the form does not show', () => {
    const data = {
      id: 'r',
      headline: { en: 'Old', ja: '旧' },
      effects: [{ change: 'c', kind: 'moves', rules: ['a'], by: 'cabinet', note: { de: 'bleibt' } }],
    }
    expect(
      applied(data, [
        ['headline.en', 'New'],
        ['effects.0.stage', 'floated'],
      ]),
    ).toEqual({
      id: 'r',
      headline: { en: 'New', ja: '旧' },
      effects: [{ change: 'c', kind: 'moves', rules: ['a'], by: 'cabinet', note: { de: 'bleibt' }, stage: 'floated' }],
    })
    expect(data.headline.en).toBe('Old')
  })

  test('an emptied field is taken out, an emptied group with it', () => {
    const data = { effects: [{ change: 'c', quote: { text: 'x', language: 'en' }, note: { en: 'n' } }] }
    expect(
      applied(data, [
        ['effects.0.quote.text', ''],
        ['effects.0.quote.language', 'en'],
        ['effects.0.note.en', '  '],
      ]),
    ).toEqual({ effects: [{ change: 'c' }] })
  })

  test('one language is emptied, the others stay', () => {
    const data = { note: { en: 'One', ja: '一', 'zh-Hant': '壹' } }
    expect(applied(data, [['note.ja', '']])).toEqual({ note: { en: 'One', 'zh-Hant': '壹' } })
    expect(applied(data, [['note.zh-Hant', '貳']])).toEqual({ note: { en: 'One', ja: '一', 'zh-Hant': '貳' } })
  })

  test('a bare text stays bare until it gets another language', () => {
    expect(fieldAt(reportShape, { headline: 'Plain' }, 'headline.en')).toBe('Plain')
    expect(fieldAt(reportShape, { headline: 'Plain' }, 'headline.ja')).toBe('')
    expect(applied({ headline: 'Plain' }, [['headline.en', 'Plainer']])).toEqual({ headline: 'Plainer' })
    expect(applied({ headline: 'Plain' }, [['headline.ja', '平文']])).toEqual({
      headline: { en: 'Plain', ja: '平文' },
    })
  })

  test('a bare quote shows its text, and becomes a group when it gets a language', () => {
    const data = { effects: [{ quote: 'as said' }] }
    expect(fieldAt(reportShape, data, 'effects.0.quote.text')).toBe('as said')
    expect(
      applied(data, [
        ['effects.0.quote.text', 'as said'],
        ['effects.0.quote.language', 'ja'],
      ]),
    ).toEqual({ effects: [{ quote: { text: 'as said', language: 'ja' } }] })
    expect(applied(data, [['effects.0.quote.text', '']])).toEqual({ effects: [{}] })
  })

  test('line breaks, blanks and half characters of what was not touched are no change', () => {
    const data = {
      summary: 'one\r\ntwo\rthree \n',
      url: ' https://example.org ',
      language: 'e\nn',
      note: { en: 'half \ud800' },
      related: 'a b',
    }
    const back = [
      ['summary', 'one\r\ntwo\r\nthree \r\n'],
      ['url', 'https://example.org'],
      ['language', 'en'],
      ['note.en', 'half \ufffd'],
      ['related', 'a b'],
    ] as const
    expect(applied(data, back)).toEqual(data)
  })

  test('a name cannot reach the prototype, nor a field that the form does not have', () => {
    const data = { id: 'r' }
    expect(
      applied(data, [
        ['__proto__.polluted', 'yes'],
        ['constructor.prototype.polluted', 'yes'],
        ['headline.__proto__', 'yes'],
        ['headline.constructor', 'yes'],
        ['effects.x.kind', 'yes'],
        ['effects.-1.kind', 'yes'],
        ['effects.0', 'yes'],
        ['headline', 'yes'],
        ['id', 'other'],
        ['$ACTION_ID', 'x'],
      ]),
    ).toEqual(data)
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
  })

  test('a language that the form does not show is refused, however many are sent', () => {
    const names = Array.from({ length: 12_000 }, (_, at) => [`headline.cd-a${at.toString(36)}`, 'x'] as const)
    const applied = applyFields(reportShape, { headline: { en: 'a', fr: 'b' } }, names)
    expect(applied).toMatchObject({ ok: false, message: expect.stringContaining('which it does not show') })
    expect(applyFields(reportShape, { headline: { en: 'a', fr: 'b' } }, [['headline.fr', 'c']])).toMatchObject({
      ok: true,
    })
  })

  test('an item that the form cannot hold is refused, and makes nothing', () => {
    const data = { effects: [{ kind: 'moves' }] }
    expect(applied(data, [['effects.1.kind', 'confirms']])).toEqual({
      effects: [{ kind: 'moves' }, { kind: 'confirms' }],
    })
    expect(applied(data, [['effects.9999.kind', 'moves']])).toMatch(
      /names item 10000 of “effects”.*add items one by one/,
    )
    expect(applied(data, [['effects.2.kind', 'moves']])).toMatch(/names item 3/)
    expect(applied(data, [['effects.0.attribution.1.named', 'true']])).toMatch(
      /names item 2 of “effects.0.attribution”/,
    )
    const full = { effects: Array.from({ length: 100 }, () => ({ kind: 'moves' })) }
    expect(applied(full, [['effects.100.kind', 'moves']])).toMatch(/names item 101/)
  })
})

describe('the report editor’s form', () => {
  const draft = {
    id: 'r',
    effects: [
      { change: 'a', kind: 'moves', stage: 'floated', rules: ['x'], event: 'signed' },
      { change: 'b', kind: 'confirms', by: 'cabinet' },
    ],
  }

  test('keeps every field while a list grows or shrinks', () => {
    const grown = sent(draft, [['effects.1.note.en', 'typed']], 'add:effects')
    expect(grown.effects).toEqual([
      draft.effects[0],
      { change: 'b', kind: 'confirms', by: 'cabinet', note: { en: 'typed' } },
      { kind: 'moves' },
    ])
    expect(sent(grown, [], 'remove:effects.0').effects).toEqual((grown.effects as unknown[]).slice(1))
    expect(sent(draft, [], 'add:effects.1.attribution').effects).toEqual([
      draft.effects[0],
      { ...draft.effects[1], attribution: [{ named: false }] },
    ])
  })

  test('a list of a hundred grows no further', () => {
    const full = { effects: Array.from({ length: 100 }, () => ({ kind: 'moves' })) }
    expect(sent(full, [], 'add:effects').refused).toMatch(/holds at most 100/)
  })

  test('turns yes and no, and lines of ids, into what the schema asks for', () => {
    const fields = [
      ['attribution.0.who.en', 'party members'],
      ['attribution.0.named', 'false'],
      ['related', 'a-report\r\n  another-report\r\n'],
    ] as const
    expect(sent({}, fields, 'save')).toEqual({
      attribution: [{ who: { en: 'party members' }, named: false }],
      related: ['a-report', 'another-report'],
    })
  })

  test('an intent that makes no sense saves', () => {
    for (const text of ['remove:effects', 'drop:table', 'add:id', 'add:effects.0.rules', 'remove:__proto__.1'])
      expect(readIntent(text), text).toEqual({ verb: 'save' })
    expect(readIntent('review')).toEqual({ verb: 'review' })
    expect(readIntent('remove:effects.0.attribution.3')).toEqual({
      verb: 'remove',
      list: 'effects.0.attribution',
      index: 3,
    })
  })
})
