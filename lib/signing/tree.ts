import { digestOf } from './digest'

/*
 * The tree over the records of an edition. The place of a record is a number of 256 bits, made of its key (`leaf.ts`); two records part
 * at the first bit in which their places differ. So the shape depends on which records there are and on nothing else, and a record that changes
 * touches one way from its leaf to the root. A branch is hashed with the bit at which it parts, apart from leaves (RFC 6962, section 2.1).
 */

export const placeBits = 256
const placeDigits = placeBits / 4

/** Places that begin alike: `at` is 64 hex digits, all bits from the first `bits` on zero. */
export interface Places {
  at: string
  bits: number
}

/** A leaf, or a branch with all that is below it. */
export interface TreePart extends Places {
  /** 64 hex digits. */
  hash: string
  /** How many records it holds; 0 where nobody has said. */
  count: number
}

/** Where two parts meet. */
export interface TreeBranch extends TreePart {
  left: TreePart
  right: TreePart
}

/** What stands for the tree without a record: the SHA-256 of nothing (RFC 6962). */
export const emptyRoot = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'

/** Parts that hold the same place twice: no tree has such. */
export class OverlapError extends Error {}

/** How many bits two places have alike at their beginning. */
export function bitsAlike(a: string, b: string): number {
  for (let digit = 0; digit < placeDigits; digit++)
    if (a[digit] !== b[digit])
      return digit * 4 + Math.clz32(Number.parseInt(a[digit] ?? '', 16) ^ Number.parseInt(b[digit] ?? '', 16)) - 28
  return placeBits
}

const bitOf = (at: string, bit: number): number => (Number.parseInt(at[bit >> 2] ?? '', 16) >> (3 - (bit & 3))) & 1

/** The first bits of a place, all others zero. */
export function beginningOf(at: string, bits: number): string {
  const whole = at.slice(0, bits >> 2)
  const rest = bits & 3
  const cut = rest === 0 ? '' : (Number.parseInt(at[bits >> 2] ?? '', 16) & (0xf << (4 - rest))).toString(16)
  return (whole + cut).padEnd(placeDigits, '0')
}

/** The last place that begins like this. */
export function lastPlace({ at, bits }: Places): string {
  const rest = bits & 3
  const whole = at.slice(0, bits >> 2)
  const cut = rest === 0 ? '' : (Number.parseInt(at[bits >> 2] ?? '', 16) | (0xf >> rest)).toString(16)
  return (whole + cut).padEnd(placeDigits, 'f')
}

/** Whether places are among others. */
export const isWithin = (inner: Places, outer: Places): boolean =>
  inner.bits >= outer.bits && bitsAlike(inner.at, outer.at) >= outer.bits

/** Places as text: the digits that say something, and how many bits they are, `a3f/11`. */
export const spelledPlaces = ({ at, bits }: Places): string => `${at.slice(0, Math.ceil(bits / 4))}/${bits}`

/** Undoes `spelledPlaces`; null for a text that is none. */
export function readPlaces(text: string): Places | null {
  const [, digits = '', number = ''] = /^([0-9a-f]{0,64})\/(\d{1,3})$/.exec(text) ?? []
  const bits = Number(number)
  if (number === '' || bits > placeBits) return null
  const places = { at: digits.padEnd(placeDigits, '0'), bits }
  return spelledPlaces(places) === text && beginningOf(places.at, bits) === places.at ? places : null
}

export const inPlaceOrder = (a: Places, b: Places): number => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.bits - b.bits)

const branchMark = 1

function branchOf(bit: number, left: TreePart, right: TreePart): TreeBranch {
  const mark = Uint8Array.of(branchMark, bit >> 8, bit & 0xff)
  const hash = digestOf(mark, Buffer.from(left.hash, 'hex'), Buffer.from(right.hash, 'hex'))
  return { at: beginningOf(left.at, bit), bits: bit, hash, count: left.count + right.count, left, right }
}

/**
 * The tree of these parts, in whatever order they are given; null of none. `keep` gets each branch that is made. Throws `OverlapError`
 * where one part lies within another.
 */
export function treeOf(given: readonly TreePart[], keep?: (branch: TreeBranch) => void): TreePart | null {
  const parts = [...given].sort(inPlaceOrder)
  const between = (from: number, to: number): TreePart => {
    const [first, last] = [parts[from], parts[to - 1]]
    if (!first || !last) throw new RangeError('A tree is made of one part at least.')
    if (to - from === 1) return first
    const bit = bitsAlike(first.at, last.at)
    if (bit >= Math.min(first.bits, last.bits)) throw new OverlapError('Two parts of the tree hold the same place.')
    let [low, high] = [from + 1, to - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if (bitOf(parts[middle]?.at ?? '', bit) === 1) high = middle
      else low = middle + 1
    }
    const branch = branchOf(bit, between(from, low), between(low, to))
    keep?.(branch)
    return branch
  }
  return parts.length === 0 ? null : between(0, parts.length)
}

/** On which side of a branch places lie; null where they are not below it. */
export function sideOf({ at, bits }: Places, places: Places): 'left' | 'right' | null {
  if (places.bits <= bits || !isWithin(places, { at, bits })) return null
  return bitOf(places.at, bits) === 0 ? 'left' : 'right'
}
