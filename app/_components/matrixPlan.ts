import type { Dimension } from '@/lib/model'
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

/** The usual values of the other dimensions, those of the axes left out. */
export function usualFixed({ dossier }: Pick<Reading, 'dossier'>, { rows, columns }: Axes): Record<string, string> {
  const fixed = Object.entries(dossier.matrix?.fixed ?? {})
  return Object.fromEntries(fixed.filter(([id]) => id !== rows.id && id !== columns.id))
}
