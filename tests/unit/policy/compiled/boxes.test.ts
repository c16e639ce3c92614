import { describe, expect, it } from 'vitest'
import { boxesOf, casesOf, compileDossier } from '@/lib/policy'
import { emptyDossier } from '../../../support/dossiers'

const compiled = compileDossier(emptyDossier())

describe('blocks of cases', () => {
  it('name nothing when every case takes part', () => {
    expect(boxesOf(compiled, casesOf(compiled, {}))).toEqual([{ values: {}, cases: 6 }])
  })

  it('name a group for all its leaves', () => {
    expect(boxesOf(compiled, casesOf(compiled, { thing: 'weapon', place: 'far' }))).toEqual([
      { values: { thing: ['weapon'], place: ['far'] }, cases: 2 },
    ])
  })

  it('cover exactly the cases given, whatever their form', () => {
    const cases = [
      { thing: 'ship', place: 'near' },
      { thing: 'ship', place: 'far' },
      { thing: 'radar', place: 'far' },
    ]
    const boxes = boxesOf(compiled, cases)
    const covered = boxes.flatMap((box) => casesOf(compiled, box.values))
    expect(covered).toHaveLength(cases.length)
    expect(covered).toEqual(expect.arrayContaining(cases))
  })
})
