import { type Dimension, leavesOf, type Value } from '@/lib/model'
import { mostCases } from '@/lib/policy'
import type { Reading } from './reading'

export interface Axes {
  rows: Dimension
  columns: Dimension
}

/** The two dimensions that a dossier's matrix shows unless asked otherwise; null when it has fewer than two. */
export function usualAxes({ dossier }: Pick<Reading, 'dossier'>): Axes | null {
  const find = (id: string | undefined) => dossier.dimensions.find((dimension) => dimension.id === id)
  const rows = find(dossier.matrix?.rows) ?? dossier.dimensions[0]
  const columns = find(dossier.matrix?.columns) ?? dossier.dimensions.find((dimension) => dimension !== rows)
  return rows && columns && rows !== columns ? { rows, columns } : null
}

/**
 * The usual values of the other dimensions, those of the axes left out. A dimension that is left open stands for all of its
 * leaves, unless that made more cases than can be answered: then it stands at its first.
 */
export function usualFixed({ dossier }: Pick<Reading, 'dossier'>, { rows, columns }: Axes): Record<string, string> {
  const fixed = Object.entries(dossier.matrix?.fixed ?? {}).filter(([id]) => id !== rows.id && id !== columns.id)
  const named = new Set([...fixed.map(([id]) => id), rows.id, columns.id])
  const open = dossier.dimensions
    .filter(({ id }) => !named.has(id))
    .map(({ id, values }): [string, Value[]] => [id, values.flatMap(leavesOf)])
  const cases = open.reduce((product, [, leaves]) => product * leaves.length, countLeaves(rows) * countLeaves(columns))
  const first = cases > mostCases ? open.map(([id, leaves]): [string, string] => [id, leaves[0]?.id ?? '']) : []
  return Object.fromEntries([...fixed, ...first])
}

const countLeaves = ({ values }: Dimension): number => values.flatMap(leavesOf).length
