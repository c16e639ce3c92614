import { describe, expect, test } from 'vitest'
import { fieldName, isToCome, type Stage, warningsOf } from '@/lib/model'
import { moves, report } from '../../support/dossiers'

const reached = new Map<string, [day: string, stage: Stage]>([
  ['opening', ['2024-03-01', 'decided']],
  ['closing', ['2024-03-01', 'withdrawn']],
])
const by = {
  today: '2024-06-01',
  timeZone: 'Asia/Tokyo',
  stageOf: (change: string, day: string) => {
    const [since = '', stage = null] = reached.get(change) ?? []
    return since <= day ? stage : null
  },
}
const told = (data: unknown, over: object = {}) =>
  warningsOf(data, { ...by, ...over }).map(({ warning, path }) => `${fieldName(path)} ${warning}`)
const plain = report('one', '2024-05-01')
const position = (actor: string, stance: string, change = 'opening') => ({ actor, stance, change })

describe('what an editor may want to look at once more', () => {
  test('a usual report is passed over in silence', () => {
    const usual = { ...plain, url: 'https://example.org/news/1', effects: [moves('opening', 'in_force')] }
    expect(told(usual)).toEqual([])
  })

  test('one actor for and against one change, and not two of them', () => {
    const pair = (...positions: object[]) => told({ ...plain, positions })
    expect(pair(position('ldp', 'supports'), position('ldp', 'opposes'))).toEqual([
      'positions.1.stance actor-for-and-against',
    ])
    expect(pair(position('ldp', 'supports'), position('komeito', 'opposes'))).toEqual([])
    expect(pair(position('ldp', 'supports'), position('ldp', 'opposes', 'closing'))).toEqual([])
    expect(pair(position('ldp', 'supports'), position('ldp', 'wary'))).toEqual([])
  })

  test('a stage that goes back, by the day of which it is told', () => {
    const step = (...given: Parameters<typeof moves>) => told({ ...plain, effects: [moves(...given)] })
    expect(step('opening', 'proposed')).toEqual(['effects.0.stage stage-goes-back'])
    expect(step('opening', 'proposed', '2024-02')).toEqual([])
    expect(step('opening', 'decided')).toEqual([])
    expect(step('opening', 'withdrawn')).toEqual([])
    expect(step('closing', 'proposed')).toEqual([])
    expect(told({ ...plain, effects: [{ ...moves('opening', 'proposed'), certainty: 'denied' }] })).toEqual([])
  })

  test('the same of one change twice', () => {
    const twice = [moves('closing', 'proposed'), moves('opening', 'in_force'), moves('opening', 'in_force')]
    expect(told({ ...plain, effects: twice })).toEqual(['effects.2.change told-twice'])
    expect(told({ ...plain, effects: [moves('opening', 'decided'), moves('opening', 'in_force')] })).toEqual([])
    expect(told({ ...plain, effects: [{ kind: 'moves' }, { kind: 'moves' }] })).toEqual([])
  })

  test('a day still to come, counted in the zone of the dossier', () => {
    expect(told({ ...plain, published: '2024-06-02' })).toEqual(['published date-to-come'])
    expect(told({ ...plain, published: '2024-06' })).toEqual([])
    expect(told({ ...plain, published: '2024-06-01T14:59:00Z' })).toEqual([])
    expect(told({ ...plain, published: '2024-06-01T15:00:00Z' })).toEqual(['published date-to-come'])
    expect(told({ ...plain, positions: [{ ...position('ldp', 'wary'), on: '2024-07' }] })).toEqual([
      'positions.0.on date-to-come',
    ])
    expect(isToCome({ published: 'soon' }, by.today, by.timeZone)).toBe(false)
  })

  test('a text over its usual length, in its language', () => {
    expect(told({ ...plain, headline: { en: 'a'.repeat(200), ja: '字'.repeat(201) } })).toEqual([
      'headline.ja text-unusually-long',
    ])
    expect(told({ ...plain, effects: [{ ...moves('x', 'agreed'), note: 'b'.repeat(601) }] })).toEqual([
      'effects.0.note text-unusually-long',
    ])
  })

  test('an odd address', () => {
    const at = (url: string, publisherUrl?: string) => told({ ...plain, url }, { publisherUrl })
    for (const odd of [
      'https://10.0.0.1/a',
      'http://intranet/a',
      'https://ann:pass@example.org/',
      'https://example.org:8080/',
    ])
      expect(at(odd), odd).toEqual(['url odd-address'])
    expect(at('https://example.org/a?id=3&utm_source=mail')).toEqual(['url odd-address'])
    expect(at('https://example.org/a?id=3')).toEqual([])
    expect(at('https://english.example.org/a', 'https://www.example.org')).toEqual([])
    expect(at('https://example.com/a', 'https://example.org')).toEqual(['url odd-address'])
    expect(at('not an address')).toEqual([])
  })

  test('what cannot be read is passed over', () => {
    for (const data of [null, 'text', [], { effects: 3, positions: [null, 4], headline: [1], url: 7, published: {} }])
      expect(told(data)).toEqual([])
  })
})
