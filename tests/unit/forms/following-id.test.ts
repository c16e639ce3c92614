import { describe, expect, test } from 'vitest'
import { followingId } from '@/lib/forms/following-id'

describe('an id that was made of a name', () => {
  test.each([
    ['rule', 'lampp-act', { title: { en: 'Lampp act' } }, { title: { en: 'Lamp act' } }, 'lamp-act'],
    ['rule', 'lampp-act-2', { title: 'Lampp act' }, { title: 'Lamp act' }, 'lamp-act'],
    ['change', 'rule-2', { title: 'Rule 2' }, { title: 'Rule 3' }, 'rule-3'],
    ['actor', 'actor', { name: { ja: '公明党' } }, { name: { ja: '公明党', en: 'Komeito' } }, 'komeito'],
    ['actor', 'actor-4', { name: { ja: '公明' } }, { name: { ja: '公明党', en: 'Komeito' } }, 'komeito'],
    ['source', 'kyoddo', { name: 'Kyoddo' }, { name: { en: 'Kyodo' } }, 'kyodo'],
    ['source', 'kyodo', { name: 'Kyodo' }, { name: {} }, 'source'],
    [
      'report',
      '2026-11-20-kyodo-lampps-go-out',
      { headline: { en: 'Lampps go out' } },
      { headline: { en: 'Lamps go out' } },
      '2026-11-20-kyodo-lamps-go-out',
    ],
    ['report', '2026-11-kyodo-lampps-2', { headline: 'Lampps' }, { headline: 'Lamps' }, '2026-11-kyodo-lamps'],
  ] as const)('follows it: %s %s', (kind, id, before, after, wanted) => {
    expect(followingId(kind, id, before, after)).toBe(wanted)
  })

  test.each([
    ['the name gives the same', 'rule', 'lamp-act', { title: 'Lamp act' }, { title: 'The lamp act!' }],
    [
      'it is still so called in a language',
      'actor',
      'spd',
      { name: { de: 'SPD' } },
      { name: { de: 'SPD', en: 'Party' } },
    ],
    ['somebody chose it', 'rule', 'ours', { title: 'Lampp act' }, { title: 'Lamp act' }],
    ['only part of it is the name', 'rule', 'my-lampp-act', { title: 'Lampp act' }, { title: 'Lamp act' }],
    [
      'a report has no Latin letters',
      'report',
      '2026-11-20-kyodo',
      { headline: { ja: '灯' } },
      { headline: { ja: '灯火' } },
    ],
    ['a dossier is named by all of its records', 'dossier', 'lampp', { title: 'Lampp' }, { title: 'Lamp' }],
    ['nothing of it is a name', 'rule', 'lampp', null, { title: 7 }],
  ] as const)('stays where %s', (_, kind, id, before, after) => {
    expect(followingId(kind, id, before, after)).toBeNull()
  })
})
