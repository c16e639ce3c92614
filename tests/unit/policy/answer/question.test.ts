import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  answerTo,
  caseHistory,
  casesOf,
  classesOf,
  compileDossier,
  momentAt,
  questionHistory,
  silentAmong,
  verdictOf,
} from '@/lib/policy'
import { anyDay, anyDossier, change, emptyDossier, moves, report, rule } from '../../../support/dossiers'

describe('the history of a question', () => {
  test('is that of its case, and mixed where its cases differ', () => {
    fc.assert(
      fc.property(anyDossier, (records) => {
        const compiled = compileDossier(records)
        for (const kase of casesOf(compiled, {}))
          expect(questionHistory(compiled, classesOf(compiled, kase))).toEqual(caseHistory(compiled, kase))
        for (const { from, value } of questionHistory(compiled, classesOf(compiled, {})))
          expect(value.disposition).toBe(answerTo(momentAt(compiled, { on: from }), {}).disposition)
      }),
      { numRuns: 60 },
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
        silenced: { change: 'fifty', stage: 'suspended', date: '2025-11', alteration: { to: 'required' } },
      },
      { rule: { rule: { id: 'ships' } }, silenced: { change: 'repeal', stage: 'in_force', date: '2026-01-01' } },
    ])
  })
})
