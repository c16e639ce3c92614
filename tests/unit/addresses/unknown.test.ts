import { describe, expect, test } from 'vitest'
import { api } from '@/lib/addresses/api'
import { feeds, files } from '@/lib/addresses/feeds'
import { nowhere, pages } from '@/lib/addresses/pages'
import { isTracking, unknownParameter } from '@/lib/addresses/unknown'

const dimensions = ['equipment', 'recipient', 'purpose']

describe('a parameter that an address does not have', () => {
  test.each([
    ['a dimension of another dossier', pages.compare, 'item', undefined],
    ['a misspelled dimension', pages.ask, 'equipmnt', 'equipment'],
    ['a misspelled filter', pages.timeline, 'sorce', 'source'],
    ['a capital letter', pages.compare, 'fromknown', 'fromKnown'],
    ['a misspelled pin', pages.rule, 'edtion', 'edition'],
    ['one of the API', api.verdict, 'recipent', 'recipient'],
    ['one of a feed', feeds.dossier, 'rules', 'rule'],
    ['a dimension where there are none', pages.timeline, 'purpose', undefined],
    ['what other sites call the words', pages.ask, 'q', 'words'],
    ['the same, written out', pages.timeline, 'query', 'words'],
    ['what this one calls so on its other pages', pages.search, 'words', 'q'],
    ['what others call the day', pages.matrix, 'date', 'on'],
    ['what others call the beginning', pages.actor, 'since', 'from'],
    ['a name of every object', pages.home, 'constructor', undefined],
  ])('is named with the nearest one: %s', (_what, address, name, near) => {
    const unknown = unknownParameter(address, [name], dimensions)
    expect(unknown).toMatchObject({ name, known: expect.arrayContaining(Object.keys(address.parameters)) })
    expect(unknown?.near.length).toBeGreaterThan(0)
    if (near) expect(unknown?.near[0]).toBe(near)
  })

  test('has no near one where the address has none at all', () => {
    expect(unknownParameter(files.opml, ['rule'], [])).toEqual({ name: 'rule', known: [], near: [] })
  })

  test('is overlooked by files that answer nothing, and where there is no page', () => {
    for (const address of [files.icon, files.robots, nowhere]) expect(unknownParameter(address, ['x'], [])).toBeNull()
  })
})

test('what an address has is known to it, its dimensions only where it takes them', () => {
  expect(unknownParameter(pages.matrix, ['rows', 'known', 'edition', 'equipment'], dimensions)).toBeNull()
  expect(unknownParameter(pages.matrix, ['equipment'], [])?.name).toBe('equipment')
})

test('what only tracks is known everywhere, however it is written', () => {
  for (const name of ['utm_source', 'UTM_X', 'fbclid', 'gclid', 'msclkid', 'mc_cid', '_rsc', 'ref_src']) {
    expect(isTracking(name), name).toBe(true)
    expect(unknownParameter(pages.home, [name], [])).toBeNull()
  }
  for (const name of ['utm', 'ref', 'rule', 'item']) expect(isTracking(name), name).toBe(false)
})
