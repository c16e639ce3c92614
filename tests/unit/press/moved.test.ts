import { describe, expect, test } from 'vitest'
import { isLocale } from '@/lib/model'
import { canonicalOf } from '@/lib/press/canonical'
import { dimensionPlace, formerInDossier, formerPlace, valuePlace } from '@/lib/press/former-ids'

const former = new Map([
  [formerPlace('', '', 'weapons'), 'arms'],
  [formerPlace('arms', 'rules', 'old-rule'), 'new-rule'],
  [formerPlace('arms', 'changes', 'old-change'), 'new-change'],
  [formerPlace('arms', 'reports', 'old-report'), 'new-report'],
  [formerPlace('arms', 'actors', 'old-actor'), 'new-actor'],
  [formerPlace('', 'sources', 'old-paper'), 'new-paper'],
  [formerPlace('arms', dimensionPlace, 'item'), 'equipment'],
  [formerPlace('arms', valuePlace('equipment'), 'gun'), 'rifle'],
])
const nameable = {
  edition: 9,
  hasLanguage: isLocale,
  dimensionsOf: (dossier: string) => (dossier === 'arms' ? ['equipment', 'purpose'] : undefined),
  hasDossier: (dossier: string) => dossier === 'arms' || dossier === 'weapons',
  hasRecord: () => true,
  nowOf: (dossier: string, folder: string, id: string) => former.get(formerPlace(dossier, folder, id)),
}
const leadsTo = (target: string) => {
  const found = canonicalOf(target, nameable)
  return found?.isMoved ? found.url : null
}

describe('an address with an id that something had before', () => {
  test.each([
    ['/en/weapons', '/en/arms'],
    ['/en/weapons/rules/old-rule', '/en/arms/rules/new-rule'],
    ['/ja/arms/rules/old-rule', '/ja/arms/rules/new-rule'],
    ['/en/arms/changes/old-change', '/en/arms/changes/new-change'],
    ['/en/arms/reports/old-report', '/en/arms/reports/new-report'],
    ['/en/arms/reports/old-report/cite.bib', '/en/arms/reports/new-report/cite.bib'],
    ['/en/arms/actors/old-actor?from=2024', '/en/arms/actors/new-actor?from=2024'],
    ['/en/arms/rules/old-rule/feed.xml', '/en/arms/rules/new-rule/feed.xml'],
    ['/en/arms/sources/old-paper/feed.xml', '/en/arms/sources/new-paper/feed.xml'],
    ['/en/arms/timeline?source=old-paper', '/en/arms/timeline?source=new-paper'],
    ['/en/arms/atom.xml?rule=old-rule&actor=old-actor', '/en/arms/atom.xml?actor=new-actor&rule=new-rule'],
    ['/en/arms/ask?item=gun', '/en/arms/ask?equipment=rifle'],
    ['/en/arms/matrix?rows=item&columns=purpose', '/en/arms/matrix?columns=purpose&rows=equipment'],
    ['/api/v1/dossiers/weapons/verdict?equipment=gun', '/api/v1/dossiers/arms/verdict?equipment=rifle'],
    [
      '/api/v1/dossiers/arms/verdict?assume=old-change@2027-01-01',
      '/api/v1/dossiers/arms/verdict?assume=new-change%402027-01-01',
    ],
    ['/en/corrections?dossier=weapons', '/en/corrections?dossier=arms'],
    ['/api/v1/reports?dossier=weapons&change=old-change', '/api/v1/reports?change=new-change&dossier=arms'],
    ['/api/v1/events?dossier=arms&report=old-report', '/api/v1/events?dossier=arms&report=new-report'],
  ])('%s leads to %s', (target, expected) => {
    expect(leadsTo(target)).toBe(expected)
  })

  test.each([
    '/en/arms/rules/new-rule',
    // At an earlier edition it was called so.
    '/en/arms/rules/old-rule?edition=3',
    '/en/arms/timeline?words=old-paper',
    '/en/arms/ask?purpose=gun',
    '/en/arms/rules/old-change',
  ])('%s stays where it is', (target) => {
    expect(leadsTo(target)).toBeNull()
  })
})

test('the former ids of what stands in a dossier are found wherever it stands', () => {
  const dimension = {
    id: 'equipment',
    formerly: ['item'],
    values: [{ id: 'weapon', values: [{ id: 'rifle', formerly: ['gun'], values: [] }] }],
    groups: [{ id: 'loud', formerly: ['noisy'], values: ['rifle'] }],
    members: [{ id: 'm16', formerly: ['m-16'], in: [{ value: 'rifle' }] }],
  }
  expect(formerInDossier({ id: 'arms', dimensions: [dimension] })).toEqual([
    ['arms = item', 'equipment'],
    ['arms =equipment gun', 'rifle'],
    ['arms =equipment noisy', 'loud'],
    ['arms =equipment m-16', 'm16'],
  ])
})
