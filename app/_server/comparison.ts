import 'server-only'
import type { Side, Sides } from '@/lib/api/comparison'
import { BadParameterError } from '@/lib/api/question'
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
}

/** Compares two sides of a dossier; null when there is none of that id. Throws `BadParameterError` for an edition without it. */
export async function compareSides(id: string, { from, to }: Sides): Promise<Compared | null> {
  if (!(await findDossier(id))) return null
  const [a, b] = await Promise.all([openSide(id, from, 'fromEdition'), openSide(id, to, 'toEdition')])
  return { from: a, to: b, comparison: comparisonOf(a.moment, b.moment) }
}

async function openSide(id: string, side: Side, parameter: string): Promise<OpenSide> {
  const open = await findDossier(id, side.edition).catch((error: unknown) => {
    throw error instanceof BadParameterError ? new BadParameterError(parameter, error.message) : error
  })
  if (!open) throw new BadParameterError(parameter, `Edition ${side.edition} did not have this dossier yet.`)
  return { ...side, open, moment: momentAt(open.compiled, side), number: open.edition.number }
}
