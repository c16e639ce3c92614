import { beforeAll, describe, expect, test } from 'vitest'
import type { ContentTree } from '@/lib/content'
import { signOf } from '@/lib/content/summary'
import { type DossierRecords, walkValues } from '@/lib/model'
import {
  allContradictions,
  type Case,
  type Compiled,
  casesOf,
  changesInMotion,
  forecastsAt,
  lifeOf,
  momentAt,
  verdictOf,
} from '@/lib/policy'
import {
  committedDossier,
  expectNamesInBothLanguages,
  expectNoReportAgainstItself,
  expectPublishersUsed,
  expectSummaries,
} from '../../support/dossier-checks'

let content: ContentTree
let records: DossierRecords
let compiled: Compiled

beforeAll(async () => {
  ;({ content, records, compiled } = await committedDossier('eu-ai-act'))
})

const ask = (kase: Case, on: string, known?: string) => verdictOf(momentAt(compiled, { on, known }), kase)
const pending = (kase: Case, on: string) =>
  ask(kase, on).pending.map(({ change, stage, to, from }) => [change, stage, to, from])
const stage = (change: string, on: string) => lifeOf(momentAt(compiled, { on }), change)?.stage

describe('the delay of the high-risk duties', () => {
  const employment = { operator: 'large-provider', obligation: 'requirements', system: 'employment' }

  test('as known in 2025 the duties of Annex III apply on 2 August 2026', () => {
    expect(ask(employment, '2026-08-02', '2025-06-01').disposition).toBe('required')
    expect(ask(employment, '2026-08-02').disposition).toBe('not_required')
  })

  test('a delay that is decided but not in force moves nothing yet', () => {
    const { disposition, pending: coming } = ask(employment, '2026-08-02', '2026-07-20')
    expect(disposition).toBe('required')
    expect(coming.map(({ change, stage }) => [change, stage])).toContainEqual(['high-risk-delay', 'decided'])
  })

  test('in January 2026 only the delay tied to tools is proposed, with its latest date', () => {
    const all = pending(employment, '2026-01-10')
    expect(all).toContainEqual(['delay-tied-to-tools', 'proposed', 'required', '2027-12-02'])
    expect(all.some(([change]) => change === 'high-risk-delay')).toBe(false)
  })

  test('fixed dates take its place on 13 March 2026', () => {
    expect(stage('delay-tied-to-tools', '2026-03-12')).toBe('proposed')
    expect(stage('delay-tied-to-tools', '2026-03-13')).toBe('rejected')
    expect(stage('high-risk-delay', '2026-03-12')).toBe('floated')
    expect(stage('high-risk-delay', '2026-03-13')).toBe('proposed')
  })

  test.each([
    ['2026-04-29', 'proposed'],
    ['2026-05-06', 'proposed'],
    ['2026-05-07', 'agreed'],
    ['2026-06-24', 'agreed'],
    ['2026-06-29', 'decided'],
    ['2026-07-26', 'decided'],
    ['2026-07-27', 'in_force'],
  ])('on %s it is %s', (on, right) => {
    expect(stage('high-risk-delay', on)).toBe(right)
  })

  test('after it the duty is still to come', () => {
    expect(pending(employment, '2026-11-22')).toEqual([['high-risk-delay', 'in_force', 'required', '2027-12-02']])
  })

  test('what the headlines call a delay of the AI Act leaves four rules where they were', () => {
    const moved = new Set(
      records.changes
        .filter(({ id }) => id !== 'ai-act')
        .flatMap(({ id, alterations }) =>
          lifeOf(momentAt(compiled, { on: '2026-11-22' }), id)?.stage === 'in_force'
            ? alterations.map(({ rule }) => rule)
            : [],
        ),
    )
    for (const still of ['prohibited-practices', 'gpai-new-models', 'gpai-enforcement', 'transparency-duties'])
      expect(moved.has(still), still).toBe(false)
    const delay = records.changes.find(({ id }) => id === 'high-risk-delay')
    expect(delay?.alterations.map(({ rule }) => rule)).not.toContain('registration-of-claimed-exemptions')
    for (const later of ['annex-iii-duties', 'annex-i-duties', 'marking-by-older-systems', 'sandboxes'])
      expect(moved.has(later), later).toBe(true)
  })
})

describe('the grace for marking', () => {
  const older = { operator: 'large-provider', obligation: 'transparency', system: 'older-generative-system' }

  test('has three lengths: in the proposal, in Parliament and in the agreement', () => {
    const starts = (on: string) =>
      pending(older, on).filter(([change, , to]) => change !== 'ai-act' && to === 'required')
    expect(starts('2026-01-10').map(([, , , from]) => from)).toEqual(['2027-02-02'])
    expect(starts('2026-04-01').map(([, , , from]) => from)).toEqual(['2027-02-02', '2026-11-02'])
    expect(starts('2026-05-10').map(([, , , from]) => from)).toEqual(['2026-12-02'])
  })
})

