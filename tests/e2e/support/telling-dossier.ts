import type { DossierRecords } from '@/lib/model'
import { change, emptyDossier, leaf, moves, report, rule } from '../../support/dossiers'

const said = { language: 'en', text: 'the rule will come back after a year' }

/** A dossier that has one of everything that an answer may tell: a duty, a group, members, what is not followed, what nobody knows. */
export const tellingDossier = (): DossierRecords =>
  emptyDossier({
    dossier: {
      id: 'telling',
      title: 'A telling dossier',
      timeZone: 'Europe/Brussels',
      question: 'May {item} go to {party}?',
      default: 'unstated',
      untracked: [{ scope: { item: ['tool'] }, note: 'Tools are another office’s business.' }],
      matrix: { rows: 'item', columns: 'party', fixed: {} },
      dimensions: [
        {
          id: 'item',
          name: 'Item',
          values: [
            { ...leaf('strong'), name: 'strong chips', codes: [{ scheme: 'eccn', code: '3A090.a' }] },
            { ...leaf('weak'), name: 'weak chips' },
            { ...leaf('tool'), name: 'tools' },
          ],
          members: [{ id: 'x1', name: 'X1', terms: { en: ['X1'] }, in: [{ value: 'strong', from: '2025-06' }] }],
        },
        {
          id: 'party',
          name: 'Party',
          values: [
            { ...leaf('ally'), name: 'an ally' },
            { ...leaf('rival'), name: 'a rival' },
            { ...leaf('other'), name: 'another country' },
          ],
          groups: [{ id: 'watched', name: 'watched countries', values: ['rival', 'other'] }],
          members: [
            {
              id: 'ruritania',
              name: 'Ruritania',
              terms: { en: ['Ruritania', 'Ruritanian'] },
              in: [
                { value: 'ally', until: '2024-12-31' },
                { value: 'rival', from: '2025-01-01' },
              ],
            },
          ],
        },
      ],
    },
    rules: [
      rule('licence', {
        title: 'Licence for watched countries',
        scope: { item: ['strong', 'weak'], party: ['watched'] },
      }),
      rule('allies', { title: 'Allies are free', scope: { item: ['strong', 'weak'], party: ['ally'] } }),
      rule('reporting', { title: 'Every sale is reported', kind: 'duty', scope: { item: ['strong'] } }),
      rule('affiliates', { title: 'Affiliates of listed firms', scope: { item: ['weak'], party: ['other'] } }),
    ],
    changes: [
      {
        ...change(
          'licence-act',
          { rule: 'licence', to: 'required' },
          { rule: 'licence', to: 'prohibited', from: '2027-12', says: 'presumption of denial' },
          { rule: 'allies', to: 'permitted' },
        ),
        title: 'Licence act',
      },
      {
        ...change('reporting-order', { rule: 'reporting', to: 'required', conditions: ['Within thirty days'] }),
        title: 'Reporting order',
      },
      { ...change('affiliates-rule', { rule: 'affiliates', to: 'prohibited' }), title: 'Affiliates rule' },
      {
        ...change('big-sale'),
        title: 'The big sale to a rival',
        concerns: { item: ['strong'], party: ['rival'] },
      },
    ],
    actors: [
      { id: 'parliament', name: 'the Parliament', kind: 'government' },
      { id: 'greens', name: 'the Greens', kind: 'party' },
      { id: 'jane', name: 'Jane Doe', kind: 'person', of: [{ actor: 'greens', from: '2024-05' }] },
    ],
    reports: [
      {
        ...report('act', '2024-02-01', {
          ...moves('licence-act', 'in_force', '2024-02-01'),
          by: 'parliament',
          event: 'passed',
        }),
        title: 'The licence act passes',
        headline: 'Bulletin 17',
        source: 'gazette',
        kind: 'official',
      },
      report('order', '2024-03-01', moves('reporting-order', 'in_force', '2024-03-01')),
      report('affiliates-start', '2025-09-29', moves('affiliates-rule', 'in_force', '2025-09-29')),
      {
        ...report('affiliates-stop', '2025-11-10', moves('affiliates-rule', 'suspended', '2025-11-10')),
        expectations: [
          { change: 'affiliates-rule', stage: 'in_force', from: '2026-11-10', until: '2026-11-10', quote: said },
        ],
      },
      report('sale', '2026-05-01', moves('big-sale', 'floated', '2026-05-01')),
      report('sale-denied', '2026-06-01', { ...moves('big-sale', 'decided', '2026-06-01'), certainty: 'denied' }),
      {
        ...report('stance', '2026-06-02'),
        positions: [{ actor: 'jane', change: 'big-sale', stance: 'opposes' }],
      },
    ],
  })
