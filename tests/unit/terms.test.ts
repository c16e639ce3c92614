import { beforeAll, describe, expect, test } from 'vitest'
import { readContent } from '@/lib/content'
import type { Dossier } from '@/lib/model'
import { findTerms } from '@/lib/text/terms'

let dossier: Dossier
beforeAll(async () => {
  const read = await readContent('content')
  const found = read.ok && read.content.dossiers.find((one) => one.dossier.id === 'japan-defence-transfers')
  if (!found) throw new Error('the dossier is missing')
  dossier = found.dossier
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
