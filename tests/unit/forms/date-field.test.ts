import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDateField } from '@/lib/forms/date-field'
import { applyReportForm } from '@/lib/forms/report'
import { formatDate } from '@/lib/words/dates'
import { anyDay } from '../../support/dossiers'

const typed = (name: string, value: string, data: object = { effects: [{}], expectations: [{}] }): unknown => {
  const applied = applyReportForm(data, [[name, value]], { verb: 'save' })
  return applied.ok ? applied.data : applied.message
}

describe('dates in the form of a report', () => {
  test.each([
    ['23 Aug 2023', '2023-08-23'],
    ['2023年8月23日', '2023-08-23'],
    ['２０２３－０８－２３', '2023-08-23'],
    ['2023-08-23 ', '2023-08-23'],
    ['Aug 2023', '2023-08'],
    [' 2023-08-23T18:00:00+09:00 ', '2023-08-23T18:00:00+09:00'],
    ['２０２３-08-23T18:00+09:00', '2023-08-23T18:00+09:00'],
    ['30 Feb 2023', '30 Feb 2023'],
    ['soon ', 'soon'],
  ])('%s is kept as %s', (text, kept) => {
    expect(typed('published', text)).toMatchObject({ published: kept })
    expect(typed('effects.0.on', text)).toMatchObject({ effects: [{ on: kept }] })
    expect(typed('expectations.0.from', text)).toMatchObject({ expectations: [{ from: kept }] })
    expect(typed('expectations.0.until', text)).toMatchObject({ expectations: [{ until: kept }] })
  })

  test('an emptied date is taken out', () => {
    expect(typed('effects.0.on', ' ', { effects: [{ on: '2023' }] })).toEqual({ effects: [{}] })
  })

  test('every date is read from whatever way the site writes it, wide figures and blanks included', () => {
    const wide = (text: string) => text.replace(/\d/g, (figure) => String.fromCharCode(figure.charCodeAt(0) + 0xfee0))
    fc.assert(
      fc.property(
        anyDay,
        fc.constantFrom(4, 7, 10),
        fc.constantFrom('en' as const, 'ja' as const),
        fc.boolean(),
        fc.constantFrom('', ' ', '\u3000'),
        (day, length, locale, isWide, blank) => {
          const date = day.slice(0, length)
          for (const text of [date, formatDate(date, locale)])
            expect(readDateField(`${blank}${isWide ? wide(text) : text}${blank}`)).toBe(date)
        },
      ),
    )
  })

  test('what is read is read as itself again, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const kept = readDateField(text)
        expect(readDateField(kept)).toBe(kept)
      }),
    )
  })
})
