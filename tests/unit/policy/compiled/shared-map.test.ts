import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SharedMap } from '@/lib/policy/compiled/shared-map'

const turn = fc.record({ gone: fc.array(fc.nat(900)), come: fc.array(fc.nat(900), { maxLength: 300 }) })

test('a map that shares with the one before is as one that is made anew, and the one before stays', () => {
  fc.assert(
    fc.property(fc.array(turn, { maxLength: 12 }), (turns) => {
      const plain = new Map<string, { id: string; turn: number }>()
      let shared = SharedMap.empty<{ id: string; turn: number }>()
      for (const [at, { gone, come }] of turns.entries()) {
        const [before, values] = [shared, [...shared.values()]]
        const brought = come.map((id) => [String(id), { id: String(id), turn: at }] as const)
        shared = shared.with(gone.map(String), brought)
        for (const id of gone) plain.delete(String(id))
        for (const [id, value] of brought) plain.set(id, value)
        expect([...before.values()]).toEqual(values)
      }
      expect(new Map(Array.from(shared.values(), (value) => [value.id, value]))).toEqual(plain)
      for (let id = 0; id <= 900; id++) expect(shared.get(String(id))).toBe(plain.get(String(id)))
    }),
    { numRuns: 60 },
  )
})
