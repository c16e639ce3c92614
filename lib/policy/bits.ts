/** Sets of small integers as bit words; all sets of one universe have the same length. */
export type Bits = Uint32Array

export const emptyBits = (size: number): Bits => new Uint32Array((size + 31) >>> 5)

export function fullBits(size: number): Bits {
  const bits = emptyBits(size)
  for (let at = 0; at < size; at++) setBit(bits, at)
  return bits
}

export function setBit(bits: Bits, at: number): void {
  bits[at >>> 5] = (bits[at >>> 5] ?? 0) | (1 << (at & 31))
}

export const hasBit = (bits: Bits, at: number): boolean => (((bits[at >>> 5] ?? 0) >>> (at & 31)) & 1) === 1

/** Whether every member of `a` is in `b`. */
export function isSubset(a: Bits, b: Bits): boolean {
  for (let word = 0; word < a.length; word++) if (((a[word] ?? 0) & ~(b[word] ?? 0)) !== 0) return false
  return true
}

export function isSame(a: Bits, b: Bits): boolean {
  for (let word = 0; word < a.length; word++) if (a[word] !== b[word]) return false
  return true
}

/** The members in ascending order. */
export function members(bits: Bits): number[] {
  const found: number[] = []
  for (let word = 0; word < bits.length; word++) {
    let rest = bits[word] ?? 0
    while (rest !== 0) {
      const low = rest & -rest
      found.push((word << 5) + (31 - Math.clz32(low)))
      rest ^= low
    }
  }
  return found
}
