/** Bytes that are worth a look through the memory, which takes some tenths of a second. */
const leastToGain = 32 * 1024 * 1024
/** So many looks in a row must find nothing to do. */
const looksAtRest = 2
/** What is free goes back to the machine only some collections after it has become so. */
const mostInARow = 3

interface Memory {
  /** Bytes of the heap, and how many of them are taken. */
  sizes: () => { heapTotal: number; heapUsed: number }
  collect: () => void
}

/**
 * Gives back what garbage takes while nobody waits: left alone, the heap stays as large as the busiest hour made it. To be called at each look
 * of the front with how many requests there have been.
 */
export function tidying({ sizes, collect }: Memory): (requests: number) => void {
  let [seen, atRest, inARow, left] = [0, 0, 0, 0]
  return (requests) => {
    if (requests !== seen) [seen, atRest, inARow] = [requests, 0, 0]
    else atRest++
    if (atRest < looksAtRest || inARow === mostInARow) return
    if (sizes().heapTotal - left < Math.max(leastToGain, left / 4)) return
    collect()
    inARow++
    left = sizes().heapUsed
  }
}
