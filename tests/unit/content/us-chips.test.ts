import { beforeAll, describe, expect, test } from 'vitest'
import type { ContentTree } from '@/lib/content'
import { type DossierRecords, say } from '@/lib/model'
import {
  allContradictions,
  type Compiled,
  casesOf,
  changesInMotion,
  countPublishers,
  countSources,
  momentAt,
  verdictOf,
} from '@/lib/policy'
import { findTerms } from '@/lib/terms/terms'
import {
  committedDossier,
  expectNamesInBothLanguages,
  expectPublishersUsed,
  expectSummaries,
} from '../../support/dossier-checks'

const today = '2026-11-22'

let content: ContentTree
let records: DossierRecords
let compiled: Compiled

beforeAll(async () => {
  ;({ content, records, compiled } = await committedDossier('us-chip-export-controls'))
})

const _ask = (on: string, item: string, party: string, route = 'from-us', known?: string) =>
  verdictOf(momentAt(compiled, { on, known }), { item, party, route })

describe('the dossier', () => {
  test('has a report for every row of its sources that carries a dated fact', () => {
    expect(records.reports.length).toBeGreaterThanOrEqual(64)
  })

  test('has names in both languages for everything that is named', () => expectNamesInBothLanguages(records))

  test('uses every publisher it lists', () => expectPublishersUsed(content))

  test('every report has a summary of its own and none shows unseen material as sourced', () =>
    expectSummaries(records))

  test('pages that are wrong are kept and stand aside', () => {
    const against = new Set(
      records.changes.flatMap(({ id, resolutions = [] }) =>
        resolutions.flatMap((one) => (one.about === 'dates' ? [] : `${one.against} ${id}`)),
      ),
    )
    const wrong = records.reports.filter(
      ({ id, effects }) => effects.length > 0 && effects.every(({ change }) => against.has(`${id} ${change}`)),
    )
    expect(wrong.map(({ id }) => id).toSorted()).toEqual([
      '2025-05-webpronews-rescinded-may-7',
      '2026-01-theticker-unanimous',
      '2026-06-01-wireread-loophole-closed',
      '2026-abhs-h20-biden',
      '2026-grokipedia-voice-vote',
    ])
  })

  test('no basis is a staging host, an origin host or a raw file', () => {
    const addresses = [
      ...records.rules.flatMap(({ basis }) => basis.map(({ url }) => url ?? '')),
      ...records.reports.map(({ url }) => url ?? ''),
    ]
    expect(addresses.filter((url) => /\/\/stage\.|raw\.githubusercontent|gist\./.test(url))).toEqual([])
    const bases = records.rules.flatMap(({ basis }) => basis.map(({ url }) => url ?? ''))
    expect(bases.filter((url) => url.includes('socastsrm'))).toEqual([])
  })

  test('every rule names the official text first where there is one', () => {
    const late = records.rules.filter(({ basis }) => basis.findIndex(({ official }) => official) > 0)
    // The guidance itself is known without an address of its own; the announcement of it has one.
    expect(late.map(({ id }) => id)).toEqual(['prc-made-chips'])
  })

  test('every rule has a basis', () => {
    expect(records.rules.filter(({ basis }) => basis.length === 0).map(({ id }) => id)).toEqual([])
  })

  test('an agency and those who copy it count once, and so do all who cite one filing', () => {
    const filing = ['2025-04-15-reuters-h20-charge', '2025-04-scenari-economici-h20-filing']
    const copies = records.reports.filter(({ id }) => id.includes('-reuters-') && !filing.includes(id))
    // One of the three has it from the President, who is named.
    expect(countPublishers(copies)).toMatchObject({ publishers: 3, independent: 2 })
    const tellers = records.reports.filter(({ id }) => filing.includes(id))
    expect(countPublishers(tellers)).toMatchObject({ publishers: 2, independent: 1 })
  })

  test('the bureau and those who cite it are one source', () => {
    const change = compiled.changes.find(({ change }) => change.id === 'october-2023-rules')
    const told = records.reports.filter(({ attribution, effects }) =>
      [...attribution, ...effects.flatMap((effect) => effect.attribution)].some(
        ({ who }) => say(who, 'en').text === 'Bureau of Industry and Security',
      ),
    )
    expect(told.length).toBeGreaterThan(15)
    expect(countPublishers(told).independent).toBe(1)
    expect(countSources(change?.effects ?? []).independent).toBeLessThan(countSources(change?.effects ?? []).reports)
  })

  test('in motion today: bills, and the arrangement that was never put into a rule', () => {
    const moving = changesInMotion(momentAt(compiled, { on: today })).map(({ change, life }) => [change.id, life.stage])
    expect(moving.toSorted()).toEqual([
      ['affiliates-suspension-disapproval', 'proposed'],
      ['ai-overwatch-act', 'proposed'],
      ['chip-security-act', 'proposed'],
      ['congress-approval-bill', 'proposed'],
      ['fifteen-percent-arrangement', 'agreed'],
      ['remote-access-security-act', 'agreed'],
      ['safe-chips-act', 'proposed'],
    ])
  })

  test('where sources contradict each other both sides stand, and what is settled says why', () => {
    const found = allContradictions(momentAt(compiled, { on: today }))
    expect(found.map(({ kind, change, resolution }) => [change.id, kind, resolution !== null]).toSorted()).toEqual([
      ['affiliates-rule', 'dates', true],
      ['ai-diffusion-framework', 'disputed', true],
      ['ai-overwatch-act', 'disputed', true],
      ['h20-licence', 'disputed', true],
      ['october-2023-rules', 'dates', true],
      ['remote-access-security-act', 'disputed', true],
      ['subsidiary-guidance', 'disputed', true],
    ])
  })

  test('the words of the news find their values', () => {
    const values = (text: string) => findTerms(records.dossier, text).map(({ value }) => value.id)
    expect(values('Will watered-down chips reach China through the cloud loophole?')).toEqual([
      'china-variant',
      'china',
      'remote-access',
    ])
    expect(values('The second-most-powerful AI chip stays off the table')).toEqual(['h200-class'])
    expect(values('50％ルールの停止')).toEqual(['listed-affiliate'])
  })

  test('no answer is in conflict on any day on which something turned', () => {
    for (const on of ['2022-10-07', '2023-11-17', '2024-12-31', '2025-05-13', '2025-09-29', '2026-01-15', today]) {
      const moment = momentAt(compiled, { on })
      expect(casesOf(compiled, {}).filter((kase) => verdictOf(moment, kase).conflict)).toEqual([])
    }
  })
})
