import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type Day, type DossierRecords } from '@/lib/model'
import {
  type AnswersMove,
  type AnswersTold,
  type Case,
  type Compiled,
  casesOf,
  comparisonOf,
  compileDossier,
  daysToTell,
  eventsOfDay,
  eventsOfPublishing,
  momentAt,
  type PolicyEvent,
} from '@/lib/policy'
import { anyDay, anyDossier } from '../../../support/dossiers'
import { answerOfCase, saidIn } from '../../../support/reference/answer'
import { knownOf } from '../../../support/reference/life'

const answersIn = (events: readonly PolicyEvent[], about: AnswersTold['about']): AnswersTold[] =>
  events.flatMap(({ kind, data }) => (kind === 'answers' && data.about === about ? [data] : []))

const nameOf = (kase: Case) => JSON.stringify(Object.entries(kase).sort())

/** The cases of a move, block by block, by the values that name them. */
const casesIn = (move: AnswersMove, [before, after]: readonly [Compiled, Compiled]): Case[] =>
  move.where.flatMap(({ values }) => casesOf(move.isGone ? before : after, values))

/** What the model as it is written tells of each case; of one that is not there, and of what is not followed, that it is silent. */
function saidToAll(records: DossierRecords, day: Day): Map<string, string> {
  const known = knownOf(records)
  return new Map(
    casesOf(compileDossier(records), {}).map((kase) => {
      const answer = answerOfCase(known, kase, day)
      const disposition = answer.disposition === 'untracked' ? 'unstated' : answer.disposition
      return [nameOf(kase), saidIn({ ...answer, disposition })]
    }),
  )
}
const silent = saidIn({ disposition: 'unstated', rule: null, change: null, conditions: [], duties: [] })

/** Of the cases that are answered otherwise each once, and no other. */
function expectExactly(events: PolicyEvent[], forms: readonly [Compiled, Compiled], [a, b]: readonly [Day, Day]) {
  const [before, after] = [saidToAll(forms[0].records, a), saidToAll(forms[1].records, b)]
  const differing = [...new Set([...before.keys(), ...after.keys()])].filter(
    (kase) => (before.get(kase) ?? silent) !== (after.get(kase) ?? silent),
  )
  const moves = answersIn(events, 'now').flatMap(({ moves }) => moves)
  const told = moves.flatMap((move) => casesIn(move, forms).map(nameOf))
  expect(told.sort()).toEqual(differing.sort())
  for (const move of moves) expect(move.cases).toBe(casesIn(move, forms).length)
}

/** One dossier with a change, a rule, the reports or the values of another. */
function mixed(one: DossierRecords, other: DossierRecords, what: number): DossierRecords {
  const [rules, changes] = [one.rules, one.changes].map((all) => new Set(all.map(({ id }) => id)))
  const alterations = other.changes[0]?.alterations.filter(({ rule }) => rules?.has(rule)) ?? []
  const reports = other.reports.filter(({ effects }) => effects.every(({ change }) => changes?.has(change)))
  if (what === 0) return { ...one, changes: one.changes.map((own, at) => (at === 0 ? { ...own, alterations } : own)) }
  if (what === 1) {
    const { scope = {} } = other.rules[0] ?? {}
    return { ...one, rules: one.rules.map((own, at) => (at === 0 ? { ...own, scope } : own)) }
  }
  if (what === 2) return { ...one, reports: one.reports.slice(1) }
  if (what === 3) return { ...one, reports }
  const [first, ...rest] = one.dossier.dimensions
  if (!first) return one
  const grown = {
    ...first,
    values: [...first.values.slice(1), { id: 'brand-new', values: [] }],
    groups: [],
    members: [],
  }
  const kept = one.rules.filter(({ scope }) => !scope[first.id])
  const ids = new Set(kept.map(({ id }) => id))
  return {
    ...one,
    dossier: { ...one.dossier, dimensions: [grown, ...rest], untracked: [] },
    rules: kept.map((rule) => ({ ...rule, overrides: rule.overrides.filter((id) => ids.has(id)) })),
    changes: one.changes.map((change) => ({
      ...change,
      alterations: change.alterations.filter(({ rule }) => ids.has(rule)),
    })),
  }
}

describe('of any dossier', () => {
  test('every answer that a publication moves today is in exactly one event, and nothing else is', () => {
    fc.assert(
      fc.property(anyDossier, anyDossier, fc.nat(4), anyDay, (one, other, what, today) => {
        const forms = [compileDossier(one), compileDossier(mixed(one, other, what))] as const
        const events = eventsOfPublishing(...forms, today)
        expectExactly(events, forms, [today, today])
        expect(new Set(events.map(({ kind, key }) => `${kind} ${key}`)).size).toBe(events.length)
      }),
      { numRuns: 300 },
    )
  })

  test('so is every answer that moves because a day has come', () => {
    fc.assert(
      fc.property(anyDossier, anyDay, (records, day) => {
        const compiled = compileDossier(records)
        expectExactly(eventsOfDay(compiled, day), [compiled, compiled], [addDays(day, -1), day])
      }),
      { numRuns: 300 },
    )
  })

  test('of answers that stay, what comes next otherwise is told as a comparison tells it', () => {
    fc.assert(
      fc.property(anyDossier, anyDossier, fc.nat(3), anyDay, (one, other, what, today) => {
        const forms = [compileDossier(one), compileDossier(mixed(one, other, what))] as const
        const told = answersIn(eventsOfPublishing(...forms, today), 'next').flatMap(({ direction, moves }) =>
          moves.flatMap((move) => casesIn(move, forms).map((kase) => `${nameOf(kase)} ${direction}`)),
        )
        const [a, b] = forms.map((form) => momentAt(form, { on: today }))
        const right = a && b ? comparisonOf(a, b).differences.filter(({ nexts }) => nexts !== null) : []
        expect(told.sort()).toEqual(right.map((one) => `${nameOf(one.case)} ${one.direction}`).sort())
      }),
      { numRuns: 200 },
    )
  })

  test('nothing happens when nothing changed, whatever order the records are in', () => {
    fc.assert(
      fc.property(anyDossier, anyDay, (records, today) => {
        const again = { ...structuredClone(records), reports: records.reports.toReversed() }
        expect(eventsOfPublishing(compileDossier(records), compileDossier(again), today)).toEqual([])
      }),
    )
  })

  test('on a day that is passed over nothing happens', () => {
    fc.assert(
      fc.property(anyDossier, (records) => {
        const compiled = compileDossier(records)
        const [first, last] = ['2023-12-01', '2025-02-01']
        const told = new Set(daysToTell(compiled, first, last))
        for (let day = addDays(first, 1); day <= last; day = addDays(day, 1))
          if (!told.has(day)) expect({ day, events: eventsOfDay(compiled, day) }).toEqual({ day, events: [] })
      }),
      { numRuns: 25 },
    )
  })
})
