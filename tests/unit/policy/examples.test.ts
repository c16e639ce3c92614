import { describe, expect, test } from 'vitest'
import {
  changesInMotion,
  compileDossier,
  impactOf,
  lifeOf,
  momentAt,
  ruleHistory,
  statusOf,
  turningDays,
  UnknownCaseError,
  verdictOf,
} from '@/lib/policy'
import { change, emptyDossier, moves, report, rule } from '../../support/dossiers'

const ship = { thing: 'ship', place: 'near' }

describe('the life of a change', () => {
  test('an instant counts as its day in the time zone of the dossier', () => {
    const compiled = compileDossier(
      emptyDossier({ changes: [change('c')], reports: [report('r', '2023-08-22T15:30:00Z', moves('c', 'floated'))] }),
    )
    expect(lifeOf(momentAt(compiled, { on: '2023-08-22' }), 'c')).toBeNull()
    expect(lifeOf(momentAt(compiled, { on: '2023-08-23' }), 'c')?.on).toBe('2023-08-23')
  })

  test('a month counts from its first day', () => {
    const compiled = compileDossier(
      emptyDossier({ changes: [change('c')], reports: [report('r', '2023-07-05', moves('c', 'floated', '2023-06'))] }),
    )
    expect(lifeOf(momentAt(compiled, { on: '2023-06-01' }), 'c')?.stage).toBe('floated')
    expect(lifeOf(momentAt(compiled, { on: '2023-05-31' }), 'c')).toBeNull()
  })

  test('a stretch in force begins with its first step, and goes on through a suspension', () => {
    const compiled = compileDossier(
      emptyDossier({
        changes: [change('c')],
        reports: [
          report('r1', '2020-01-01', moves('c', 'in_force')),
          report('r2', '2020-02-01', moves('c', 'suspended')),
          report('r3', '2020-03-01', moves('c', 'in_force')),
          report('r4', '2020-04-01', moves('c', 'in_force')),
        ],
      }),
    )
    expect(lifeOf(momentAt(compiled, { on: '2020-05-01' }), 'c')?.inForceOn).toBe('2020-01-01')
    expect(lifeOf(momentAt(compiled, { on: '2020-05-01' }), 'c')?.on).toBe('2020-03-01')
    expect(lifeOf(momentAt(compiled, { on: '2020-02-15' }), 'c')?.stage).toBe('suspended')
  })
})

describe('the status of a rule', () => {
  const postponed = emptyDossier({
    rules: [rule('r')],
    changes: [
      change('act', { rule: 'r', to: 'required', from: '2026-08-02' }),
      change(
        'omnibus',
        { rule: 'r', to: 'not_required', until: '2027-12-01' },
        { rule: 'r', to: 'required', from: '2027-12-02' },
      ),
    ],
    reports: [
      report('a', '2024-08-01', moves('act', 'in_force')),
      report('b', '2026-07-27', moves('omnibus', 'in_force')),
    ],
  })

  test('a postponement says no now and yes from the new date', () => {
    const compiled = compileDossier(postponed)
    const said = (on: string) => statusOf(momentAt(compiled, { on }), 'r')?.disposition ?? null
    expect(said('2026-07-26')).toBeNull()
    expect(said('2026-08-02')).toBe('not_required')
    expect(said('2027-12-02')).toBe('required')
    expect(statusOf(momentAt(compiled, { on: '2027-12-31' }), 'r')?.since).toBe('2027-12-02')
  })

  test('what is known only later is not yet said', () => {
    const moment = momentAt(compileDossier(postponed), { on: '2026-08-02', known: '2026-07-01' })
    expect(statusOf(moment, 'r')?.disposition).toBe('required')
  })

  test('its history is a list of periods without gaps', () => {
    expect(
      ruleHistory(compileDossier(postponed), 'r').map(({ from, until, value }) => [from, until, value?.disposition]),
    ).toEqual([
      ['2026-07-27', '2027-12-01', 'not_required'],
      ['2027-12-02', null, 'required'],
    ])
  })

  test('a suspension lets what was in force before show again', () => {
    const compiled = compileDossier(
      emptyDossier({
        rules: [rule('r')],
        changes: [change('old', { rule: 'r', to: 'prohibited' }), change('new', { rule: 'r', to: 'permitted' })],
        reports: [
          report('1', '2020-01-01', moves('old', 'in_force')),
          report('2', '2021-01-01', moves('new', 'in_force')),
          report('3', '2022-01-01', moves('new', 'suspended')),
        ],
      }),
    )
    const said = (on: string) => statusOf(momentAt(compiled, { on }), 'r')?.disposition
    expect([said('2020-06-01'), said('2021-06-01'), said('2022-06-01')]).toEqual([
      'prohibited',
      'permitted',
      'prohibited',
    ])
  })
})

