import { describe, expect, test } from 'vitest'
import type { Change, Effect, Report } from '@/lib/model'
import { compileDossier, contradictionsOf, momentAt } from '@/lib/policy'
import { change, emptyDossier, moves, report } from '../../../support/dossiers'

/** What the engine finds in one change, as [kind, stage, reports, settled]. */
function found(reports: Report[], over: Partial<Change> = {}, on = '2026-01-01') {
  const compiled = compileDossier(emptyDossier({ changes: [{ ...change('c'), ...over }], reports }))
  const [compiledChange] = compiled.changes
  if (!compiledChange) throw new Error('no change')
  return contradictionsOf(momentAt(compiled, { on }), compiledChange).map(({ kind, stage, effects, resolution }) => [
    kind,
    stage,
    effects.map((one) => one.report.id),
    resolution !== null,
  ])
}

const certain = (effect: Effect, certainty: Effect['certainty']): Effect => ({ ...effect, certainty })

test('one step on two days is told; a month and a day within it agree', () => {
  const a = report('a', '2023-11-20', moves('c', 'in_force', '2023-11-16'))
  const b = report('b', '2023-11-25', moves('c', 'in_force', '2023-11-17'))
  const month = report('m', '2023-11-26', moves('c', 'in_force', '2023-11'))
  expect(found([a, b])).toEqual([['dates', 'in_force', ['a', 'b'], false]])
  expect(found([a, month])).toEqual([])
})

test('a date that is moved before it comes is no disagreement', () => {
  const a = report('a', '2023-10-20', moves('c', 'in_force', '2023-11-16'))
  const b = report('b', '2023-10-25', moves('c', 'in_force', '2023-12-17'))
  expect(found([a, b])).toEqual([])
})

test('a step that comes back after another is not the same step', () => {
  expect(
    found([
      report('a', '2020-01-01', moves('c', 'proposed', '2020-01-01')),
      report('b', '2020-02-01', moves('c', 'withdrawn', '2020-02-01')),
      report('d', '2020-03-01', moves('c', 'proposed', '2020-03-01')),
    ]),
  ).toEqual([])
})

test('different stages of one day, unless a report tells both or one follows from the other at once', () => {
  const suspended = report('a', '2025-05-13', moves('c', 'suspended', '2025-05-13'))
  const repealed = report('b', '2025-05-14', moves('c', 'repealed', '2025-05-13'))
  expect(found([suspended, repealed])).toEqual([['stages', 'repealed', ['a', 'b'], false]])
  const decided = report('d', '2025-05-13', moves('c', 'decided', '2025-05-13'))
  const inForce = report('e', '2025-05-14', moves('c', 'in_force', '2025-05-13'))
  expect(found([decided, inForce])).toEqual([])
  const agreed = report('f', '2025-05-13', moves('c', 'agreed', '2025-05-13'))
  expect(found([agreed, inForce])).toEqual([['stages', 'in_force', ['f', 'e'], false]])
  const both = report('g', '2025-05-15', moves('c', 'agreed', '2025-05-13'), moves('c', 'in_force', '2025-05-13'))
  expect(found([agreed, inForce, both])).toEqual([])
})

test('one says it, one denies it', () => {
  const said = report('a', '2025-05-13', moves('c', 'agreed', '2025-05-13'))
  const denied = report('b', '2025-05-14', certain(moves('c', 'agreed', '2025-05-13'), 'denied'))
  expect(found([said, denied])).toEqual([['certainty', 'agreed', ['a', 'b'], false]])
})

test('a dispute shows what it is against, and an editor who names the report that holds settles it', () => {
  const said = report('a', '2025-05-13', moves('c', 'agreed', '2025-05-13'))
  const later = report('later', '2025-08-01', moves('c', 'decided', '2025-08-01'))
  const dispute = report('b', '2025-05-20', { ...moves('c', undefined, '2025-05-20'), kind: 'disputes' })
  expect(found([said, later, dispute])).toEqual([['disputed', null, ['b', 'a'], false]])
  const resolutions = (holds: string): Partial<Change> => ({
    resolutions: [{ about: 'disputed', holds, reason: 'The law gazette gives this day.' }],
  })
  expect(found([said, later, dispute], resolutions('a'))).toEqual([['disputed', null, ['b', 'a'], true]])
  expect(found([said, later, dispute], resolutions('later'))).toEqual([['disputed', null, ['b', 'a'], false]])
})

const disputes = (stage: Effect['stage'], on: string): Effect => ({ ...moves('c', stage, on), kind: 'disputes' })
const confirms = (on: string, stage?: Effect['stage']): Effect => ({ ...moves('c', stage, on), kind: 'confirms' })

describe('the other side of a dispute', () => {
  const opened = report('opened', '2026-05-05', moves('c', 'proposed', '2026-05-05'))
  const pushed = report('pushed', '2026-05-31', confirms('2026-05-31'))

  test('is what others confirm of the same day, not the last step before it', () => {
    const halted = report('halted', '2026-05-31', disputes(undefined, '2026-05-31'))
    expect(found([opened, pushed, halted], {}, '2026-06-30')).toEqual([['disputed', null, ['halted', 'pushed'], false]])
  })

  test('is what its report names as related, of whatever day, before any other of the same day', () => {
    const agreeing = report('agreeing', '2026-06-01', moves('c', 'in_force', '2026-06-01'))
    const halted = { ...report('halted', '2026-06-01', disputes(undefined, '2026-06-01')), related: ['opened'] }
    expect(found([opened, agreeing, halted], {}, '2026-06-30')).toEqual([
      ['disputed', null, ['halted', 'opened'], false],
    ])
  })

  test('of a stage that it names: the steps to it and what confirms them, not what is told of another', () => {
    const agreed = report('agreed', '2026-05-07', moves('c', 'agreed', '2026-05-07'))
    const seen = report('seen', '2026-05-08', confirms('2026-05-07'))
    const ratified = report('ratified', '2026-05-13', confirms('2026-05-13', 'agreed'))
    const voted = report('voted', '2026-06-16', confirms('2026-06-16', 'agreed'))
    const late = { ...report('late', '2026-05-17', disputes('agreed', '2026-05-17')), related: ['ratified', 'opened'] }
    expect(found([opened, agreed, seen, ratified, voted, late], {}, '2026-06-30')).toEqual([
      ['disputed', null, ['late', 'agreed', 'seen', 'ratified'], false],
    ])
  })
})

test('a settlement that names both reports leaves other disputes against the same one open', () => {
  const reports = [
    report('a', '2025-05-13', moves('c', 'agreed', '2025-05-13')),
    report('b', '2025-05-20', disputes('agreed', '2025-05-12')),
    report('d', '2025-05-20', disputes('agreed', '2025-05-20')),
  ]
  const about = 'disputed'
  const named = { about, holds: 'a', against: 'd', reason: 'It is the text itself.' } as const
  expect(found(reports, { resolutions: [named] })).toEqual([
    ['disputed', null, ['b', 'a'], false],
    ['disputed', null, ['d', 'a'], true],
  ])
  expect(found(reports, { resolutions: [{ about, holds: 'a', reason: 'Both are wrong.' }, named] })).toEqual([
    ['disputed', null, ['b', 'a'], true],
    ['disputed', null, ['d', 'a'], true],
  ])
})
