/** Sets of small integers as bit words; all sets of one universe have the same length. */
export type Bits = Int32Array

export const emptyBits = (size: number): Bits => new Int32Array((size + 31) >>> 5)

export function fullBits(size: number): Bits {
  const bits = emptyBits(size)
  for (let at = 0; at < size; at++) setBit(bits, at)
  return bits
}

export function setBit(bits: Bits, at: number): void {
  bits[at >>> 5] = (bits[at >>> 5] ?? 0) | (1 << (at & 31))
}

export function clearBit(bits: Bits, at: number): void {
  bits[at >>> 5] = (bits[at >>> 5] ?? 0) & ~(1 << (at & 31))
}

/** Puts the members of `more` into `bits`. */
export function unite(bits: Bits, more: ArrayLike<number>): void {
  for (let word = 0; word < more.length; word++) bits[word] = (bits[word] ?? 0) | (more[word] ?? 0)
}

/** Makes `into` what is in both. */
export function intersect(into: Bits, a: Bits, b: Bits): void {
  for (let word = 0; word < into.length; word++) into[word] = (a[word] ?? 0) & (b[word] ?? 0)
}

export const hasBit = (bits: Bits, at: number): boolean => (((bits[at >>> 5] ?? 0) >>> (at & 31)) & 1) === 1

/** Whether every member of `a` is in `b`. */
export function isSubset(a: Bits, b: Bits): boolean {
  for (let word = 0; word < a.length; word++) if (((a[word] ?? 0) & ~(b[word] ?? 0)) !== 0) return false
  return true
}

/** Whether some member of `a` is in `b`. */
export function meet(a: Bits, b: Bits): boolean {
  for (let word = 0; word < a.length; word++) if (((a[word] ?? 0) & (b[word] ?? 0)) !== 0) return true
  return false
}

export function isSame(a: Bits, b: Bits): boolean {
  for (let word = 0; word < a.length; word++) if (a[word] !== b[word]) return false
  return true
}

/** The members in ascending order. */
export const members = (bits: Bits): number[] => commonMembers([bits])

/** What is in every one of the sets, in ascending order; nothing is in none of them. */
export function commonMembers(sets: readonly Bits[]): number[] {
  const found: number[] = []
  const words = sets[0]?.length ?? 0
  for (let word = 0; word < words; word++) {
    let rest = ~0
    for (const set of sets) rest &= set[word] ?? 0
    while (rest !== 0) {
      const low = rest & -rest
      found.push((word << 5) + (31 - Math.clz32(low)))
      rest ^= low
    }
  }
  return found
}
