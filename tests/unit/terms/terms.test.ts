import { beforeAll, describe, expect, test } from 'vitest'
import { readContent } from '@/lib/content'
import type { Dossier } from '@/lib/model'
import { readSearch } from '@/lib/search/synonyms'
import { findTerms } from '@/lib/terms/terms'
import { unreadWords } from '@/lib/terms/unread'

let dossier: Dossier
let chips: Dossier
beforeAll(async () => {
  const read = await readContent('content')
  const dossiers = new Map(read.ok ? read.content.dossiers.map((one) => [one.dossier.id, one.dossier]) : [])
  const [japan, us] = ['japan-defence-transfers', 'us-chip-export-controls'].map((id) => dossiers.get(id))
  if (!japan || !us) throw new Error('a dossier is missing')
  dossier = japan
  chips = us
})

const values = (text: string) => findTerms(dossier, text).map(({ dimension, value }) => `${dimension.id}=${value.id}`)

describe('news words', () => {
  test.each([
    ['lethal arms', 'equipment=weapon'],
    ['LETHAL  Weapon', 'equipment=weapon'],
    ['殺傷能力のある武器', 'equipment=weapon'],
    ['政府は殺傷能力のある武器を認める方針', 'equipment=weapon'],
  ])('“%s” means %s', (text, value) => expect(values(text)).toContain(value))

  test('are read in the order of the sentence, the longer term first', () => {
    const found = findTerms(dossier, 'May lethal weapons go to Ukraine for minesweeping?')
    expect(found.map(({ value }) => value.id)).toEqual(['weapon', 'ukraine', 'minesweeping'])
    expect(found[0]?.words).toBe('lethal weapons')
  })

  test('are whole words: “army” is not “arm”', () => expect(values('the army of weaponless foxes')).toEqual([]))

  test('that say nothing find nothing', () => {
    expect(values('')).toEqual([])
    expect(values('blue whales')).toEqual([])
  })
})

describe('news words that several values share', () => {
  const chipsIn = (text: string) => findTerms(chips, text).map(({ value }) => value.id)

  test.each([
    ['Blackwell', ['blackwell', 'frontier']],
    ['H20', ['h20', 'china-variant']],
    ['H200 to China', ['h200', 'h200-class', 'china']],
    ['ブラックウェルを中国に', ['blackwell', 'frontier', 'china']],
    ['H20を中国に', ['h20', 'china-variant', 'china']],
  ])('in “%s” the narrower one goes first, the broader is the alternative', (text, right) =>
    expect(chipsIn(text)).toEqual(right),
  )

  test('go to the value whose own name they are, however broad it is', () => {
    const narrow = { id: 'narrow', name: 'Narrow', terms: { en: ['vessels'] }, values: [] }
    const broad = { id: 'broad', name: { en: 'Vessels' }, values: [narrow] }
    const small = { ...dossier, dimensions: [{ id: 'd', values: [broad] }] }
    expect(findTerms(small, 'vessels').map(({ value }) => value.id)).toEqual(['broad', 'narrow'])
  })
})

describe('kinds that a value includes, and members that stand in it', () => {
  test.each([
    ['Mogami frigates to Australia', ['equipment=warship', 'recipient=australia']],
    ['destroyers for the Philippines', ['equipment=warship', 'recipient=philippines']],
    ['an escort to Italy', ['equipment=warship', 'recipient=italy']],
    ['護衛艦をフィリピンへ', ['equipment=warship', 'recipient=philippines']],
    ['もがみ型をオーストラリアに', ['equipment=warship', 'recipient=australia']],
    ['the next-generation fighter to third countries', ['equipment=gcap-fighter', 'purpose=third-country-transfer']],
    ['次期戦闘機を第三国へ', ['equipment=gcap-fighter', 'purpose=third-country-transfer']],
  ])('“%s” is found', (text, right) => expect(values(text)).toEqual(right))

  const alsoSearched = (text: string) =>
    readSearch(text, [dossier]).readings.flatMap(({ terms }) =>
      terms.flatMap(({ also }) => also.map(({ text: said }) => said)),
    )

  test('a kind does not stand for its neighbours in a search', () => expect(alsoSearched('frigate')).toEqual([]))

  test('a member stands in a search for its own names alone', () =>
    expect(alsoSearched('Australia')).toEqual(['オーストラリア', 'Australian', '豪州']))
})

describe('news words that are not understood', () => {
  test.each([
    ['tanks to Poland for minesweeping', ['tanks', 'Poland']],
    ['May blue whales and TANKS go to Ukraine?', ['blue whales', 'TANKS']],
    ['May Japan export lethal weapons to Ukraine, and transfer weapons again?', ['again']],
    ['戦車をポーランドに移転できるか', ['戦車', 'ポーランド']],
    ['護衛艦をフィリピンに掃海のために輸出することは可能か', []],
    ['政府は殺傷能力のある武器を認める方針', ['政府', '方針']],
    ['𠮷野の武器', ['𠮷野']],
    ['İzmir weapons', ['İzmir']],
    ['', []],
  ])('are named for “%s”', (text, right) => expect(unreadWords(dossier, text)).toEqual(right))

  test('are not those of the title and of the terms that are no value', () => {
    expect(unreadWords(chips, 'US export controls: Blackwell to Malaysia with a presumption of denial')).toEqual([
      'Malaysia',
    ])
  })
})

describe('groups and members', () => {
  const dimension = {
    id: 'party',
    name: { en: 'Party' },
    values: [{ id: 'abroad', name: { en: 'Abroad' }, includes: { en: ['Ruritania'] }, values: [] }],
    groups: [{ id: 'allies', name: { en: 'the close allies' }, terms: { en: ['Five Eyes'] }, values: ['abroad'] }],
    members: [{ id: 'ruritania', name: { en: 'Ruritania' }, in: [{ value: 'abroad' }] }],
  }
  const small = { ...dossier, dimensions: [dimension] }
  const named = (text: string) => findTerms(small, text).map(({ value }) => value.id)

  test('are named as values are: a group by its terms, a member before the value that includes it', () => {
    expect(named('exports to the Five Eyes')).toEqual(['allies'])
    expect(named('Close allies first')).toEqual(['allies'])
    expect(named('tanks for Ruritania')).toEqual(['ruritania', 'abroad'])
  })
})
