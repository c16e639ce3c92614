import { describe, expect, test } from 'vitest'
import { readContent } from '@/lib/content'
import { type Answers, answersSchema } from '@/lib/forms/beginning/answers'
import { nextRuleOf } from '@/lib/forms/beginning/next-rule'
import { applyEdits, leavesOf, parseRecord, type RecordEdit, validateDossier } from '@/lib/model'
import { compileDossier, momentAt, verdictOf } from '@/lib/policy'

const read = await readContent('content')
if (!read.ok) throw new Error(JSON.stringify(read.problems))
const { sources, dossiers } = read.content
const records = dossiers.find((one) => one.dossier.id === 'eu-ai-act')
if (!records) throw new Error('There is no such dossier.')
const { dossier } = records
const [first] = dossier.dimensions
const value = first?.values[0]?.id ?? ''
const answers: Answers = {
  'rule.title': 'Nobody may be scored by pupils',
  [`rule.scope.${first?.id}`]: `${value} gone-by-now`,
  'rule.to': 'prohibited',
  'actor.name': 'European Commission',
  language: 'en',
  'source.name': 'The Gazette',
  'report.headline': '生徒による採点を禁止',
  'report.language': 'ja',
  'report.published': '2026-11-03',
  'report.stage': 'in_force',
}
const ids = { rule: 'no-scoring', actor: 'commission', source: 'gazette', report: '2026-11-03-gazette' }
const place = { dossier, ids, isKnown: { actor: false, source: false } }

describe('a rule that comes to a dossier', () => {
  test('is sound with what is there, and answers what its report tells', () => {
    const { records: made, problems } = nextRuleOf(answers, place)
    expect(problems).toEqual([])
    expect(made.map(({ kind }) => kind)).toEqual(['source', 'actor', 'rule', 'change', 'report'])
    const edits = made.map(({ kind, id: of, data }): RecordEdit => {
      const parsed = parseRecord(kind, data)
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
      return { kind, id: of, record: parsed.record }
    })
    const after = applyEdits(records, edits)
    const known = [...sources, { id: 'gazette', name: 'The Gazette', kind: 'other' as const }]
    expect(validateDossier(after, known)).toEqual([])
    const rule = after.rules.find((one) => one.id === 'no-scoring')
    expect(rule?.scope).toEqual({ [first?.id ?? '']: [value] })
    const question = Object.fromEntries(
      dossier.dimensions.map((one) => [one.id, one.values.flatMap(leavesOf)[0]?.id ?? '']),
    )
    const verdict = verdictOf(momentAt(compileDossier(after, known), { on: '2026-11-30' }), question)
    expect([verdict.rule, ...verdict.overridden.map((one) => one.rule)]).toContain('no-scoring')
  })

  test('names who is there already, and asks for what is missing', () => {
    const told = nextRuleOf(answers, { ...place, isKnown: { actor: true, source: true } })
    expect(told.records.map(({ kind }) => kind)).toEqual(['rule', 'change', 'report'])
    expect(told.records.at(-1)?.data).toMatchObject({ source: 'gazette', effects: [{ by: 'commission' }] })
    expect(nextRuleOf({}, place).problems.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['rule.title', 'rule.to', 'actor.name', 'report.headline', 'report.published']),
    )
    expect(nextRuleOf({ ...answers, 'rule.from': 'soon' }, place).problems).toEqual([
      {
        name: 'rule.from',
        message: 'is not a date: write 2023-08-23, or 2023-08 or 2023 where only that much is known',
      },
    ])
  })

  test('its answers are kept by the ids of dimensions', () => {
    expect(answersSchema.safeParse(answers).success).toBe(true)
    expect(answersSchema.safeParse({ 'rule.scope.': 'x' }).success).toBe(false)
    expect(answersSchema.safeParse({ 'rule.scope.A b': 'x' }).success).toBe(false)
  })
})