describe('the verdict', () => {
  const general = rule('general')
  const narrow = rule('narrow', { scope: { thing: ['weapon'] } })
  const both = [change('c1', { rule: 'general', to: 'prohibited' }), change('c2', { rule: 'narrow', to: 'permitted' })]
  const reports = [
    report('1', '2021-01-01', moves('c1', 'in_force')),
    report('2', '2020-01-01', moves('c2', 'in_force')),
  ]

  test('the narrower rule speaks, whichever is older', () => {
    const compiled = compileDossier(emptyDossier({ rules: [general, narrow], changes: both, reports }))
    const verdict = verdictOf(momentAt(compiled, { on: '2022-01-01' }), ship)
    expect(verdict).toMatchObject({
      disposition: 'permitted',
      rule: 'narrow',
      change: 'c2',
      since: '2020-01-01',
      conflict: false,
    })
    expect(verdict.overridden).toEqual([
      { rule: 'general', by: 'narrow', reason: 'narrower', disposition: 'prohibited' },
    ])
    expect(verdict.evidence.map(({ report: { id } }) => id)).toEqual(['2'])
  })

  test('an explicit override beats the narrower rule', () => {
    const rules = [{ ...general, overrides: ['narrow'] }, narrow]
    const compiled = compileDossier(emptyDossier({ rules, changes: both, reports }))
    expect(verdictOf(momentAt(compiled, { on: '2022-01-01' }), ship).rule).toBe('general')
  })

  test('equals of one day: the stricter speaks, and the conflict is said', () => {
    const compiled = compileDossier(
      emptyDossier({
        rules: [rule('a'), rule('b')],
        changes: [change('c1', { rule: 'a', to: 'permitted' }), change('c2', { rule: 'b', to: 'conditional' })],
        reports: [report('1', '2021-01-01', moves('c1', 'in_force'), moves('c2', 'in_force'))],
      }),
    )
    const verdict = verdictOf(momentAt(compiled, { on: '2022-01-01' }), ship)
    expect(verdict).toMatchObject({ disposition: 'conditional', rule: 'b', conflict: true })
    expect(verdict.overridden[0]?.reason).toBe('stricter')
  })

  test('nothing speaks: unstated, never prohibited', () => {
    const verdict = verdictOf(momentAt(compileDossier(emptyDossier()), { on: '2022-01-01' }), ship)
    expect(verdict).toMatchObject({ disposition: 'unstated', rule: null, change: null, since: null, evidence: [] })
  })

  test('what is only proposed is pending, not said', () => {
    const compiled = compileDossier(
      emptyDossier({
        rules: [general],
        changes: [both[0] ?? change('')],
        reports: [report('1', '2021-01-01', moves('c1', 'proposed'))],
      }),
    )
    const moment = momentAt(compiled, { on: '2021-01-01' })
    expect(verdictOf(moment, ship)).toMatchObject({
      disposition: 'unstated',
      pending: [{ change: 'c1', rule: 'general', stage: 'proposed', to: 'prohibited', from: null }],
    })
    expect(changesInMotion(moment).map(({ change: { change: c } }) => c.id)).toEqual(['c1'])
  })

  test('an unknown leaf is refused by name', () => {
    const moment = momentAt(compileDossier(emptyDossier()), { on: '2022-01-01' })
    expect(() => verdictOf(moment, { thing: 'weapon', place: 'near' })).toThrow(UnknownCaseError)
  })
})

