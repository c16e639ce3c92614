import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  adoptionsOf,
  answerTo,
  casesOf,
  compileDossier,
  decide,
  lifeOf,
  momentAt,
  silentAmong,
  verdictOf,
} from '@/lib/policy'
import { anyDay, anyDossier, change, emptyDossier, moves, report, rule } from '../../support/dossiers'

const ship = { thing: 'ship', place: 'near' }

function adoptions(
  over: Parameters<typeof emptyDossier>[0],
  on: string,
  question: Record<string, string> = ship,
  known?: string,
) {
  const moment = momentAt(compileDossier(emptyDossier(over)), { on, known })
  return adoptionsOf(moment, question)
}

const ban = { rules: [rule('ships', { scope: { thing: ['ship'] } })] }

describe('what a pending change would make of an answer', () => {
  test('names the stage, and the date of the step that gave it as the report dates it', () => {
    const found = adoptions(
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
      { change: 'c', stage: 'proposed', since: '2023-08-23', from: null, differences: [{ case: ship }] },
    ])
    expect(found[0]?.differences[0]?.after).toMatchObject({ disposition: 'conditional', conditions: ['asked'] })
  })

  test('begins on its own date, or on that of a step into force which a report dates ahead', () => {
    const own = { rule: 'ships', to: 'prohibited' as const, from: '2024-04' }
    const reports = [report('r1', '2023-10-17', moves('c', 'decided'))]
    expect(adoptions({ ...ban, changes: [change('c', own)], reports }, '2023-11-01')).toMatchObject([
      { stage: 'decided', since: '2023-10-17', from: '2024-04' },
    ])
    const step = report('r2', '2023-10-25', moves('c', 'in_force', '2023-11-17'))
    const dated = {
      ...ban,
      changes: [change('c', { rule: 'ships', to: 'prohibited' as const })],
      reports: [...reports, step],
    }
    expect(adoptions(dated, '2023-11-01')).toMatchObject([{ from: '2023-11-17' }])
    expect(adoptions(dated, '2023-11-01', ship, '2023-10-20')).toMatchObject([{ from: null }])
    expect(adoptions(dated, '2023-11-17')).toEqual([])
    const onlyProposed = { ...dated, reports: [report('r0', '2023-10-01', moves('c', 'proposed')), step] }
    expect(adoptions(onlyProposed, '2023-11-01')).toMatchObject([{ stage: 'proposed', from: null }])
  })

  test('a law in force that is still to apply takes effect on its date', () => {
    const act = change(
      'act',
      { rule: 'ships', to: 'not_required', until: '2026-08-01' },
      { rule: 'ships', to: 'required', from: '2026-08-02' },
    )
    const reports = [report('r', '2024-08-01', moves('act', 'in_force'))]
    expect(adoptions({ ...ban, changes: [act], reports }, '2026-01-01')).toMatchObject([
      {
        stage: 'in_force',
        since: '2024-08-01',
        from: '2026-08-02',
        differences: [{ before: { disposition: 'not_required' }, after: { disposition: 'required' } }],
      },
    ])
  })

  test('leaves out a change that would move nothing, and counts the cases of a question at inner values', () => {
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
    expect(adoptions(over, '2020-03-01')).toEqual([])
    const [found] = adoptions(over, '2020-03-01', { thing: 'weapon' })
    expect(found?.differences.map(({ case: kase }) => kase)).toEqual([
      { thing: 'gun', place: 'near' },
      { thing: 'gun', place: 'far' },
    ])
  })

  test('what else happens until it takes effect is not laid at its door', () => {
    const over = {
      rules: [rule('ships', { scope: { thing: ['ship'] } }), rule('guns', { scope: { thing: ['gun'] } })],
      changes: [
        change('other', { rule: 'guns', to: 'permitted' as const, from: '2020-06-01' }),
        change('c', { rule: 'ships', to: 'prohibited' as const, from: '2020-09-01' }),
      ],
      reports: [
        report('r1', '2020-01-01', moves('other', 'in_force')),
        report('r2', '2020-02-01', moves('c', 'proposed')),
      ],
    }
    const found = adoptions(over, '2020-03-01', { place: 'near' })
    expect(found.map(({ change: id, differences }) => [id, differences.map(({ case: kase }) => kase.thing)])).toEqual([
      ['c', ['ship']],
      ['other', ['gun']],
    ])
  })

  test('a proposal to put off what a law brings makes its difference on the day of that law', () => {
    const over = {
      ...ban,
      changes: [
        change(
          'act',
          { rule: 'ships', to: 'not_required', until: '2026-08-01' },
          { rule: 'ships', to: 'required', from: '2026-08-02' },
        ),
        change(
          'delay',
          { rule: 'ships', to: 'not_required', until: '2027-12-01' },
          { rule: 'ships', to: 'required', from: '2027-12-02' },
        ),
      ],
      reports: [
        report('r1', '2024-08-01', moves('act', 'in_force')),
        report('r2', '2025-11-19', moves('delay', 'proposed')),
        // What came of it is not yet known on the day that is asked about.
        report('r3', '2026-07-27', moves('delay', 'in_force')),
      ],
    }
    const told = adoptions(over, '2026-03-01').map(({ change: id, from, differences }) => [
      id,
      from,
      differences.map(({ before, after }) => [before.disposition, after.disposition]),
    ])
    expect(told).toEqual([
      ['act', '2026-08-02', [['not_required', 'required']]],
      ['delay', '2026-08-02', [['required', 'not_required']]],
    ])
  })

  test('a change adopted today without a date ahead answers as a report of its being in force would', () => {
    fc.assert(
      fc.property(anyDossier, anyDay, (records, on) => {
        const moment = momentAt(compileDossier(records), { on })
        for (const { change: id, stage, from, differences } of adoptionsOf(moment, {})) {
          if (from !== null || stage === 'in_force') continue
          const told = report('zzz', on, moves(id, 'in_force', on))
          const then = momentAt(compileDossier({ ...records, reports: [...records.reports, told] }), { on })
          fc.pre(lifeOf(then, id)?.inForceOn === on)
          for (const { case: kase, after } of differences)
            expect(decide(then, kase)).toMatchObject({ disposition: after.disposition, conditions: after.conditions })
        }
      }),
    )
  })
})

