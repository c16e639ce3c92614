import { usualAxes, usualFixed } from './matrix-plan'
import type { Reading } from './reading'

/** The questions that a dossier puts first; without any the one that its matrix stands for, at the first row and column. */
export function featuredOf(reading: Reading): Record<string, string>[] {
  const { featured } = reading.dossier
  if (featured) return featured
  const axes = usualAxes(reading)
  if (!axes) return []
  const { rows, columns } = axes
  const [row, column] = [rows.values[0]?.id ?? '', columns.values[0]?.id ?? '']
  return [{ ...usualFixed(reading, axes), [rows.id]: row, [columns.id]: column }]
}
