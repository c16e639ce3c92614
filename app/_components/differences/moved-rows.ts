import type { Compiled, Difference } from '@/lib/policy'
import { type Box, boxesOf } from '@/lib/policy'

/** A block of cases whose answers move alike, in every respect that a reader is shown. */
export interface MovedRow {
  /** The same for all rows that move alike. */
  key: string
  example: Difference
  box: Box
}

const made = new WeakMap<readonly Difference[], MovedRow[]>()

/** The rows of a table of differences: those that move alike together, what moves most first. Made once per list. */
export function movedRows(compiled: Compiled, differences: readonly Difference[]): MovedRow[] {
  const rows = made.get(differences) ?? groupAlike(differences).flatMap((group) => rowsOf(compiled, group))
  made.set(differences, rows)
  return rows
}

interface Group {
  key: string
  example: Difference
  differences: Difference[]
}

function rowsOf(compiled: Compiled, { key, example, differences }: Group): MovedRow[] {
  const cases = differences.map((difference) => difference.case)
  return boxesOf(compiled, cases).map((box) => ({ key, example, box }))
}

const keys = new WeakMap<readonly unknown[], string>()

/** Many answers share the very same conditions and duties, so that spelling them out once is enough. */
function listKey(list: readonly unknown[]): string {
  if (list.length === 0) return ''
  const known = keys.get(list) ?? JSON.stringify(list)
  keys.set(list, known)
  return known
}

function groupAlike(differences: readonly Difference[]): Group[] {
  const groups = new Map<string, Group>()
  for (const difference of differences) {
    const { before, after, nexts } = difference
    const key = [
      ...[before, after].map(
        ({ disposition, conditions, duties }) => `${disposition} ${listKey(conditions)} ${listKey(duties)}`,
      ),
      ...(nexts ? [nexts.before, nexts.after].map((next) => (next ? `${next.on} ${next.disposition}` : 'none')) : []),
    ].join(' ')
    const group = groups.get(key)
    if (group) group.differences.push(difference)
    else groups.set(key, { key, example: difference, differences: [difference] })
  }
  return [...groups.values()].sort((a, b) => b.differences.length - a.differences.length)
}
