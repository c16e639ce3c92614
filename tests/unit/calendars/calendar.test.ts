import ICAL from 'ical.js'
import nodeIcal from 'node-ical'
import { describe, expect, test } from 'vitest'
import { entriesOf } from '@/lib/calendars/entries'
import { toCalendar } from '@/lib/calendars/ical'
import { type DossierRecords, type Locale, locales } from '@/lib/model'
import { compileDossier, momentAt } from '@/lib/policy'
import { change, emptyDossier, moves, report, rule } from '../../support/dossiers'

const long = '防衛装備移転三原則の運用指針の改正により、共同開発した完成品の第三国への移転を認める、その条件と手続き'

const dossierWith = (starts: string, forecast: { from?: string; until?: string } = { until: '2026-09' }) =>
  emptyDossier({
    rules: [rule('arms', { title: { en: 'Arms; “exports”, all', ja: long } }), rule('ships')],
    changes: [
      change('open', { rule: 'arms', from: starts }, { rule: 'ships', from: starts }),
      change('later', { rule: 'arms', to: 'prohibited' }),
    ],
    reports: [
      report('r1', '2026-01-02', moves('open', 'in_force', '2026-01-01')),
      {
        ...report('r2', '2026-01-03', moves('later', 'proposed')),
        expectations: [{ change: 'later', stage: 'decided', ...forecast }],
      },
      report('r3', '2026-01-04', moves('later', 'agreed', '2026-08')),
    ],
  })

function written(
  records: DossierRecords,
  { locale = 'en', sequence = 0 }: { locale?: Locale; sequence?: number } = {},
) {
  const moment = momentAt(compileDossier(records, []), { on: '2026-02-01' })
  const entries = entriesOf(moment, locale).map((entry) => ({ ...entry, sequence }))
  return toCalendar({
    title: 'Test',
    description: 'Dates',
    locale,
    root: `https://example.org/${locale}`,
    url: `https://example.org/${locale}/test/calendar.ics`,
    authority: { name: 'example.org', since: '2026-01-01' },
    updated: '2026-02-01T00:00:00.000Z',
    entries,
  })
}

const read = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((one) => {
    const event = new ICAL.Event(one)
    const [from, until] = [event.startDate.toString(), event.endDate.toString()]
    return {
      uid: event.uid,
      sequence: event.sequence,
      title: event.summary,
      from,
      until,
      isDay: event.startDate.isDate,
    }
  })

describe('a calendar of coming dates', () => {
  test('tells days as days, and a month or a window as the span that it is', () => {
    expect(read(written(dossierWith('2026-12-02')))).toMatchObject([
      { title: 'later: Agreed', from: '2026-08-01', until: '2026-09-01', isDay: true },
      { title: 'Forecast: later, Decided', from: '2026-09-01', until: '2026-10-01', isDay: true },
      { title: 'Arms; “exports”, all and 1 more: “Permitted”', from: '2026-12-02', until: '2026-12-03', isDay: true },
    ])
  })

  test('keeps the entry when its date is moved: it is the same, on another day, in a later version', () => {
    const [before, after] = [written(dossierWith('2026-12-02')), written(dossierWith('2027-03-01'), { sequence: 1 })]
    const own = (text: string) => read(text).find(({ title }) => title.startsWith('Arms'))
    expect(own(after)).toMatchObject({ uid: own(before)?.uid, from: '2027-03-01', sequence: 1 })
    expect(read(after)).toHaveLength(read(before).length)
  })

  test('is folded by octets, whatever the script, and another reader understands it', async () => {
    for (const locale of locales) {
      const text = written(dossierWith('2026-12-02'), { locale })
      for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
      const events = Object.values(await nodeIcal.async.parseICS(text)).filter((one) => one?.type === 'VEVENT')
      expect(events).toHaveLength(3)
    }
    expect(read(written(dossierWith('2026-12-02'), { locale: locales[1] })).at(-1)?.title).toContain(long)
    const ids = locales.map((locale) => read(written(dossierWith('2026-12-02'), { locale }))[0]?.uid)
    expect(new Set(ids).size).toBe(locales.length)
  })

  test('of nothing is a calendar still', () => {
    expect(read(written(emptyDossier()))).toEqual([])
  })
})
