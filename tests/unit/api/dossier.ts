import type { DossierRecords } from '@/lib/model'
import { change, emptyDossier, moves, report, rule } from '../../support/dossiers'

const empty = emptyDossier()
const [thing, place] = empty.dossier.dimensions

/** A dossier with everything that an answer may tell: groups, a member that moves, a duty, dates of a month, a suspension, something pending. */
export const full: DossierRecords = emptyDossier({
  dossier: {
    ...empty.dossier,
    untracked: [{ scope: { thing: ['radar'] } }],
    matrix: { rows: 'thing', columns: 'place', fixed: {} },
    dimensions: [
      {
        id: 'thing',
        values: thing?.values ?? [],
        groups: [{ id: 'afloat', values: ['ship', 'radar'] }],
      },
      {
        id: 'place',
        values: place?.values ?? [],
        members: [
          {
            id: 'atlantis',
            in: [
              { value: 'far', until: '2025-12-31' },
              { value: 'near', from: '2026-01-01' },
            ],
          },
        ],
      },
    ],
  },
  rules: [
    rule('arms', { scope: { thing: ['weapon'] } }),
    rule('guns', { scope: { thing: ['gun'] } }),
    rule('consent', { kind: 'duty', scope: { thing: ['ship'], place: ['far'] } }),
  ],
  changes: [
    change('ban', { rule: 'arms', to: 'prohibited' }),
    change(
      'opening',
      { rule: 'arms', to: 'not_required', until: '2026' },
      { rule: 'arms', to: 'conditional', conditions: ['=only once'], from: '2027-04' },
    ),
    change('paperwork', { rule: 'consent', to: 'required' }),
    change('gun-law', { rule: 'guns', to: 'permitted' }),
    change('idea', { rule: 'arms', to: 'permitted' }),
  ],
  reports: [
    report('2020-ban', '2020-01-01', moves('ban', 'in_force')),
    report('2024-04-opening', '2024-04', moves('opening', 'in_force', '2024-04')),
    report('2024-paperwork', '2024-06-01', moves('paperwork', 'in_force')),
    report('2021-guns', '2021-01-01', moves('gun-law', 'in_force')),
    {
      ...report('2022-guns', '2022-01-01', moves('gun-law', 'suspended')),
      expectations: [{ change: 'gun-law', stage: 'in_force', until: '2023-01', quote: undefined, from: undefined }],
    },
    report('2025-idea', '2025-05-05', moves('idea', 'proposed')),
  ],
})
