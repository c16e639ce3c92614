import type { Cell, Line, MatrixTable } from './matrix-table'

/** A matrix whose identical rows stand together: below a group that answers alike it alone is left, and neighbours that do are one row. */
export function folded(table: MatrixTable): MatrixTable {
  const rows: Line[] = []
  const cells: Cell[][] = []
  for (let at = 0; at < table.rows.length; at++) {
    const row = table.rows[at] as Line
    const own = table.cells[at] as Cell[]
    const below = countBelow(table.rows, at)
    const isAlike = (down: number) => saidBy(table.cells[down] as Cell[]) === saidBy(own)
    const held = Array.from({ length: below }, (_, n) => at + 1 + n)
    if (below > 0 && held.every(isAlike)) {
      rows.push({ ...row, inner: false })
      cells.push(own)
      at += below
      continue
    }
    const last = rows.at(-1)
    const isNeighbour = last && !last.inner && !row.inner && last.depth === row.depth && isSibling(table.rows, at)
    if (isNeighbour && saidBy(cells.at(-1) as Cell[]) === saidBy(own)) {
      last.also = [...(last.also ?? []), row.value]
      continue
    }
    rows.push({ ...row })
    cells.push(own)
  }
  return { ...table, rows, cells }
}

const countBelow = (rows: readonly Line[], at: number): number => {
  const depth = rows[at]?.depth ?? 0
  const end = rows.findIndex((row, later) => later > at && row.depth <= depth)
  return (end === -1 ? rows.length : end) - at - 1
}

/** Whether the row before it, of those at its depth, stands in the same group. */
function isSibling(rows: readonly Line[], at: number): boolean {
  const depth = rows[at]?.depth ?? 0
  for (let before = at - 1; before >= 0; before--) {
    const row = rows[before] as Line
    if (row.depth < depth) return false
    if (row.depth === depth) return true
  }
  return false
}

/** All that a row says, as one text. */
const saidBy = (cells: readonly Cell[]): string =>
  JSON.stringify(cells.map(({ disposition, moved, duties, next, doubt }) => [disposition, moved, duties, next, doubt]))
