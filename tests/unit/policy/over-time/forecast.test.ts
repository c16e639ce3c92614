import { describe, expect, test } from 'vitest'
import type { Change, Expectation, Report } from '@/lib/model'
import {
  comingDates,
  compileDossier,
  delayOf,
  forecastsAt,
  momentAt,
  scoreOf,
  silencedBy,
  statusOf,
} from '@/lib/policy'
import { change, emptyDossier, moves, report, rule } from '../../../support/dossiers'

const expecting = (over: Partial<Expectation>): Report => ({
  ...report('forecast', '2025-01-10'),
  expectations: [{ change: 'c', stage: 'in_force', ...over }],
})

/** What became of a forecast of 10 January 2025, on a day: [state, days]. */
function outcome(over: Partial<Expectation>, on: string, ...steps: Report[]) {
  const compiled = compileDossier(emptyDossier({ changes: [change('c')], reports: [expecting(over), ...steps] }))
  return forecastsAt(momentAt(compiled, { on })).map(({ state, days }) => [state, days])
}

describe('a forecast', () => {
  const arrived = report('arrived', '2025-04-11', moves('c', 'in_force', '2025-04-10'))

  test('is open until its window has closed, then overdue by the days since', () => {
    expect(outcome({ until: '2025-03' }, '2025-03-31')).toEqual([['open', 0]])
    expect(outcome({ until: '2025-03' }, '2025-04-02')).toEqual([['overdue', 2]])
    expect(outcome({ from: '2025-03' }, '2026-04-02')).toEqual([['open', 0]])
  })

  test('is met within its window or before, late after it', () => {
    expect(outcome({ from: '2025-05', until: '2025-06' }, '2025-07-01', arrived)).toEqual([['met', 0]])
    expect(outcome({ until: '2025-04' }, '2025-07-01', arrived)).toEqual([['met', 0]])
    expect(outcome({ until: '2025-03' }, '2025-07-01', arrived)).toEqual([['late', 10]])
    expect(outcome({ until: '2025-03' }, '2025-04-09', arrived)).toEqual([['overdue', 9]])
  })

  test('a later rung of the ladder holds the earlier ones', () => {
    expect(outcome({ stage: 'agreed', until: '2025-12' }, '2025-07-01', arrived)).toEqual([['met', 0]])
  })

  test('is missed when the change has ended otherwise', () => {
    const dropped = report('dropped', '2025-02-11', moves('c', 'withdrawn', '2025-02-10'))
    expect(outcome({ until: '2025-12' }, '2025-03-01', dropped)).toEqual([['missed', 0]])
  })

  test('what was reached before and then lost is no fulfilment', () => {
    const before = report('before', '2024-09-01', moves('c', 'in_force', '2024-09-01'))
    const lost = report('lost', '2024-11-01', moves('c', 'suspended', '2024-11-01'))
    expect(outcome({ until: '2025-11-10' }, '2025-11-22', before, lost)).toEqual([['overdue', 12]])
    const back = report('back', '2025-11-20', moves('c', 'in_force', '2025-11-20'))
    expect(outcome({ until: '2025-11-10' }, '2025-11-22', before, lost, back)).toEqual([['late', 10]])
  })

  test('what is lost between the report and its window is no fulfilment either', () => {
    const before = report('before', '2024-09-01', moves('c', 'in_force', '2024-09-01'))
    const lost = report('lost', '2025-01-20', moves('c', 'suspended', '2025-01-20'))
    const window = { from: '2026-01-20', until: '2026-01-20' }
    expect(outcome(window, '2026-01-20', before, lost)).toEqual([['open', 0]])
    expect(outcome(window, '2026-01-22', before, lost)).toEqual([['overdue', 2]])
    const back = report('back', '2026-01-20', moves('c', 'in_force', '2026-01-20'))
    expect(outcome(window, '2026-01-22', before, lost, back)).toEqual([['met', 0]])
  })

  describe('whose date a later measure moves', () => {
    const act = change(
      'act',
      { rule: 'duty', to: 'not_required', until: '2026-08-01' },
      { rule: 'duty', to: 'required', from: '2026-08-02' },
    )
    const delay = change(
      'delay',
      { rule: 'duty', to: 'not_required', until: '2027-12-01' },
      { rule: 'duty', to: 'required', from: '2027-12-02' },
    )
    const started = moves('start', 'in_force')
    const inForce = (id: string, on: string) => report(`${id}-${on}`, on, moves(id, 'in_force'))
    /** What became, on a day, of the forecast of 10 January 2025 that the duty starts on 2 August 2026. */
    function become(
      on: string,
      steps: Report[],
      over: Partial<Change> = {},
      more: Change[] = [],
      until = '2026-08-02',
    ) {
      const start = { ...change('start'), starts: ['duty'], ...over }
      const expected = { change: 'start', until }
      const compiled = compileDossier(
        emptyDossier({
          rules: [rule('duty'), rule('other')],
          changes: [act, delay, start, ...more],
          reports: [expecting(expected), inForce('act', '2024-08-01'), ...steps],
        }),
      )
      return forecastsAt(momentAt(compiled, { on })).map(({ state, moved }) =>
        moved ? `${state}: ${moved.to} by ${moved.by.id}` : state,
      )[0]
    }
    const moved = 'superseded: 2027-12-02 by delay'
    const delayed = [inForce('delay', '2026-07-27')]

    test.each([
      ['before the measure is in force', '2026-07-26', delayed, 'open'],
      ['once it is, the window not yet closed', '2026-07-27', delayed, moved],
      ['after the window', '2026-11-22', delayed, moved],
      ['after the new date too', '2028-01-01', [...delayed, report('came', '2027-12-02', started)], moved],
      ['nothing has moved it', '2026-11-22', [], 'overdue'],
      ['the measure is only decided', '2026-11-22', [report('r', '2026-07-27', moves('delay', 'decided'))], 'overdue'],
      ['the measure was there before the forecast', '2026-11-22', [inForce('delay', '2025-01-10')], 'overdue'],
      [
        'it came within the window all the same',
        '2026-11-22',
        [...delayed, report('came', '2026-08-02', started)],
        'met',
      ],
      [
        'it came late, and only then the measure',
        '2026-11-22',
        [inForce('delay', '2026-10-01'), report('came', '2026-09-01', started)],
        'late',
      ],
      [
        'it ended, and only then the measure',
        '2026-11-22',
        [inForce('delay', '2026-10-01'), report('ended', '2026-09-01', moves('start', 'withdrawn'))],
        'missed',
      ],
      [
        'the measure is repealed again',
        '2026-11-22',
        [...delayed, report('r', '2026-10-01', moves('delay', 'repealed'))],
        'overdue',
      ],
    ])('%s, on %s', (_, on, steps, expected) => expect(become(on, steps)).toBe(expected))

    test('only if every rule that it starts is put off', () => {
      expect(become('2026-11-22', delayed, { starts: ['duty', 'other'] })).toBe('overdue')
    })

    test('only if the new date lies past the window', () => {
      expect(become('2026-11-22', delayed, {}, [], '2027-12-02')).toBe('open')
      expect(become('2026-11-22', delayed, {}, [], '2027-12-01')).toBe(moved)
    })

    test('the latest of several measures says to when', () => {
      const again = change(
        'again',
        { rule: 'duty', to: 'not_required' },
        { rule: 'duty', to: 'required', from: '2030-01' },
      )
      const back = change(
        'back',
        { rule: 'duty', to: 'not_required' },
        { rule: 'duty', to: 'required', from: '2026-08-02' },
      )
      const steps = [...delayed, inForce('back', '2026-07-30'), inForce('again', '2026-10-01')]
      expect(become('2026-07-29', steps, {}, [again, back])).toBe(moved)
      expect(become('2026-09-30', steps, {}, [again, back])).toBe('overdue')
      expect(become('2026-10-01', steps, {}, [again, back])).toBe('superseded: 2030-01 by again')
    })

    test('also of a change that alters the rule itself', () => {
      const own = { starts: undefined, alterations: change('start', { rule: 'duty' }).alterations }
      expect(become('2026-11-22', delayed, own)).toBe(moved)
    })
  })

  test('does not stand before its report does', () => {
    expect(outcome({ until: '2025-03' }, '2025-01-09')).toEqual([])
  })

  test('scores count each once', () => {
    const reports = [
      expecting({ until: '2025-03' }),
      { ...expecting({ until: '2025-04' }), id: 'other' },
      report('arrived', '2025-04-11', moves('c', 'in_force', '2025-04-10')),
    ]
    const compiled = compileDossier(emptyDossier({ changes: [change('c')], reports }))
    expect(scoreOf(forecastsAt(momentAt(compiled, { on: '2025-12-31' })))).toEqual({
      met: 1,
      late: 1,
      missed: 0,
      open: 0,
      overdue: 0,
      superseded: 0,
      daysLate: 10,
    })
  })
})