describe('the impact of an effect', () => {
  const records = emptyDossier({
    rules: [rule('general'), rule('narrow', { scope: { thing: ['weapon'] } })],
    changes: [
      change('ban', { rule: 'general', to: 'prohibited' }),
      change('ease', { rule: 'narrow', to: 'conditional' }),
    ],
    reports: [
      report('1', '2020-01-01', moves('ban', 'in_force')),
      report('2', '2021-01-01', moves('ease', 'proposed')),
      report('3', '2021-06-01', moves('ease', 'proposed')),
      report('4', '2022-01-01', moves('ease', 'in_force')),
      report('5', '2023-01-01', moves('ease', 'repealed')),
    ],
  })
  const of = (id: string) => {
    const impact = impactOf(compileDossier(records), id, 0)
    return (
      impact && [impact.before, impact.after, impact.hypothetical, impact.differences.map(({ direction }) => direction)]
    )
  }

  test('a proposal would relax, its adoption relaxes, its repeal tightens', () => {
    expect(of('2')).toEqual([null, 'proposed', true, ['relaxes', 'relaxes', 'relaxes', 'relaxes']])
    expect(of('4')).toEqual(['proposed', 'in_force', false, ['relaxes', 'relaxes', 'relaxes', 'relaxes']])
    expect(of('5')).toEqual(['in_force', 'repealed', false, ['tightens', 'tightens', 'tightens', 'tightens']])
  })

  test('what is decided and comes into force on one day moves answers once, by its coming into force', () => {
    const sameDay = {
      ...records,
      reports: [
        report('1', '2020-01-01', moves('ban', 'in_force')),
        report('2', '2022-01-01', moves('ease', 'decided'), moves('ease', 'in_force')),
      ],
    }
    const compiled = compileDossier(sameDay)
    expect([0, 1].map((at) => impactOf(compiled, '2', at)?.differences.length)).toEqual([0, 4])
  })

  test('a law that puts off what another brings is told by the day on which that would have come', () => {
    const compiled = compileDossier(
      emptyDossier({
        rules: [rule('r', { scope: { thing: ['ship'] } })],
        changes: [
          change('act', { rule: 'r', to: 'not_required' }, { rule: 'r', to: 'required', from: '2026-08-02' }),
          change('delay', { rule: 'r', to: 'not_required' }, { rule: 'r', to: 'required', from: '2027-12-02' }),
        ],
        reports: [
          report('1', '2024-08-01', moves('act', 'in_force')),
          report('2', '2026-03-01', moves('delay', 'proposed')),
          report('3', '2026-07-27', moves('delay', 'in_force')),
        ],
      }),
    )
    const relaxed = ['relaxes', 'relaxes']
    for (const [id, hypothetical] of [
      ['2', true],
      ['3', false],
    ] as const) {
      const impact = impactOf(compiled, id, 0)
      expect(impact).toMatchObject({ from: '2026-08-02', hypothetical })
      expect(impact?.differences.map(({ direction }) => direction)).toEqual(relaxed)
    }
  })

  test('a report that says what was already so moves nothing', () => expect(of('3')).toBeNull())

  test('two reports of one step are both measured from before it', () => {
    const twice = { ...records, reports: [...records.reports, report('4b', '2022-01-01', moves('ease', 'in_force'))] }
    const compiled = compileDossier(twice)
    expect(['4', '4b'].map((id) => impactOf(compiled, id, 0)?.before)).toEqual(['proposed', 'proposed'])
  })

  test('the turning days are those on which an answer changes', () =>
    expect(turningDays(compileDossier(records))).toEqual(['2020-01-01', '2022-01-01', '2023-01-01']))
})
