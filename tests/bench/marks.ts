let missed = 0

/** Prints a measured value with its mark and whether it is met. */
export function mark(name: string, value: number, limit: string, met: boolean): void {
  if (!met) missed++
  console.log(`  ${met ? 'ok  ' : 'MISS'} ${name}: ${Number(value.toFixed(2))} (${limit})`)
}

/** The last line of a benchmark, and the exit code of its process. */
export function sayMarks(): void {
  console.log(missed === 0 ? 'Every mark is met.' : `${missed} marks are missed.`)
  process.exitCode = missed === 0 ? 0 : 1
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? Number.NaN
}
