import { isWithin, type Places, placeBits, sideOf, type TreeBranch, type TreePart, treeOf } from './tree'

/** A part that holds no more records than this has no branch of its own that is kept: its leaves are read instead. */
export const mostLeaves = 16

/** What is kept of a tree. */
export interface KeptTree {
  /** The branch of a part that holds more than `mostLeaves`. */
  branch(part: TreePart): Promise<TreeBranch>
  /** All leaves of a part that holds no more. */
  leaves(part: TreePart): Promise<TreePart[]>
}

/** A leaf that is another now; `hash` null: there is none any more. */
export interface LeafChange {
  at: string
  hash: string | null
}

export const leafPart = ({ at, hash }: { at: string; hash: string }): TreePart => ({
  at,
  bits: placeBits,
  hash,
  count: 1,
})

const leavesIn = (changes: readonly LeafChange[]): TreePart[] =>
  changes.flatMap(({ at, hash }) => (hash === null ? [] : [leafPart({ at, hash })]))

/**
 * A tree after changes, of which only the touched ways are read and hashed again; null: it holds nothing. `keep` gets each branch that is to be kept.
 * No place may be given twice.
 */
export async function grown(
  tree: TreePart | null,
  changes: readonly LeafChange[],
  kept: KeptTree,
  keep: (branch: TreeBranch) => void,
): Promise<TreePart | null> {
  const keepLarge = (branch: TreeBranch) => {
    if (branch.count > mostLeaves) keep(branch)
  }
  const build = (parts: readonly TreePart[]) => treeOf(parts, keepLarge)
  const grow = async (part: TreePart, within: readonly LeafChange[]): Promise<TreePart | null> => {
    if (within.length === 0) return part
    const isIn = ({ at }: LeafChange) => isWithin({ at, bits: placeBits }, part)
    const outside = leavesIn(within.filter((one) => !isIn(one)))
    const inside = within.filter(isIn)
    if (inside.length === 0) return build([part, ...outside])
    if (part.count <= mostLeaves) {
      const changed = new Set(inside.map(({ at }) => at))
      const stay = (await kept.leaves(part)).filter(({ at }) => !changed.has(at))
      return build([...stay, ...leavesIn(inside), ...outside])
    }
    const branch = await kept.branch(part)
    const on = (side: 'left' | 'right') => inside.filter(({ at }) => sideOf(branch, { at, bits: placeBits }) === side)
    const halves = [await grow(branch.left, on('left')), await grow(branch.right, on('right'))]
    return build([...halves.filter((half) => half !== null), ...outside])
  }
  return tree ? grow(tree, changes) : build(leavesIn(changes))
}

/**
 * What of a tree lies beside these places, as few parts as can be told without reading all of it: with the leaves of the places it
 * makes the same root.
 */
export async function besides(tree: TreePart | null, places: readonly Places[], kept: KeptTree): Promise<TreePart[]> {
  const beside: TreePart[] = []
  const look = async (part: TreePart, wanted: readonly Places[]): Promise<void> => {
    const own = wanted.filter((one) => isWithin(one, part) || isWithin(part, one))
    if (own.length === 0) beside.push(part)
    else if (own.some((one) => isWithin(part, one))) return
    else if (part.count > mostLeaves) {
      const { left, right } = await kept.branch(part)
      await look(left, own)
      await look(right, own)
    } else for (const leaf of await kept.leaves(part)) if (!own.some((one) => isWithin(leaf, one))) beside.push(leaf)
  }
  if (tree) await look(tree, places)
  return beside
}
