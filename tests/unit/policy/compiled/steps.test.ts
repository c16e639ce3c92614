import fc from 'fast-check'
import { expect, test } from 'vitest'
import { collectSteps, pickSteps, withOtherLives } from '@/lib/policy/compiled/steps'

const anyStep = fc.record({
  on: fc.integer({ min: 20200101, max: 20201231 }),
  counts: fc.integer({ min: 20200101, max: 20201231 }),
  rank: fc.integer({ min: 0, max: 9 }),
})
const anyLife = fc.array(anyStep, { maxLength: 5 }).map((steps) => steps.sort((a, b) => a.on - b.on))
const anyLives = fc.array(anyLife, { maxLength: 6 })

test('lives of which some go another way are what they are when all are collected anew', () => {
  fc.assert(
    fc.property(anyLives, fc.array(fc.tuple(fc.nat(9), anyLife), { maxLength: 4 }), (lives, given) => {
      const others = new Map(given.filter(([at]) => at < lives.length))
      const anew = collectSteps(lives.map((life, at) => others.get(at) ?? life))
      expect(withOtherLives(collectSteps(lives), others)).toEqual(anew)
    }),
  )
})

test('lives that are picked are what they are by themselves', () => {
  fc.assert(
    fc.property(anyLives, fc.array(fc.nat(5)), (lives, picks) => {
      const picked = picks.filter((at) => at < lives.length)
      expect(pickSteps(collectSteps(lives), picked)).toEqual(collectSteps(picked.map((at) => lives[at] ?? [])))
    }),
  )
})
