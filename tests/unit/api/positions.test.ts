import { expect, test } from 'vitest'
import { positionsCsv, positionsForm } from '@/lib/api/positions'
import { positionsAsked } from '@/lib/asking/positions'
import { change, emptyDossier, report } from '../../support/dossiers'

const records = {
  ...emptyDossier({
    changes: [{ ...change('c'), title: { en: 'Arms, “lethal”', ja: '殺傷兵器' } }],
    reports: [
      {
        ...report('r', '2023-08'),
        positions: [
          {
            actor: 'ann',
            change: 'c',
            stance: 'wary' as const,
            quote: { text: '=歯止めが必要だ', language: 'ja' },
            note: { ja: '一部の議員' },
          },
        ],
      },
    ],
  }),
  actors: [
    { id: 'party', name: { en: 'Party', ja: '党' }, kind: 'party' as const },
    {
      id: 'ann',
      name: { en: 'Ann', ja: 'アン' },
      kind: 'person' as const,
      of: [{ actor: 'party', from: '2020', until: '2023-08-10' }],
    },
  ],
}
const form = (query: Partial<Record<'actor' | 'change' | 'from' | 'to', string>>) => {
  const asked = { actor: undefined, change: undefined, from: undefined, to: undefined, ...query }
  const told = { records, sources: new Map(), discredited: new Set(['r']), edition: 7 }
  return positionsForm(told, positionsAsked({ query: asked, records }))
}

test('a position is given with its words, its report and to whom the actor belonged', () => {
  const { members, positions, ...asked } = form({ actor: 'party', from: '2023-08-05', to: '2023' })
  expect(asked).toMatchObject({ actor: 'party', change: null, from: '2023-08-05', to: '2023', edition: 7, count: 1 })
  expect(members).toMatchObject([{ actor: 'ann', times: [{ from: '2020', until: '2023-08-10' }] }])
  expect(positions).toMatchObject([
    { actor: 'ann', stance: 'wary', on: '2023-08', report: 'r', published: '2023-08', discredited: true, url: null },
  ])
})

test('the table holds the same rows, named in both languages, and no formula', () => {
  const csv = positionsCsv(form({}))
  expect(csv.startsWith('\uFEFFactor,actor_en,actor_ja,of,stance,change,')).toBe(true)
  const [, row = '', ...more] = csv.trim().split('\r\n')
  expect(more).toEqual([])
  expect(row.startsWith('ann,Ann,アン,party (2020/2023-08-10),wary,c,"Arms, “lethal”",殺傷兵器,2023-08,')).toBe(true)
  expect(row).toContain(",'=歯止めが必要だ,ja,一部の議員,一部の議員,r,")
  expect(row.endsWith(',2023-08,seen,yes')).toBe(true)
  expect(positionsCsv({ positions: [] }).trim().split('\r\n')).toHaveLength(1)
})

test('what makes no sense is refused by name', () => {
  const refused = (query: Parameters<typeof form>[0], parameter: string) =>
    expect(() => form(query)).toThrow(expect.objectContaining({ parameter }))
  refused({ actor: 'nobody' }, 'actor')
  refused({ change: 'party' }, 'change')
  refused({ from: '2023-02-30' }, 'from')
  refused({ from: '2024', to: '2023-12' }, 'to')
  expect(form({ from: '2023-08-31', to: '2023-08' }).count).toBe(1)
})
