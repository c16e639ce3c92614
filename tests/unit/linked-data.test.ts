import { describe, expect, test } from 'vitest'
import {
  changeNode,
  datasetNode,
  dossierNode,
  jsonLd,
  type Node,
  reportNode,
  ruleNode,
  siteNode,
} from '@/lib/linked-data'
import { change, emptyDossier, report, rule } from '../support/dossiers'
import { faultsOfNode, knownTypes } from '../support/linked/schema-org'

const told = { locale: 'en' as const, url: 'https://rules.example/en', modified: '2026-11-25T10:00:00Z' }
const { dossier } = emptyDossier()
/** A node as it stands in a page. */
const printed = (node: Node) => JSON.parse(jsonLd([node]))['@graph'][0]
const publishedOf = (published: string, sourcing: 'seen' | 'inferred' | 'unseen') =>
  printed(reportNode({ ...report('r', published), sourcing }, undefined, told)).mainEntity.datePublished

test.each(['2023-08-23T18:00:00+09:00', '2023-08-23', '2025-04', '2025'])(
  'a report is published %s, as it is told',
  (date) => expect(publishedOf(date, 'seen')).toBe(date),
)

test('where the day may be that of the event, no day of publication is told', () => {
  expect(publishedOf('2004-12-10', 'inferred')).toBeUndefined()
  expect(publishedOf('2004-12-10', 'unseen')).toBeUndefined()
})

test('a rule applies since the month that is told, and was decided on the day that is told', () => {
  const node = printed(ruleNode(rule('arms'), dossier, { since: '2024-04', decided: '2024-03-26' }, told))
  expect(node).toMatchObject({
    '@type': 'Legislation',
    legislationDate: '2024-03-26',
    legislationDateOfApplicability: '2024-04',
    temporalCoverage: '2024-04/..',
    legislationLegalForce: 'https://schema.org/InForce',
    legislationIdentifier: told.url,
  })
  const silent = printed(ruleNode(rule('arms'), dossier, { since: null, decided: undefined }, told))
  expect(silent.legislationLegalForce).toBe('https://schema.org/NotInForce')
  for (const name of ['legislationDate', 'legislationDateOfApplicability', 'temporalCoverage'])
    expect(silent).not.toHaveProperty(name)
})

const altered = [
  { rule: rule('arms'), url: 'https://rules.example/en/d/rules/arms', isEnded: false },
  { rule: rule('old'), url: 'https://rules.example/en/d/rules/old', isEnded: true },
]

test('a change names what it amends and what it repeals, and since when', () => {
  const applied = { decided: '2025-12', applies: '2026', force: 'partly' as const, rules: altered }
  expect(printed(changeNode(change('c'), dossier, applied, told))).toMatchObject({
    '@type': 'Legislation',
    legislationDate: '2025-12',
    legislationDateOfApplicability: '2026',
    legislationLegalForce: 'https://schema.org/PartiallyInForce',
    legislationAmends: [{ '@id': 'https://rules.example/en/d/rules/arms' }],
    legislationRepeals: [{ '@id': 'https://rules.example/en/d/rules/old' }],
  })
  const none = { decided: undefined, applies: null, force: 'none' as const, rules: [] }
  const node = printed(changeNode(change('c'), dossier, none, told))
  for (const name of ['legislationDate', 'legislationDateOfApplicability', 'legislationAmends', 'legislationRepeals'])
    expect(node).not.toHaveProperty(name)
})

describe('all that is told is of schema.org, and nothing is told that is not known', () => {
  const data = {
    name: 'Arms',
    description: 'All of it.',
    edition: 3,
    publisher: 'Rulewire',
    distribution: [{ name: 'Rules', url: 'https://rules.example/api/v1/rules', type: 'application/json' }],
  }
  const nodes: Record<string, Node> = {
    site: siteNode('Rulewire', 'A line', told, { licence: 'none' }),
    dossier: dossierNode(dossier, told),
    report: reportNode(report('r', '2023-08'), undefined, told),
    rule: ruleNode(rule('arms'), dossier, { since: null, decided: null }, told),
    'a rule in force': ruleNode(
      rule('arms', { basis: [{ instrument: 'An act', provision: 'Article 1', url: 'https://law.example' }] }),
      { ...dossier, jurisdiction: 'JP' },
      { since: '2024', decided: '2023-12' },
      told,
    ),
    change: changeNode(
      change('c'),
      dossier,
      { decided: '2025', applies: '2026-01', force: 'whole', rules: altered },
      told,
    ),
    data: datasetNode({ ...data, licence: 'none' }, told),
    'data under a licence': datasetNode(
      {
        ...data,
        licence: { name: 'CC BY 4.0', spdx: 'CC-BY-4.0' },
        jurisdiction: 'JP',
        coverage: { from: '2014', checked: '2026-11-25' },
      },
      told,
    ),
  }

  test('the vocabulary is read', () => {
    expect(knownTypes).toBeGreaterThan(700)
    expect(faultsOfNode({ '@type': 'Legislation', legislationColour: 'red', name: null })).toEqual([
      '$ is a Legislation, which has no legislationColour',
      '$.name says nothing',
    ])
  })

  test.each(Object.entries(nodes))('%s', (_, node) => expect(faultsOfNode(printed(node))).toEqual([]))
})
