import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { casesOf, compileDossier, decide, momentAt, outlookOf, type Prospect } from '@/lib/policy'
import { anyDay, anyDossier, change, emptyDossier, moves, report, rule } from '../../../support/dossiers'

const ship = { thing: 'ship', place: 'near' }

function outlook(
  over: Parameters<typeof emptyDossier>[0],
  on: string,
  question: Record<string, string> = ship,
  known?: string,
): readonly Prospect[] {
  const found = outlookOf(momentAt(compileDossier(emptyDossier(over)), { on, known }), question)
  if (found === 'tooWide') throw new Error('too wide')
  return found
}

/** [kind, change, from, before, after] of what moves, and what comes later. */
const told = (found: readonly Prospect[]) =>
  found.map(({ kind, change: id, from, moved, later }) => [
    kind,
    id,
    from,
    ...moved.map(({ before, after }) => `${before.disposition} > ${after.disposition}`),
    ...later.map((step) => `${step.after.disposition} ${step.from}`),
  ])

const ban = { rules: [rule('ships', { scope: { thing: ['ship'] } })] }

describe('what is to become of an answer', () => {
  test('a proposal names its stage, and the step that gave it as the report dates it', () => {
    const found = outlook(
      {
        ...ban,
        changes: [change('c', { rule: 'ships', to: 'conditional', conditions: ['asked'] })],
        reports: [
          report('r1', '2023-08-01', moves('c', 'floated', '2023-07')),
          report('r2', '2023-08-23', moves('c', 'proposed')),
        ],
      },
      '2023-09-01',
    )
    expect(found).toMatchObject([
      {
        kind: 'would',
        change: 'c',
        stage: 'proposed',
        since: '2023-08-23',
        from: null,
        moved: [{ example: ship, cases: 1 }],
      },
    ])
    expect(found[0]?.moved[0]?.after).toMatchObject({ disposition: 'conditional', conditions: ['asked'] })
  })

  test('what is decided comes on the day that a report gives ahead; what is only proposed has no such day', () => {
    const step = report('r2', '2023-10-25', moves('c', 'in_force', '2023-11-17'))
    const decided = report('r1', '2023-10-17', moves('c', 'decided'))
    const over = (...reports: ReturnType<typeof report>[]) => ({
      ...ban,
      changes: [change('c', { rule: 'ships', to: 'prohibited' as const })],
      reports,
    })
    expect(outlook(over(decided, step), '2023-11-01')).toMatchObject([
      { kind: 'comes', stage: 'decided', since: '2023-10-17', from: '2023-11-17' },
    ])
    expect(outlook(over(decided, step), '2023-11-01', ship, '2023-10-20')).toMatchObject([
      { kind: 'would', from: null },
    ])
    expect(outlook(over(decided, step), '2023-11-17')).toEqual([])
    const proposed = report('r0', '2023-10-01', moves('c', 'proposed'))
    expect(outlook(over(proposed, step), '2023-11-01', ship, '2023-10-20')).toMatchObject([
      { kind: 'would', stage: 'proposed', from: null },
    ])
  })

  test('of what comes on one day only that which will decide is told', () => {
    const over = {
      rules: [rule('ships', { scope: { thing: ['ship'] }, overrides: ['duty'] }), rule('duty')],
      changes: [
        change('ease', { rule: 'ships', to: 'conditional' as const }),
        change('tariff', { rule: 'duty', to: 'required' as const }),
      ],
      reports: [
        report('r1', '2026-01-13', moves('ease', 'decided'), moves('tariff', 'decided')),
        report('r2', '2026-01-13', moves('ease', 'in_force', '2026-01-15'), moves('tariff', 'in_force', '2026-01-15')),
      ],
    }
    expect(told(outlook(over, '2026-01-14'))).toEqual([['comes', 'ease', '2026-01-15', 'unstated > conditional']])
  })

  const act = change(
    'act',
    { rule: 'ships', to: 'not_required', until: '2026-08-01' },
    { rule: 'ships', to: 'required', from: '2026-08-02' },
  )
  const delay = change(
    'delay',
    { rule: 'ships', to: 'not_required', until: '2027-12-01' },
    { rule: 'ships', to: 'required', from: '2027-12-02' },
  )
  const law = report('r1', '2024-08-01', moves('act', 'in_force'))

  test('a law in force is told by each of its dates ahead', () => {
    const steps = change(
      'act',
      { rule: 'ships', to: 'not_required', until: '2025-02-01' },
      { rule: 'ships', to: 'conditional', from: '2025-02-02', until: '2026-08-01' },
      { rule: 'ships', to: 'required', from: '2026-08-02' },
    )
    expect(told(outlook({ ...ban, changes: [steps], reports: [law] }, '2025-01-01'))).toEqual([
      ['comes', 'act', '2025-02-02', 'not_required > conditional'],
      ['comes', 'act', '2026-08-02', 'conditional > required'],
    ])
  })

  test('a proposal to put off what a law brings differs from the day of that law, up to its own', () => {
    const reports = [
      law,
      report('r2', '2025-11-19', moves('delay', 'proposed')),
      // What came of it is not yet known on the day that is asked about.
      report('r3', '2026-07-27', moves('delay', 'in_force')),
    ]
    expect(told(outlook({ ...ban, changes: [act, delay], reports }, '2026-03-01', ship, '2026-03-01'))).toEqual([
      ['comes', 'act', '2026-08-02', 'not_required > required'],
      ['would', 'delay', '2026-08-02', 'required > not_required', 'required 2027-12-02'],
    ])
  })

  test('an abolition reads otherwise than a delay, and what is decided with a date no longer says “would”', () => {
    const abolish = change('abolish', { rule: 'ships', to: 'not_required' })
    const proposed = [law, report('r2', '2025-11-19', moves('abolish', 'proposed'))]
    expect(told(outlook({ ...ban, changes: [act, abolish], reports: proposed }, '2026-03-01'))[1]).toEqual([
      'would',
      'abolish',
      '2026-08-02',
      'required > not_required',
    ])
    const decided = [
      law,
      report('r2', '2026-06-29', moves('delay', 'decided')),
      report('r3', '2026-07-24', moves('delay', 'in_force', '2026-07-27')),
    ]
    expect(told(outlook({ ...ban, changes: [act, delay], reports: decided }, '2026-07-26'))).toEqual([
      ['comes', 'delay', '2027-12-02', 'not_required > required'],
    ])
  })

  test('a narrower rule differs from the day on which the wider one turns, not from a date of somebody else', () => {
    const over = {
      rules: [rule('marking'), rule('older', { scope: { thing: ['ship'] } })],
      changes: [
        change(
          'act',
          { rule: 'marking', to: 'not_required', until: '2026-08-01' },
          { rule: 'marking', to: 'required', from: '2026-08-02' },
        ),
        change(
          'grace',
          { rule: 'older', to: 'not_required', until: '2026-12-01' },
          { rule: 'older', to: 'required', from: '2026-12-02' },
        ),
        change(
          'rival',
          { rule: 'older', to: 'not_required', until: '2026-11-01' },
          { rule: 'older', to: 'required', from: '2026-11-02' },
        ),
      ],
      reports: [law, report('r2', '2026-05-07', moves('grace', 'agreed'), moves('rival', 'rejected'))],
    }
    expect(told(outlook(over, '2026-07-01'))).toEqual([
      ['comes', 'act', '2026-08-02', 'not_required > required'],
      ['would', 'grace', '2026-08-02', 'required > not_required', 'required 2026-12-02'],
    ])
  })

  test('counts the cases of a question that a change would move, and leaves out a change that would move none', () => {
    const over = {
      rules: [rule('ships', { scope: { thing: ['ship'] } }), rule('guns', { scope: { thing: ['gun'] } })],
      changes: [
        change('law', { rule: 'ships', to: 'prohibited' as const }),
        change('again', { rule: 'ships', to: 'prohibited' as const }, { rule: 'guns', to: 'permitted' as const }),
      ],
      reports: [
        report('r1', '2020-01-01', moves('law', 'in_force')),
        report('r2', '2020-02-01', moves('again', 'proposed')),
      ],
    }
    expect(outlook(over, '2020-03-01')).toEqual([])
    expect(outlook(over, '2020-03-01', { thing: 'weapon' })).toMatchObject([
      { change: 'again', moved: [{ example: { thing: 'gun', place: 'near' }, cases: 2 }] },
    ])
  })

  test('of a question it is what it is of each of its cases', () => {
    fc.assert(
      fc.property(anyDossier, anyDay, (records, on) => {
        const moment = momentAt(compileDossier(records), { on })
        const all = outlookOf(moment, {})
        if (all === 'tooWide') throw new Error('too wide')
        const cases = casesOf(moment.compiled, {})
        for (const kind of ['comes', 'would'])
          for (const { id } of moment.compiled.standing.changes) {
            const one = (found: readonly Prospect[]) => found.filter((line) => line.kind === kind && line.change === id)
            const count = (found: readonly Prospect[]) =>
              one(found)
                .flatMap(({ from, moved }) => moved.map(({ cases: some }) => [from, some] as const))
                .reduce((sum, [, some]) => sum + some, 0)
            const each = cases.map((kase) => outlookOf(moment, kase) as readonly Prospect[])
            expect(count(all)).toBe(each.reduce((sum, found) => sum + count(found), 0))
          }
      }),
      { numRuns: 60 },
    )
  })

  test('a change adopted on the day asked about answers as a report of its being in force would', () => {
    fc.assert(
      fc.property(anyDossier, anyDay, (records, on) => {
        const moment = momentAt(compileDossier(records), { on })
        for (const { kind, change: id, from, moved } of outlookOf(moment, {}) as readonly Prospect[]) {
          if (kind === 'comes' || from !== null) continue
          const step = report('zzz', '2030-01-01', moves(id, 'in_force', on))
          const then = momentAt(compileDossier({ ...records, reports: [...records.reports, step] }), { on })
          for (const { example, after } of moved)
            expect(decide(then, example)).toMatchObject({
              disposition: after.disposition,
              conditions: after.conditions,
            })
        }
      }),
    )
  })
})
