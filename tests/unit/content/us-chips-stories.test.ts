import { beforeAll, describe, expect, test } from 'vitest'
import type { DossierRecords } from '@/lib/model'
import {
  type Compiled,
  compareMoments,
  countDirections,
  findChange,
  forecastsAt,
  lifeOf,
  momentAt,
  statusOf,
  verdictOf,
} from '@/lib/policy'
import { committedDossier } from '../../support/dossier-checks'

const today = '2026-11-22'

let records: DossierRecords
let compiled: Compiled

beforeAll(async () => {
  ;({ records, compiled } = await committedDossier('us-chip-export-controls'))
})

const ask = (on: string, item: string, party: string, route = 'from-us', known?: string) =>
  verdictOf(momentAt(compiled, { on, known }), { item, party, route })
const stageOf = (change: string, on: string, known?: string) => lifeOf(momentAt(compiled, { on, known }), change)?.stage
const pendingOf = (on: string, item: string, party: string, route?: string, known?: string) =>
  ask(on, item, party, route, known).pending.map(({ change, stage, to, from }) => [change, stage, to, from])
const effectsOf = (change: string, kind: string) =>
  records.reports.flatMap((report) =>
    report.effects
      .filter((effect) => effect.change === change && effect.kind === kind)
      .map((effect) => [report.id, effect.on]),
  )
const changeOf = (id: string) => findChange(compiled, id)

describe('the affiliates rule', () => {
  test('is suspended, and after its end the last reported stage stays', () => {
    expect(stageOf('affiliates-rule', '2025-11-09')).toBe('in_force')
    expect(stageOf('affiliates-rule', '2025-11-10')).toBe('suspended')
    expect(stageOf('affiliates-rule', '2026-11-10')).toBe('suspended')
    expect(JSON.stringify(changeOf('affiliates-rule')?.change.note)).toContain('No report of either outcome')
  })

  test('its return is overdue, with no outcome invented', () => {
    const returns = (on: string) =>
      forecastsAt(momentAt(compiled, { on }))
        .filter(({ change, expectation }) => change.id === 'affiliates-rule' && expectation.stage === 'in_force')
        .map(({ expectation, state, days }) => [expectation.from, state, days])
    expect(returns('2026-11-09')).toEqual([['2026-11-10', 'open', 0]])
    expect(returns(today)).toEqual([['2026-11-10', 'overdue', 12]])
    expect(compiled.changes.flatMap(({ life }) => life.steps).filter(({ day }) => day >= '2026-11-01')).toEqual([])
  })

  test('both days that are given for its end are kept', () => {
    const quoted = records.reports.flatMap(({ effects }) => effects.map(({ quote }) => quote?.text ?? ''))
    expect(quoted.some((text) => text.endsWith('until November 10, 2026'))).toBe(true)
    expect(quoted).toContain('The suspension is set to end November 9, 2026, absent a future extension.')
  })

  test('an article that takes the day of publication for the day of effect is set aside', () => {
    expect(stageOf('affiliates-rule', '2025-09-29')).toBe('in_force')
    expect(lifeOf(momentAt(compiled, { on: '2025-10-01' }), 'affiliates-rule')?.inForceOn).toBe('2025-09-29')
  })
})

describe('the diffusion framework', () => {
  test('was to be complied with on a day on which it was no longer enforced', () => {
    expect(pendingOf('2025-03-01', 'h200', 'other-tier-2')).toEqual([])
    expect(pendingOf('2025-03-01', 'h200', 'other-tier-2', undefined, '2025-03-01')).toEqual([
      ['ai-diffusion-framework', 'in_force', 'conditional', '2025-05-15'],
    ])
    expect(pendingOf('2025-05-13', 'h200', 'other-tier-2').map(([change]) => change)).not.toContain(
      'ai-diffusion-framework',
    )
  })

  test('is suspended and never repealed, whatever the headlines say', () => {
    const stages = changeOf('ai-diffusion-framework')?.life.steps.map(({ stage }) => stage)
    expect(new Set(stages)).toEqual(new Set(['decided', 'in_force', 'suspended']))
    expect(effectsOf('ai-diffusion-framework', 'disputes')).toEqual([
      ['2025-05-webpronews-rescinded-may-7', '2025-05-07'],
    ])
    expect(effectsOf('ai-diffusion-framework', 'interprets')).toContainEqual([
      '2026-01-arentfox-schiff-h200-review',
      '2026-01',
    ])
  })

  test('left the answers as they were', () => {
    const [before, after] = ['2025-01-12', '2026-01-14'].map((on) => momentAt(compiled, { on }))
    if (!before || !after) throw new Error('two moments')
    const differing = compareMoments(before, after).filter(
      ({ case: { item, party } }) => ['h200', 'model-weights'].includes(item ?? '') && party !== 'listed-affiliate',
    )
    expect(differing).toEqual([])
  })
})

