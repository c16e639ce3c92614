import { expect, test } from 'vitest'
import { reportNode, ruleNode } from '@/lib/linked-data'
import { emptyDossier, report, rule } from '../support/dossiers'

const told = { locale: 'en' as const, url: 'https://rules.example/en', modified: '2026-11-25T10:00:00Z' }
const publishedOf = (published: string, sourcing: 'seen' | 'inferred' | 'unseen') =>
  (reportNode({ ...report('r', published), sourcing }, undefined, told).mainEntity as Record<string, unknown>)
    .datePublished

test.each(['2023-08-23T18:00:00+09:00', '2023-08-23', '2025-04', '2025'])(
  'a report is published %s, as it is told',
  (date) => expect(publishedOf(date, 'seen')).toBe(date),
)

test('where the day may be that of the event, no day of publication is told', () => {
  expect(publishedOf('2004-12-10', 'inferred')).toBeUndefined()
  expect(publishedOf('2004-12-10', 'unseen')).toBeUndefined()
})

test('a rule is in force since the month that is told', () => {
  const { dossier } = emptyDossier()
  expect(ruleNode(rule('arms'), dossier, '2024-04', told).temporalCoverage).toBe('2024-04/..')
  expect(ruleNode(rule('arms'), dossier, null, told).legislationLegalForce).toBe('https://schema.org/NotInForce')
})
