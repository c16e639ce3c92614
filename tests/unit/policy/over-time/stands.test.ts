import { describe, expect, test } from 'vitest'
import type { Actor, Position, Report } from '@/lib/model'
import { type StandsAsked, standsOf } from '@/lib/policy'
import { change, emptyDossier, report } from '../../../support/dossiers'

const actor = (id: string, ...of: NonNullable<Actor['of']>): Actor => ({ id, name: id, kind: 'person', of })
const says = (id: string, published: string, ...positions: Position[]): Report => ({
  ...report(id, published),
  positions,
})
const stands = (who: string, over: Partial<Position> = {}): Position => ({
  actor: who,
  change: 'c',
  stance: 'wary',
  ...over,
})

const records = {
  ...emptyDossier({
    changes: [change('c'), change('d')],
    reports: [
      says('later', '2024-03-10', stands('party', { stance: 'supports' }), stands('ann', { change: 'd' })),
      says('night', '2023-08-22T16:00:00Z', stands('party')),
      says('told-back', '2026-01-01', stands('ann', { on: '2022' }), stands('bob', { on: '2024-05' })),
    ],
  }),
  actors: [
    actor('party'),
    actor('ann', { actor: 'party', until: '2023' }),
    actor('bob', { actor: 'party', from: '2024-05-20' }),
  ],
}
records.dossier = { ...records.dossier, timeZone: 'Asia/Tokyo' }

const found = (asked?: StandsAsked) =>
  standsOf(records, asked).map(({ report, position, date }) => `${report.id} ${position.actor} ${date}`)

describe('positions', () => {
  test('come by the day of which they tell, in the time zone of the dossier', () => {
    expect(found()).toEqual([
      'told-back ann 2022',
      'night party 2023-08-23',
      'later party 2024-03-10',
      'later ann 2024-03-10',
      'told-back bob 2024-05',
    ])
  })

  test('of an actor are those of its members too, for as long as they belonged to it', () => {
    expect(found({ actor: 'party' })).toEqual([
      'told-back ann 2022',
      'night party 2023-08-23',
      'later party 2024-03-10',
      'told-back bob 2024-05',
    ])
    expect(found({ actor: 'ann' })).toEqual(['told-back ann 2022', 'later ann 2024-03-10'])
    expect(found({ actor: 'party', change: 'd' })).toEqual([])
  })

  test('are narrowed to a time whose last day is in it, whatever the precision on either side', () => {
    expect(found({ from: '2023', to: '2023' })).toEqual(['night party 2023-08-23'])
    expect(found({ from: '2022-07' })).toHaveLength(5)
    expect(found({ from: '2024-05-31' })).toEqual(['told-back bob 2024-05'])
    expect(found({ to: '2023-08-22' })).toEqual(['told-back ann 2022'])
    expect(found({ from: '2025' })).toEqual([])
  })
})
