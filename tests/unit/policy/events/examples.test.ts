import { describe, expect, test } from 'vitest'
import type { DossierRecords } from '@/lib/model'
import { compileDossier, eventsOfDay, eventsOfPublishing, type PolicyEvent } from '@/lib/policy'
import { change, emptyDossier, moves, report, rule } from '../../../support/dossiers'

const of = <Kind extends PolicyEvent['kind']>(kind: Kind, events: readonly PolicyEvent[]) =>
  events.flatMap((event) => (event.kind === kind ? [event.data] : []))

/** An act that asks for something from August 2026, and what its parliament makes of the date. */
const act = (over: Partial<DossierRecords>): DossierRecords =>
  emptyDossier({
    rules: [rule('duty', { scope: { thing: ['radar'] } })],
    changes: [
      change('act', { rule: 'duty', to: 'required', from: '2026-08-02' }),
      change('delay', { rule: 'duty', to: 'not_required' }, { rule: 'duty', to: 'required', from: '2027-12-02' }),
    ],
    reports: [report('a', '2024-08-01', moves('act', 'in_force'))],
    ...over,
  })
const delayed = (on: string): DossierRecords => {
  const before = act({})
  return { ...before, reports: [...before.reports, report('d', '2026-06-01', moves('delay', 'in_force', on))] }
}

describe('dates of rules that are put off', () => {
  const putOff = {
    change: 'delay',
    stage: null,
    rules: ['duty'],
    before: '2026-08-02',
    after: '2027-12-02',
    direction: 'postponed',
    report: 'd',
  }

  test('are told when the change that puts them off is published in force', () => {
    const events = eventsOfPublishing(compileDossier(act({})), compileDossier(delayed('2026-06-01')), '2026-06-02')
    expect(of('postponed', events)).toEqual([putOff])
  })

  test('are told on its day when it was announced for one', () => {
    const compiled = compileDossier(delayed('2026-07-01'))
    const published = eventsOfPublishing(compileDossier(act({})), compiled, '2026-06-02')
    expect(of('postponed', published)).toEqual([])
    expect(of('postponed', eventsOfDay(compiled, '2026-07-01'))).toEqual([putOff])
    expect(of('postponed', eventsOfDay(compiled, '2026-07-02'))).toEqual([])
  })
})

describe('a step', () => {
  const told = (...on: string[]) =>
    compileDossier(
      act({ reports: on.map((date, at) => report(`r${at}`, `2025-01-0${at + 1}`, moves('act', 'in_force', date))) }),
    )

  test('that is told more exactly is no news, on another date it is', () => {
    expect(of('step', eventsOfPublishing(told('2024-08'), told('2024-08-01'), '2025-02-01'))).toEqual([])
    expect(of('step', eventsOfPublishing(told('2024-08-02'), told('2024-08-01'), '2025-02-01'))).toEqual([
      {
        change: 'act',
        before: { stage: 'in_force', date: '2024-08-02' },
        after: { stage: 'in_force', date: '2024-08-01' },
        report: 'r0',
      },
    ])
  })

  test('that is announced for an earlier day is brought forward', () => {
    expect(
      of('postponed', eventsOfPublishing(told('2025-06-01'), told('2025-06-01', '2025-05-01'), '2025-02-01')),
    ).toEqual([
      {
        change: 'act',
        stage: 'in_force',
        rules: [],
        before: '2025-06-01',
        after: '2025-05-01',
        direction: 'brought_forward',
        report: 'r1',
      },
    ])
  })
})

test('a forecast is told once for each outcome, one that a law sets itself never', () => {
  const guess = { change: 'act', stage: 'in_force' as const, until: '2024-12-31' }
  const forms = (...more: DossierRecords['reports']) =>
    compileDossier(act({ reports: [{ ...report('g', '2024-01-01'), expectations: [guess] }, ...more] }))
  expect(of('forecast', eventsOfDay(forms(), '2025-01-01'))).toMatchObject([
    { report: 'g', outcome: 'overdue', days: 1 },
  ])
  expect(of('forecast', eventsOfDay(forms(), '2025-01-02'))).toEqual([])
  const came = report('c', '2025-02-01', moves('act', 'in_force', '2025-02-01'))
  expect(of('forecast', eventsOfPublishing(forms(), forms(came), '2025-02-02'))).toMatchObject([
    { outcome: 'late', days: 32, by: 'c' },
  ])
  const law = {
    ...report('l', '2024-01-02', moves('act', 'decided')),
    kind: 'official' as const,
    expectations: [guess],
  }
  expect(of('forecast', eventsOfDay(compileDossier(act({ reports: [law] })), '2025-01-01'))).toEqual([])
})