test('coming dates: what turns, what reports date ahead; in order, and nothing of a mere proposal', () => {
  const compiled = compileDossier(
    emptyDossier({
      rules: [rule('arms')],
      changes: [
        change(
          'law',
          { rule: 'arms', to: 'not_required', until: '2026-01-31' },
          { rule: 'arms', to: 'required', from: '2026-02' },
        ),
        change('idea', { rule: 'arms', to: 'prohibited', from: '2026-01-15' }),
      ],
      reports: [
        report('r1', '2025-06-01', moves('law', 'in_force')),
        report('r2', '2025-06-02', moves('idea', 'proposed')),
        report('r3', '2025-06-03', moves('idea', 'decided', '2026-03-01')),
      ],
    }),
  )
  const due = (on: string, known?: string) =>
    comingDates(momentAt(compiled, { on, known })).map(({ kind, on: day, shown }) => [kind, day, shown])
  expect(due('2025-12-01')).toEqual([
    ['turns', '2026-02-01', '2026-02-01'],
    ['step', '2026-03-01', '2026-03-01'],
  ])
  expect(due('2026-02-01').map(([kind]) => kind)).toEqual(['step'])
  expect(due('2025-12-01', '2025-06-02').map(([kind]) => kind)).toEqual(['turns'])
})

