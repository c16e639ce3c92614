import type { Axes } from '@/app/_reader/matrix-plan'
import { type Dimension, findValue, leavesOf, type Value, walkValues } from '@/lib/model'
import type { Cell, Line, MatrixTable } from './matrix-table'

/**
 * A matrix whose identical rows stand together: below a group that answers alike it alone is left, and neighbours that do are one
 * row; columns likewise. What nothing is followed of is left out. A cell asks about all that it stands for.
 */
export function folded(table: MatrixTable, { rows, columns }: Axes): MatrixTable {
  const down = foldLines(table.rows, table.cells)
  const across = foldLines(table.columns, transposed(down.cells, table.columns.length))
  const cells = transposed(across.cells, down.lines.length)
  const [rowsAsked, columnsAsked] = [askedOf(rows, down.lines), askedOf(columns, across.lines)]
  return {
    ...table,
    rows: down.lines,
    columns: across.lines,
    cells: cells.map((line, at) =>
      line.map((cell, place) => asking(cell, [rows, rowsAsked[at] ?? []], [columns, columnsAsked[place] ?? []])),
    ),
  }
}

/** What each line is to be asked by: itself, what holds exactly all that it stands for, or each by itself. */
const askedOf = (dimension: Dimension, lines: readonly Line[]): Value[][] =>
  lines.map(({ value, also }) => {
    if (!also) return [value]
    const whole = wholeOf(dimension, [value, ...also])
    return whole ? [whole] : [value, ...also]
  })

/** The value or group that stands for exactly these values. */
function wholeOf(dimension: Dimension, values: readonly Value[]): Value | undefined {
  const leafIds = (held: readonly Value[]) =>
    JSON.stringify(
      held
        .flatMap(leavesOf)
        .map(({ id }) => id)
        .toSorted(),
    )
  const meant = leafIds(values)
  const above = [...walkValues(dimension.values)].find(({ value }) => leafIds([value]) === meant)?.value
  if (above) return above
  const group = dimension.groups?.find(
    (one) => leafIds(one.values.flatMap((id) => findValue(dimension, id) ?? [])) === meant,
  )
  return group && { id: group.id, name: group.name, values: [] }
}

type Asked = readonly [Dimension, readonly Value[]]

function asking(cell: Cell, [rows, down]: Asked, [columns, across]: Asked): Cell {
  const each = down.flatMap((row) =>
    across.map((column) => ({
      question: { ...cell.question, [rows.id]: row.id, [columns.id]: column.id },
      values: [...(down.length > 1 ? [row] : []), ...(across.length > 1 ? [column] : [])],
    })),
  )
  const [only] = each
  return each.length === 1 && only ? { ...cell, question: only.question } : { ...cell, each }
}

const transposed = (cells: readonly (readonly Cell[])[], width: number): Cell[][] =>
  Array.from({ length: width }, (_, at) => cells.map((line) => line[at] as Cell))

function foldLines(lines: readonly Line[], cells: readonly (readonly Cell[])[]): { lines: Line[]; cells: Cell[][] } {
  const kept: Line[] = []
  const keptCells: Cell[][] = []
  let before: Line | undefined
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as Line
    const own = [...(cells[at] as readonly Cell[])]
    if (own.length > 0 && own.every(({ disposition }) => disposition === 'untracked')) continue
    const below = countBelow(lines, at)
    const held = Array.from({ length: below }, (_, n) => at + 1 + n)
    const said = saidBy(own)
    const isWhole = below > 0 && held.every((one) => saidBy(cells[one] as readonly Cell[]) === said)
    const last = kept.at(-1)
    const isLeaf = isWhole || below === 0
    if (last && isLeaf && before === last && isSibling(lines, at, last) && saidBy(keptCells.at(-1) as Cell[]) === said)
      last.also = [...(last.also ?? []), line.value]
    else {
      kept.push({ ...line, inner: line.inner && !isWhole })
      keptCells.push(own)
    }
    before = isLeaf ? kept.at(-1) : undefined
    if (isWhole) at += below
  }
  return { lines: kept, cells: keptCells }
}

/** How many lines stand below one, in its group. */
function countBelow(lines: readonly Line[], at: number): number {
  const depth = lines[at]?.depth ?? 0
  const end = lines.findIndex((line, later) => later > at && line.depth <= depth)
  return (end === -1 ? lines.length : end) - at - 1
}

/** Whether a line stands in the same group as one before it. */
function isSibling(lines: readonly Line[], at: number, other: Line): boolean {
  const depth = lines[at]?.depth ?? 0
  if (other.depth !== depth) return false
  for (let before = at - 1; before >= 0; before--) {
    const line = lines[before] as Line
    if (line.value === other.value) return true
    if (line.depth < depth) return false
  }
  return false
}

/** All that a line says, as one text. */
const saidBy = (cells: readonly Cell[]): string =>
  JSON.stringify(cells.map(({ disposition, moved, duties, next, doubt }) => [disposition, moved, duties, next, doubt]))