describe('the ban on nudification tools', () => {
  const nudifier = { operator: 'large-provider', obligation: 'ban', system: 'nudifier' }

  test('is in force on 22 November 2026 and still to apply', () => {
    expect(ask(nudifier, '2026-11-22').disposition).toBe('not_required')
    expect(pending(nudifier, '2026-11-22')).toEqual([['nudifier-ban', 'in_force', 'prohibited', '2026-12-02']])
  })

  test('is not without conditions', () => {
    const conditions = (system: string) =>
      ask({ ...nudifier, system }, '2026-12-02').conditions.map((text) => (typeof text === 'string' ? text : text.en))
    expect(conditions('nudifier')).toHaveLength(3)
    expect(conditions('nudifier')[0]).toContain('consent')
    expect(conditions('csam').at(-1)).toContain('without right')
  })
})

describe('registration and literacy', () => {
  const claimed = { operator: 'large-provider', obligation: 'registration', system: 'claimed-not-high-risk' }
  const duties = (on: string) => ask(claimed, on).duties.map(({ rule }) => rule)

  test('the registration says that it can be read in another way', () => {
    const { disposition, conditions, rule } = ask(claimed, '2026-11-22')
    expect([disposition, rule, conditions.length]).toEqual(['required', 'registration-of-claimed-exemptions', 1])
  })

  test('the duty to document the assessment stands beside it, and moved with Section 1', () => {
    expect(duties('2027-12-01')).toEqual([])
    expect(duties('2027-12-02')).toEqual(['assessment-of-claimed-exemptions'])
    expect(ask(claimed, '2026-08-02', '2025-06-01').duties).toHaveLength(1)
  })

  test('literacy stays a duty, in softer words', () => {
    const kase = { operator: 'private-deployer', obligation: 'literacy', system: 'chatbot' }
    expect(ask(kase, '2026-07-26').conditions).toEqual([])
    expect(ask(kase, '2026-07-27').conditions).toHaveLength(1)
  })
})

describe('what was turned down', () => {
  test('the end of registration for systems held not to be high-risk', () => {
    expect(stage('registration-relief', '2026-03-12')).toBe('proposed')
    expect(stage('registration-relief', '2026-11-22')).toBe('rejected')
  })

  test('the carve-out of whole sectors, of which machinery alone remains', () => {
    expect(stage('sector-carve-out', '2026-04-28')).toBe('proposed')
    expect(stage('sector-carve-out', '2026-05-07')).toBe('rejected')
    expect(stage('machinery-carve-out', '2026-07-27')).toBe('in_force')
    const smaller = { operator: 'sme', obligation: 'technical-documentation', system: 'machinery' }
    expect(ask(smaller, '2028-08-02').rule).toBe('machinery')
  })
})

describe('forecasts', () => {
  const states = (change: string, on: string) =>
    forecastsAt(momentAt(compiled, { on }))
      .filter((forecast) => forecast.change.id === change)
      .map(({ expectation, state }) => [expectation.until, state])

  test('the first dates of Annex III and Annex I are superseded by the omnibus, the new ones open', () => {
    expect(states('annex-iii-applies', '2026-11-22')).toContainEqual(['2026-08-02', 'superseded'])
    expect(states('annex-i-applies', '2026-11-22')).toContainEqual(['2027-08-02', 'superseded'])
    expect(states('annex-i-applies', '2026-11-22')).toContainEqual(['2028-08-02', 'open'])
    const moved = forecastsAt(momentAt(compiled, { on: '2026-11-22' })).filter(({ state }) => state === 'superseded')
    expect(new Set(moved.map((one) => `${one.moved?.to} ${one.moved?.by.id}`))).toEqual(
      new Set(['2027-12-02 high-risk-delay', '2028-08-02 high-risk-delay']),
    )
    expect(states('annex-iii-applies', '2026-11-22').map(([, state]) => state)).not.toContain('overdue')
    expect(states('annex-iii-applies', '2026-11-22')).toContainEqual(['2027-12-02', 'open'])
    expect(states('annex-iii-applies', '2026-07-26')).toContainEqual(['2026-08-02', 'open'])
  })

  test('the dates that did not move are met', () => {
    for (const change of ['prohibitions-apply', 'gpai-and-governance-apply', 'general-application'])
      expect(new Set(states(change, '2026-11-22').map(([, state]) => state)), change).toEqual(new Set(['met']))
  })

  test('the vote of the plenary came as planned', () => {
    expect(new Set(states('parliament-position', '2026-11-22').map(([, state]) => state))).toEqual(new Set(['met']))
    expect(stage('parliament-position', '2026-03-25')).toBe('proposed')
    expect(stage('parliament-position', '2026-03-26')).toBe('decided')
    expect(stage('parliament-position', '2026-05-07')).toBe('lapsed')
  })
})