describe('the H200', () => {
  test('is relaxed for exports from the United States alone', () => {
    const all = compareMoments(momentAt(compiled, { on: '2026-01-14' }), momentAt(compiled, { on: '2026-01-15' }))
    const differences = all.filter(({ change }) => change !== 'h200-import-tariff')
    // The duty on import is due whatever the destination, and for the H200 class alone.
    const dutiable = all.filter(({ change }) => change === 'h200-import-tariff')
    expect(new Set(dutiable.map(({ case: { item } }) => item))).toEqual(new Set(['h200', 'mi325x']))
    expect(Object.keys(countDirections(differences))).toEqual(['relaxes'])
    expect(new Set(differences.map(({ case: { route } }) => route))).toEqual(new Set(['from-us']))
    expect(new Set(differences.map(({ case: { party } }) => party))).toEqual(new Set(['china', 'macau']))
    expect(differences.every(({ change }) => change === 'h200-to-china')).toBe(true)
  })

  test('the duty goes with it and does not decide', () => {
    const verdict = ask('2026-01-15', 'h200', 'china')
    expect(verdict.rule).toBe('h200-case-by-case')
    expect(verdict.duties.map(({ rule, disposition }) => [rule, disposition])).toEqual([
      ['h200-import-tariff', 'conditional'],
    ])
  })

  test('says case by case in the words of the field', () => {
    const status = statusOf(momentAt(compiled, { on: '2026-01-15' }), 'h200-case-by-case')
    expect(status?.says).toEqual({ en: 'Case by case', ja: '個別審査' })
  })

  test('what Chinese customs does is a position and moves nothing', () => {
    const report = records.reports.find(({ id }) => id === '2026-01-16-business-times-china-blocks-shipments')
    expect(report?.effects).toEqual([])
    expect(report?.positions.map(({ actor, stance }) => [actor, stance])).toEqual([['china-customs', 'opposes']])
  })

  test('was an idea, a decision and a rule within six weeks', () => {
    expect(['2025-12-08', '2026-01-13', '2026-01-15'].map((on) => stageOf('h200-to-china', on))).toEqual([
      'floated',
      'decided',
      'in_force',
    ])
  })
})

describe('other stories', () => {
  test('the guidance of May 2026 restates and alters nothing', () => {
    expect(stageOf('subsidiary-guidance', '2026-05-31')).toBe('in_force')
    const moments = ['2026-05-30', '2026-05-31'].map((on) => momentAt(compiled, { on }))
    expect(compareMoments(moments[0] as never, moments[1] as never)).toEqual([])
    expect(ask(today, 'blackwell', 'headquartered-in-tier-3', 'from-abroad').since).toBe('2023-11-17')
  })

  test('a law firm dates the rules of October 2023 a day early, and both days are kept', () => {
    expect(stageOf('october-2023-rules', '2023-11-16')).toBe('decided')
    expect(lifeOf(momentAt(compiled, { on: '2023-11-17' }), 'october-2023-rules')?.inForceOn).toBe('2023-11-17')
    expect(effectsOf('october-2023-rules', 'moves')).toContainEqual([
      '2023-10-17-national-law-review-control-rules',
      '2023-11-16',
    ])
  })

  test('memory: in force on 2 December 2024, compliance pending until the 31st', () => {
    expect(stageOf('december-2024-rules', '2024-12-02')).toBe('in_force')
    expect(pendingOf('2024-12-15', 'hbm', 'china')).toEqual([
      ['december-2024-rules', 'in_force', 'prohibited', '2024-12-31'],
    ])
  })

  test('the 15 per cent is agreed and pends; the licence requirement decides', () => {
    expect(pendingOf('2025-08-11', 'h20', 'china')).toContainEqual([
      'fifteen-percent-arrangement',
      'agreed',
      'conditional',
      null,
    ])
    expect(ask('2025-08-11', 'h20', 'china').rule).toBe('china-variant-letters')
  })

  test('the priority for buyers in the United States passed one chamber and lapsed', () => {
    expect(['2025-09-04', '2025-10-09', '2025-12-11'].map((on) => stageOf('gain-ai-act', on))).toEqual([
      'proposed',
      'agreed',
      'lapsed',
    ])
  })

  test('the worldwide licence was drafted and withdrawn', () => {
    expect(pendingOf('2026-03-12', 'h200', 'tier-1').map(([change]) => change)).toContain('global-ai-chip-licence')
    expect(stageOf('global-ai-chip-licence', '2026-03-13')).toBe('withdrawn')
  })

  test('access through the cloud: no rule, one bill that has passed one chamber', () => {
    expect(pendingOf(today, 'blackwell', 'china', 'remote-access')).toEqual([
      ['remote-access-security-act', 'agreed', 'required', null],
    ])
  })

  test('the letter of 9 April 2025 was not known outside before the filing of the 15th', () => {
    expect(stageOf('h20-licence', '2025-04-10')).toBe('in_force')
    expect(stageOf('h20-licence', '2025-04-10', '2025-04-14')).toBeUndefined()
    expect(stageOf('h20-licence', '2025-04-10', '2025-04-15')).toBe('in_force')
  })
})