test('a date that a later change has put off is not due any more; the change says to when', () => {
  const compiled = compileDossier(
    emptyDossier({
      rules: [rule('duty')],
      changes: [
        change(
          'act',
          { rule: 'duty', to: 'not_required', until: '2026-08-01' },
          { rule: 'duty', to: 'required', from: '2026-08-02' },
        ),
        change(
          'delay',
          { rule: 'duty', to: 'not_required', until: '2027-12-01' },
          { rule: 'duty', to: 'required', from: '2027-12-02' },
        ),
      ],
      reports: [
        report('r1', '2024-08-01', moves('act', 'in_force')),
        report('r2', '2026-07-27', moves('delay', 'in_force')),
      ],
    }),
  )
  const due = (on: string) => comingDates(momentAt(compiled, { on, known: on })).map(({ on: day }) => day)
  expect(due('2026-07-01')).toEqual(['2026-08-02'])
  expect(due('2026-07-27')).toEqual(['2027-12-02'])
  const status = statusOf(momentAt(compiled, { on: '2026-11-22' }), 'duty')
  expect(status && delayOf(compiled, status, 'duty')).toEqual({ to: '2027-12-02', from: '2026-08-02' })
  const after = statusOf(momentAt(compiled, { on: '2028-01-01' }), 'duty')
  expect(after && delayOf(compiled, after, 'duty')).toBeUndefined()
})

test('a suspension is what silences a rule, by name', () => {
  const compiled = compileDossier(
    emptyDossier({
      rules: [rule('affiliates')],
      changes: [change('rule', { rule: 'affiliates', to: 'required' })],
      reports: [
        report('r1', '2025-09-29', moves('rule', 'in_force')),
        report('r2', '2025-11-10', moves('rule', 'suspended')),
      ],
    }),
  )
  expect(silencedBy(momentAt(compiled, { on: '2025-10-01' }), 'affiliates')).toBeNull()
  expect(silencedBy(momentAt(compiled, { on: '2026-01-01' }), 'affiliates')).toMatchObject({
    change: 'rule',
    stage: 'suspended',
    on: '2025-11-10',
  })
})