describe('the dossier', () => {
  test('has a report for every row of its sources, and for what contradicts them', () => {
    expect(records.reports.length).toBeGreaterThanOrEqual(44)
  })

  test('keeps both sides of what the sources disagree on, and says of each why it is settled', () => {
    const found = allContradictions(momentAt(compiled, { on: '2026-11-22' }))
    expect(
      found.map(({ change, effects, resolution }) => [change.id, effects[0]?.effect.on, resolution?.against]),
    ).toEqual([
      ['delay-tied-to-tools', '2025-11', '2025-11-vivodoc-unreliable-page'],
      ['delay-tied-to-tools', '2025-11-17', '2026-03-cbcsd-council-position'],
      ['delay-tied-to-tools', '2025-11-19', '2025-11-paul-weiss-copy-backstop'],
      ['high-risk-delay', '2026-03-14', '2026-03-cbcsd-council-position'],
      ['high-risk-delay', '2026-05-17', '2026-05-17-ainewsdesk-no-deal'],
      ['high-risk-delay', '2026-06-24', '2026-06-eu-matrix-council-statements'],
    ])
    expect(found.map(({ effects }) => effects[0]?.report.id)).toEqual(
      found.map(({ resolution }) => resolution?.against),
    )
  })

  test('a report that moves a change does not dispute it as well', () => expectNoReportAgainstItself(records))

  test('every rule rests first on a text of the Official Journal that was seen', () => {
    for (const { id, basis } of records.rules) {
      expect(basis[0], id).toMatchObject({ official: true, sourcing: 'seen' })
      expect(basis[0]?.url, id).toMatch(/^http:\/\/data\.europa\.eu\/eli\/reg\/(2024\/1689|2026\/1744)\/oj$/)
      expect(basis[0]?.provision, id).toBeTruthy()
    }
  })

  test('every resolution names the report that does not hold, and every report has its summary in Japanese', () => {
    for (const { id, resolutions = [] } of records.changes)
      for (const { against } of resolutions) expect(against, id).toBeDefined()
    for (const { id, summary, translations, title, headline } of records.reports) {
      expect(translations?.ja?.of, id).toBe(signOf(summary))
      expect(summary, id).not.toMatch(/^(It|They|He|She|This|These|That|Those|The agency|The trade site) /)
      for (const text of [title ?? headline, headline]) expect(typeof text === 'object' && text.ja, id).toBeTruthy()
    }
  })

  test('has names in both languages for everything that is named', () => {
    expectNamesInBothLanguages(records)
    for (const { values } of records.dossier.dimensions)
      for (const { value } of walkValues(values)) expect(value.name, value.id).toHaveProperty('ja')
    for (const { id, alterations } of records.changes)
      for (const condition of alterations.flatMap(({ conditions }) => conditions))
        expect(condition, id).toHaveProperty('ja')
  })

  test('uses every publisher it lists', () => expectPublishersUsed(content))

  test('every report has a summary of its own and none shows unseen material as sourced', () =>
    expectSummaries(records))

  test('in motion on 22 November 2026', () => {
    const moving = changesInMotion(momentAt(compiled, { on: '2026-11-22' })).map(({ change }) => change.id)
    expect(moving.toSorted()).toEqual([
      'ai-act',
      'annex-i-applies',
      'annex-iii-applies',
      'classification-guidelines',
      'high-risk-delay',
      'machinery-acts',
      'machinery-carve-out',
      'marking-grace',
      'notified-body-designation',
      'nudifier-ban',
      'nudifier-ban-applies',
      'older-models-and-sandboxes-apply',
      'sandboxes-august-2027',
      'sector-overlap-acts',
      'sector-overlap-guidelines',
      'small-mid-caps',
    ])
  })

  test('is never in conflict with itself', () => {
    for (const on of ['2024-08-01', '2025-08-02', '2026-07-27', '2026-12-02', '2027-12-02', '2028-08-02']) {
      const moment = momentAt(compiled, { on })
      expect(casesOf(compiled, {}).filter((one) => verdictOf(moment, one).conflict)).toEqual([])
    }
  })
})

test('what the dossier does not follow is not told as the law’s silence', () => {
  const untracked = (kase: Case) => ask(kase, '2026-11-22').disposition === 'untracked'
  expect(untracked({ operator: 'importer-or-distributor', obligation: 'ban', system: 'nudifier' })).toBe(true)
  expect(untracked({ operator: 'large-provider', obligation: 'registration', system: 'employment' })).toBe(true)
  expect(untracked({ operator: 'large-provider', obligation: 'penalties-enforcement', system: 'chatbot' })).toBe(true)
  expect(untracked({ operator: 'sme', obligation: 'penalties-enforcement', system: 'employment' })).toBe(false)
  expect(untracked({ operator: 'large-provider', obligation: 'requirements', system: 'minimal-risk' })).toBe(false)
})
