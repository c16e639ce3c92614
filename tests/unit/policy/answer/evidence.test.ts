import { expect, test } from 'vitest'
import type { Effect, Report, Source } from '@/lib/model'
import { compileDossier, evidenceFor, groundsOf, momentAt, reportsOnce, restsOnUnseenAlone } from '@/lib/policy'
import { change, emptyDossier, moves, report, rule } from '../../../support/dossiers'

const told = (kind: Effect['kind'], over: Partial<Effect> = {}): Effect => ({
  ...moves('open', undefined),
  kind,
  ...over,
})
const quote = { text: 'We have decided.', language: 'en' }
const at = (reports: ReturnType<typeof report>[], on = '2024-06-01') =>
  momentAt(
    compileDossier(emptyDossier({ rules: [rule('arms')], changes: [change('open', { rule: 'arms' })], reports })),
    { on },
  )
const ofOpen = (moment: ReturnType<typeof at>, rule?: string) =>
  evidenceFor(moment, 'open', rule).map(({ report: { id } }) => id)

const reports = [
  report('applied', '2020-01-01', told('applies', { quote })),
  report('floated', '2023-01-01', moves('open', 'floated')),
  report('proposed', '2023-08-23', moves('open', 'proposed')),
  report('in-force', '2023-12-22', moves('open', 'in_force')),
  report('in-force-quoted', '2023-12-22', { ...moves('open', 'in_force'), quote }),
  report('in-force-again', '2024-02-01', moves('open', 'in_force')),
  report('confirmed', '2024-03-01', told('confirms', { quote })),
]

test('the step that decides comes first, then by tier, by sourcing, by quote, and the latest of them', () => {
  expect(ofOpen(at(reports))).toEqual([
    ...['in-force-quoted', 'in-force', 'confirmed', 'applied', 'in-force-again', 'proposed', 'floated'],
  ])
  expect(ofOpen(at(reports, '2023-09-01'))).toEqual(['proposed', 'applied', 'floated'])
})

const open = change('open', { rule: 'arms' }, { rule: 'tanks' })
const sources: Source[] = [
  { id: 'gazette', name: 'Gazette', kind: 'official' },
  { id: 'wire', name: 'Wire', kind: 'agency' },
  { id: 'paper', name: 'Paper', kind: 'newspaper' },
  { id: 'mirror', name: 'Mirror', kind: 'official', tier: 'copy' },
]
const by = (source: string, published: string, effect: Effect, over: Partial<Report> = {}): Report => ({
  ...report(`${source}-${published}`, published, effect),
  source,
  sourcing: 'seen',
  ...over,
})
const moment = (...list: Report[]) =>
  momentAt(
    compileDossier(emptyDossier({ rules: [rule('arms'), rule('tanks')], changes: [open], reports: list }), sources),
    { on: '2025-01-01' },
  )
const grounds = (...list: Report[]) => groundsOf(moment(...list), 'open', evidenceFor(moment(...list), 'open', 'arms'))

test('official texts weigh more than agencies, those more than papers, and a mirror is a copy', () => {
  const told = ['mirror', 'paper', 'wire', 'gazette'].map((source) => by(source, '2024-02-01', moves('open', 'agreed')))
  expect(ofOpen(moment(by('paper', '2024-01-01', moves('open', 'in_force')), ...told))).toEqual([
    ...['paper-2024-01-01', 'gazette-2024-02-01', 'wire-2024-02-01', 'paper-2024-02-01', 'mirror-2024-02-01'],
  ])
})

test('what is about other rules of the change is no evidence for this one', () => {
  const about = by('wire', '2024-02-01', { ...told('confirms'), rules: ['tanks'] })
  const known = moment(by('paper', '2024-01-01', moves('open', 'in_force')), about)
  expect(ofOpen(known, 'tanks')).toEqual(['paper-2024-01-01', 'wire-2024-02-01'])
  expect(ofOpen(known, 'arms')).toEqual(['paper-2024-01-01'])
})

test('grounds are official, independent, single or unverified; a denial is no ground', () => {
  const start = moves('open', 'in_force')
  const [paper, wire] = [by('paper', '2024-01-01', start), by('wire', '2024-01-02', start)]
  expect(grounds(by('gazette', '2024-01-01', start))).toBe('official')
  expect(grounds(by('gazette', '2024-01-01', start, { sourcing: 'inferred' }))).toBe('single')
  expect(grounds(by('mirror', '2024-01-01', start))).toBe('single')
  expect(grounds(paper, wire)).toBe('independent')
  expect(grounds(paper, { ...wire, attribution: [{ who: 'Paper', named: true, source: 'paper' }] })).toBe('single')
  expect(grounds(paper, { ...wire, effects: [{ ...start, certainty: 'denied' }] })).toBe('single')
  expect(grounds({ ...paper, sourcing: 'unseen' })).toBe('unverified')
  expect(groundsOf(moment(), null, [])).toBeNull()
})

test('of several effects of one report the weightiest is shown', () => {
  const both = {
    ...by('paper', '2024-01-01', moves('open', 'decided')),
    effects: [moves('open', 'decided'), moves('open', 'in_force')],
  }
  expect(reportsOnce(evidenceFor(moment(both), 'open')).map(({ effect }) => effect.stage)).toEqual(['in_force'])
})

test('a change rests on unseen records alone until one that was seen tells of the step, or confirms it', () => {
  const unseen = reports.slice(0, 5).map((one) => ({ ...one, sourcing: 'unseen' as const }))
  const rests = (...more: typeof reports) => restsOnUnseenAlone(at([...unseen, ...more]), 'open')
  expect(rests()).toBe(true)
  expect(rests(report('later', '2024-02-01', moves('open', 'in_force')))).toBe(false)
  expect(rests(report('later', '2024-02-01', told('confirms')))).toBe(false)
  expect(rests(report('later', '2024-02-01', told('applies')))).toBe(true)
  expect(
    rests(report('before', '2023-09-01', moves('open', 'agreed')), report('x', '2022-01-01', told('confirms'))),
  ).toBe(true)
  expect(restsOnUnseenAlone(at(unseen, '2019-01-01'), 'open')).toBe(false)
  expect(restsOnUnseenAlone(at(unseen), 'none')).toBe(false)
})
