import { beforeAll, describe, expect, test } from 'vitest'
import type { ContentTree } from '@/lib/content'
import type { DossierRecords } from '@/lib/model'
import {
  allContradictions,
  type Compiled,
  casesOf,
  changesConcerning,
  changesInMotion,
  countSources,
  isMove,
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
  ;({ content, records, compiled } = await committedDossier('japan-defence-transfers'))
})

describe('the seed day, 23 August 2023', () => {
  const kase = { equipment: 'warship', recipient: 'other-agreement-state', purpose: 'minesweeping' }

  test('weapons within the five purposes are only proposed', () => {
    const { pending } = verdictOf(momentAt(compiled, { on: '2023-08-23' }), kase)
    expect(pending.map(({ change, stage, to }) => [change, stage, to])).toContainEqual([
      'weapons-within-five-purposes',
      'proposed',
      'conditional',
    ])
  })

  test('on 4 July 2023 the agreement of the next day was not known', () => {
    const known = (day: string) =>
      lifeOf(momentAt(compiled, { on: '2023-08-23', known: day }), 'weapons-within-five-purposes')
    expect(known('2023-07-04')?.stage).toBe('floated')
    expect(known('2023-07-05')?.stage).toBe('agreed')
  })

  test('its report is a model record', () => {
    const seed = records.reports.find(({ id }) => id === '2023-08-23-kyodo-lethal-weapons-non-combat')
    expect(seed?.effects.map(({ change, kind, stage, quote }) => [change, kind, stage, quote?.text])).toEqual([
      [
        'weapons-within-five-purposes',
        'moves',
        'proposed',
        'lethal weaponry can be exported as long as the purpose falls within the five non-combat areas',
      ],
      ['co-developed-to-third-countries', 'moves', 'floated', undefined],
    ])
    expect(seed?.positions.map(({ actor, change, stance }) => [actor, change, stance])).toEqual([
      ['komeito', 'co-developed-to-third-countries', 'wary'],
    ])
    expect(seed?.attribution.map(({ who, named }) => [typeof who === 'string' ? who : who.en, named])).toEqual([
      ['party members', false],
      ['the government', true],
    ])
    expect(seed?.related.length).toBeGreaterThan(3)
  })
})

describe('the dossier', () => {
  test('has a report for every row of its sources that carries a dated fact', () => {
    expect(records.reports.length).toBeGreaterThanOrEqual(70)
  })

  test('has Japanese names for everything that is named', () => expectNamesInBothLanguages(records))

  test('uses every publisher it lists', () => expectPublishersUsed(content))

  test('every report has a summary of its own and none shows unseen material as sourced', () =>
    expectSummaries(records))

  test('where sources contradict each other both sides stand, each matter once, and what is settled says why', () => {
    const found = allContradictions(momentAt(compiled, { on: '2026-11-22' }))
    expect(
      found.map(({ change, effects, resolution }) => [
        change.id,
        effects.map(({ report }) => report.id),
        resolution?.holds ?? null,
      ]),
    ).toEqual([
      [
        'missile-defence-exception',
        [
          '2004-12-10-antiatom-missile-defence-date',
          '2005-mofa-diplomatic-bluebook',
          '2004-12-japan-press-export-ban-eased',
          '2006-06-23-mofa-exchange-of-notes',
        ],
        '2005-mofa-diplomatic-bluebook',
      ],
      [
        'ukraine-equipment',
        [
          '2022-03-08-rebuild-ukraine-transfer-principles',
          '2022-03-08-japan-times-defense-supplies-ukraine',
          '2022-03-09-sputnik-vests-criticism',
          '2022-03-09-yomiuri-planeload-for-ukraine',
        ],
        '2022-03-08-japan-times-defense-supplies-ukraine',
      ],
      [
        'weapons-within-five-purposes',
        [
          '2023-07-05-daily-defense-points',
          '2023-07-05-japan-times-interim-report',
          '2023-07-05-takagi-working-team',
          '2023-07-06-the-diplomat-interim-report',
        ],
        '2023-07-05-takagi-working-team',
      ],
      [
        'abukuma-to-philippines',
        ['2026-05-31-galkama-transfer-halted', '2026-05-31-manila-bulletin-toward-transfer'],
        '2026-05-31-manila-bulletin-toward-transfer',
      ],
      [
        'five-categories-abolished',
        ['2026-04-kyodo-ban-lifted', '2026-03-06-jiji-proposal-submitted', '2026-03-06-livedoor-proposal-submitted'],
        null,
      ],
    ])
  })

  test('a report that moves a change does not dispute it as well', () => expectNoReportAgainstItself(records))

  test('two papers with one accord are one source, and so are two agencies with one proposal', () => {
    const moves =
      compiled.changes.find(({ change }) => change.id === 'five-categories-abolished')?.effects.filter(isMove) ?? []
    const accord = moves.filter(({ report }) => report.id.startsWith('2025-10-'))
    expect(countSources(accord)).toEqual({ reports: 2, independent: 1 })
    expect(countSources(moves.filter(({ on }) => on === '2026-03-06'))).toEqual({ reports: 2, independent: 1 })
  })

  test('in motion today: the used destroyers for the Philippines and arms for invaded countries', () => {
    const moving = changesInMotion(momentAt(compiled, { on: '2026-11-22' })).map(({ change }) => change.id)
    expect(moving.toSorted()).toEqual(['abukuma-to-philippines', 'lethal-arms-to-invaded-states'])
  })

  test('from 1 April 2014 on every question has an answer, and none is in conflict', () => {
    for (const on of ['2014-04-01', '2022-03-08', '2023-12-22', '2024-03-26', '2026-04-21', '2026-11-22']) {
      const moment = momentAt(compiled, { on })
      const verdicts = casesOf(compiled, {}).map((one) => verdictOf(moment, one))
      expect(verdicts.filter(({ disposition, conflict }) => disposition === 'unstated' || conflict)).toEqual([])
    }
  })
})

test('the used destroyers for the Philippines are about warships for it, and alter no answer', () => {
  const moment = momentAt(compiled, { on: '2026-11-22' })
  const about = (question: Record<string, string>) => changesConcerning(moment, question).map(({ change }) => change.id)
  expect(about({ equipment: 'warship', recipient: 'other-agreement-state' })).toEqual([
    'abukuma-to-philippines',
    'mogami-to-australia',
  ])
  expect(about({ equipment: 'warship', recipient: 'other-agreement-state', purpose: 'other-purpose' })).toEqual([
    'abukuma-to-philippines',
  ])
  expect(about({ equipment: 'radar', recipient: 'other-agreement-state' })).toEqual([])
  // What is about one country is not about another that stands in the same value.
  expect(about({ equipment: 'warship', recipient: 'philippines' })).toEqual(['abukuma-to-philippines'])
  expect(about({ equipment: 'weapon', recipient: 'australia' })).toContain('mogami-to-australia')
  expect(about({ equipment: 'warship', recipient: 'indonesia' })).toEqual([])
})
