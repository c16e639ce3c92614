import 'server-only'
import type { ComparedSides, Side } from '@/lib/asking/question'
import { BadParameter } from '@/lib/asking/refusal'
import { type Comparison, comparisonOf, type Moment, momentAt } from '@/lib/policy'
import { findDossier, type OpenDossier } from './site'

/** A side with what it stands for. */
export interface OpenSide extends Side {
  open: OpenDossier
  moment: Moment
  /** The number of its edition, given or current. */
  number: number
}

export interface Compared {
  from: OpenSide
  to: OpenSide
  comparison: Comparison
  values: Record<string, string>
}

/** Compares two sides of a dossier; null when there is none of that id. Throws `BadParameter` for an edition without it. */
export async function compareSides(id: string, { from, to, values }: ComparedSides): Promise<Compared | null> {
  if (!(await findDossier(id))) return null
  const [a, b] = await Promise.all([openSide(id, from, 'fromEdition'), openSide(id, to, 'toEdition')])
  for (const [dimension, value] of Object.entries(values))
    if (!b.open.compiled.dimensions.some((one) => one.dimension.id === dimension && one.valueBits.has(value)))
      throw new BadParameter(dimension, value, { code: 'goneValue', dimension })
  return { from: a, to: b, values, comparison: comparisonOf(a.moment, b.moment, values) }
}

async function openSide(id: string, side: Side, parameter: 'fromEdition' | 'toEdition'): Promise<OpenSide> {
  const open = await findDossier(id, side.edition).catch((error: unknown) => {
    throw error instanceof BadParameter ? new BadParameter(parameter, error.value, error.reason) : error
  })
  if (!open) throw new BadParameter(parameter, String(side.edition), { code: 'beforeDossier' })
  return { ...side, open, moment: momentAt(open.compiled, side), number: open.edition.number }
}
