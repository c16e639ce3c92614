import fc from 'fast-check'
import { expect, test } from 'vitest'
import { besides, grown, type KeptTree, type LeafChange, leafPart, mostLeaves } from '@/lib/signing/grow'
import { placesOfDossier } from '@/lib/signing/leaf'
import {
  beginningOf,
  isWithin,
  lastPlace,
  OverlapError,
  readPlaces,
  spelledPlaces,
  type TreeBranch,
  type TreePart,
  treeOf,
} from '@/lib/signing/tree'

const hex = (digits: number) =>
  fc.array(fc.constantFrom(...'0123456789abcdef'), { minLength: digits, maxLength: digits }).map((all) => all.join(''))
/** Places of few beginnings, so that they stand near each other. */
const place = fc
  .tuple(fc.constantFrom('0'.repeat(16), `${'0'.repeat(15)}1`, 'f'.repeat(16), `7${'f'.repeat(15)}`), hex(4), hex(1))
  .map(([dossier, near, far]) => dossier + near.padEnd(47, '0') + far)
const state = fc.dictionary(place, hex(64), { maxKeys: 80 })

const partsOf = (leaves: Record<string, string>): TreePart[] =>
  Object.entries(leaves).map(([at, hash]) => leafPart({ at, hash }))

/** What is kept of a tree, in memory. */
class Memory implements KeptTree {
  readonly branches = new Map<string, TreeBranch>()
  leavesNow: Record<string, string> = {}
  branch = async (part: TreePart) => {
    const found = this.branches.get(spelledPlaces(part))
    if (found?.hash !== part.hash) throw new Error('not kept')
    return found
  }
  leaves = async (part: TreePart) => {
    const found = partsOf(this.leavesNow).filter((leaf) => isWithin(leaf, part))
    expect(found.length).toBeLessThanOrEqual(mostLeaves)
    return found
  }
}

test('a tree that has grown step by step is the one that is made at once, and its shape does not depend on the order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(state, { minLength: 1, maxLength: 6 }), async (states) => {
      const kept = new Memory()
      let tree: TreePart | null = null
      for (const next of states) {
        const before = kept.leavesNow
        const changes: LeafChange[] = [
          ...Object.keys(before).flatMap((at) => (at in next ? [] : [{ at, hash: null }])),
          ...Object.entries(next).flatMap(([at, hash]) => (before[at] === hash ? [] : [{ at, hash }])),
        ]
        const made: TreeBranch[] = []
        tree = await grown(tree, changes, kept, (branch) => made.push(branch))
        for (const branch of made) kept.branches.set(spelledPlaces(branch), branch)
        expect(new Set(made.map(spelledPlaces)).size).toBe(made.length)
        kept.leavesNow = next
        const [once, backwards] = [treeOf(partsOf(next)), treeOf(partsOf(next).reverse())]
        expect(tree?.hash).toBe(once?.hash)
        expect(tree?.count).toBe(once?.count)
        expect(backwards?.hash).toBe(once?.hash)
      }
    }),
  )
})

test('some leaves and what lies beside them make the root, and other leaves do not', async () => {
  await fc.assert(
    fc.asyncProperty(state, fc.array(fc.nat(), { maxLength: 5 }), async (leaves, picked) => {
      const kept = new Memory()
      const tree = await grown(
        null,
        Object.entries(leaves).map(([at, hash]) => ({ at, hash })),
        kept,
        (branch) => {
          kept.branches.set(spelledPlaces(branch), branch)
        },
      )
      kept.leavesNow = leaves
      const all = partsOf(leaves)
      const own = [...new Set(picked.map((n) => all[n % (all.length || 1)]).filter((one) => one !== undefined))]
      const beside = await besides(tree, own, kept)
      expect(treeOf([...beside, ...own])?.hash).toBe(tree?.hash)
      const [first, ...others] = own
      if (!first) return
      const forged = { ...first, hash: first.hash.replace(/^./, (digit) => (digit === '0' ? '1' : '0')) }
      expect(treeOf([...beside, ...others, forged])?.hash).not.toBe(tree?.hash)
      expect(treeOf([...beside, ...others])?.hash).not.toBe(tree?.hash)
    }),
  )
})

test('of a dossier that is whole nothing can be hidden by saying that it stands elsewhere', () => {
  const own = placesOfDossier('arms')
  const leaf = (end: string, hash: string) =>
    leafPart({ at: own.at.slice(0, 16) + end.padEnd(48, '0'), hash: hash.repeat(64) })
  const [one, two, hidden] = [leaf('1', 'a'), leaf('8', 'b'), leaf('c', 'c')]
  const other = leafPart({ at: 'f'.repeat(64), hash: 'd'.repeat(64) })
  const root = treeOf([one, two, hidden, other])?.hash
  for (let bits = 1; bits <= 64; bits++) {
    // The same way down, but for the last bit of it within the dossier.
    const flipped = (Number.parseInt(own.at[(bits - 1) >> 2] ?? '', 16) ^ (8 >> ((bits - 1) & 3))).toString(16)
    const at = beginningOf(own.at.slice(0, (bits - 1) >> 2) + flipped + own.at.slice(((bits - 1) >> 2) + 1), bits)
    const parts = [one, two, other, { at, bits, hash: hidden.hash, count: 0 }]
    const made = (() => {
      try {
        return treeOf(parts)?.hash
      } catch (error) {
        if (error instanceof OverlapError) return undefined
        throw error
      }
    })()
    expect(made).not.toBe(root)
  }
})

test('places are written and read, and what is none is refused', () => {
  fc.assert(
    fc.property(hex(64), fc.nat({ max: 256 }), (digits, bits) => {
      const places = { at: beginningOf(digits, bits), bits }
      expect(readPlaces(spelledPlaces(places))).toEqual(places)
      expect(isWithin({ at: lastPlace(places), bits: 256 }, places)).toBe(true)
      expect(lastPlace(places) >= digits && places.at <= digits).toBe(true)
    }),
  )
  for (const text of ['', '/', 'b/3', 'f/3', 'ff/4', '/257', 'A/4', '0/04']) expect(readPlaces(text), text).toBeNull()
})

test('no place is there twice', () => {
  const one = leafPart({ at: 'a'.repeat(64), hash: 'a'.repeat(64) })
  expect(() => treeOf([one, one])).toThrow(OverlapError)
  expect(() => treeOf([one, { at: beginningOf(one.at, 5), bits: 5, hash: one.hash, count: 0 }])).toThrow(OverlapError)
})
