import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type FromRenderer, heardFromFront, heardFromRenderer } from '@/lib/press/renderer/messages'
import { ToldState } from '@/lib/press/renderer/told-state'
import { tellState } from '@/lib/press/rendering/channel'
import { type PublicState, stampAt } from '@/lib/press/stamp'
import { HandSource, noon, published } from '../served'

/** A renderer alone, or one of two. */
const heardBy = (count: number) =>
  new ToldState(() => ({
    isEnding: false,
    running: Array.from({ length: count }),
    get: () => undefined,
    change: () => Promise.resolve(),
  }))

/** As it goes through the channel. */
const through = (message: FromRenderer): FromRenderer | null => heardFromRenderer(JSON.parse(JSON.stringify(message)))

const id = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/)
const states: fc.Arbitrary<PublicState> = fc.record({
  edition: fc.integer({ min: 1, max: 9 }),
  publishedAt: fc.constant(published),
  site: fc.record({
    name: fc.constantFrom('A site', { en: 'A site', ja: 'サイト' }),
    zone: fc.constantFrom('UTC', 'Asia/Tokyo'),
    languages: fc.constantFrom(['en'], ['en', 'ja']),
  }),
  dossiers: fc.array(
    fc.record({ id, timeZone: fc.constantFrom('UTC', 'Asia/Tokyo'), dimensions: fc.array(id, { maxLength: 3 }) }),
    { maxLength: 3 },
  ),
  records: fc
    .array(
      fc.tuple(
        id,
        fc.array(id.map((one) => `rules/${one}`)).map((ids) => new Set(ids)),
      ),
    )
    .map((entries) => new Map(entries)),
  formerly: fc.array(fc.tuple(id, id)).map((entries) => new Map(entries)),
})

test('what a renderer knows of what is public is what its front knows, whatever it is', () => {
  fc.assert(
    fc.property(states, (state) => {
      const told = heardBy(1)
      tellState(new HandSource(state), (message) => {
        const heard = through(message)
        if (heard) told.take(heard)
      })
      expect(told.read()).toEqual(state)
      expect(stampAt(told.read(), noon).id).toBe(stampAt(state, noon).id)
    }),
  )
})

test('records are told once, and only those that are new', () => {
  const site = { name: 'A site', zone: 'UTC', languages: ['en' as const] }
  const records = new Map([['arms', new Set(['rules/a'])]])
  const first: PublicState = { edition: 1, publishedAt: published, site, dossiers: [], records, formerly: new Map() }
  const source = new HandSource(first)
  const said: FromRenderer[] = []
  tellState(source, (message) => said.push(message))
  records.get('arms')?.add('rules/b')
  source.publish({ ...first, edition: 2 })
  const ids = said.flatMap((message) => (message.kind === 'records' ? [message.ids] : []))
  expect(ids).toEqual([['rules/a'], ['rules/b']])
})

test('of two renderers the one that is late to tell is not believed; one alone is, also of an older database', () => {
  const state = (edition: number): FromRenderer => ({
    kind: 'state',
    edition,
    publishedAt: published,
    site: { name: 'A site', zone: 'UTC', languages: ['en'] },
    dossiers: [],
    formerly: [],
  })
  for (const [count, edition] of [
    [2, 5],
    [1, 4],
  ] as const) {
    const told = heardBy(count)
    const turns: number[] = []
    told.subscribe(() => turns.push(told.read().edition))
    for (const each of [5, 5, 4]) told.take(state(each))
    expect(told.read().edition).toBe(edition)
    expect(turns).toEqual(count === 2 ? [5] : [5, 4])
  }
})

test('whatever else is sent is no message', () => {
  const kinds = ['state', 'records', 'ready', 'done', 'alive', 'begin', 'ping', 'look', 'turn']
  fc.assert(
    fc.property(fc.anything(), fc.constantFrom(...kinds), (said, kind) => {
      expect(heardFromRenderer(said)).toBeNull()
      expect(heardFromFront(said)).toBeNull()
      expect(heardFromRenderer({ kind, ask: said, ids: said, edition: said })).toBeNull()
    }),
  )
})