describe('a question at inner values', () => {
  test('has pending what is pending on any of its cases, each once', () => {
    fc.assert(
      fc.property(anyDossier, anyDay, fc.option(anyDay, { nil: undefined }), (records, on, known) => {
        const moment = momentAt(compileDossier(records), { on, known })
        const questions: Record<string, string>[] = [{}, { thing: 'weapon' }, { place: 'far' }, { thing: 'radar' }]
        for (const question of questions) {
          const each = casesOf(moment.compiled, question).flatMap((kase) => verdictOf(moment, kase).pending)
          const forms = (all: readonly object[]) => [...new Set(all.map((one) => JSON.stringify(one)))].sort()
          const { pending } = answerTo(moment, question)
          expect(forms(pending)).toEqual(forms(each))
        }
      }),
    )
  })
})

describe('rules that are silent', () => {
  const over = {
    rules: [rule('affiliates'), rule('ships', { scope: { thing: ['ship'] } }), rule('draft')],
    changes: [
      change('fifty', { rule: 'affiliates', to: 'required' as const }),
      change('law', { rule: 'ships', to: 'prohibited' as const }),
      change('repeal', { rule: 'ships', to: 'none' as const }),
      change('bill', { rule: 'draft', to: 'prohibited' as const }),
    ],
    reports: [
      report('r1', '2025-09-29', moves('fifty', 'in_force'), moves('law', 'in_force'), moves('bill', 'proposed')),
      report('r2', '2025-11-10', moves('fifty', 'suspended', '2025-11')),
      report('r3', '2026-01-01', moves('repeal', 'in_force')),
    ],
  }
  const compiled = compileDossier(emptyDossier(over))
  const silentOn = (on: string) => silentAmong(momentAt(compiled, { on }), compiled.rules)

  test('are those that were suspended or ended, with what they would say; never those only proposed', () => {
    expect(silentOn('2025-10-15')).toEqual([])
    expect(silentOn('2026-02-01')).toMatchObject([
      {
        rule: { rule: { id: 'affiliates' } },
        silenced: { change: 'fifty', stage: 'suspended', last: '2025-11', alteration: { to: 'required' } },
      },
      { rule: { rule: { id: 'ships' } }, silenced: { change: 'repeal', stage: 'in_force', last: '2026-01-01' } },
    ])
  })
})
