import 'server-only'
import { assumptionsOf } from '@/lib/asking/assumptions'
import type { AskedAddress } from '@/lib/asking/query'
import { type Side, sidesOf } from '@/lib/asking/question'
import { BadParameter } from '@/lib/asking/refusal'
import { findAskable } from '@/lib/model'
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
  /** Whether it is told what comes next as each day foresaw it. */
  isForeseen: boolean
  values: Record<string, string>
}

/**
 * Compares the two sides of a dossier that an address asks for, the later one under what it assumes; null when there is none of that
 * id. Two days of which neither names what was known are compared by what each of them foresaw: what is known now of both tells
 * nothing that moved between them. Throws `BadParameter`.
 */
export async function compareSides(asked: AskedSides): Promise<Compared | null> {
  const { from, to, values } = sidesOf(asked)
  const { id } = asked.dossier
  if (!(await findDossier(id))) return null
  const [a, plain] = await Promise.all([openSide(id, from, 'fromEdition'), openSide(id, to, 'toEdition')])
  const { dimensions } = plain.open.dossier
  for (const [dimension, value] of Object.entries(values))
    if (!dimensions.some((one) => one.id === dimension && findAskable(one, value)))
      throw new BadParameter(dimension, value, { code: 'goneValue', dimension })
  const assume = assumptionsOf(asked, plain.moment)
  const b = { ...plain, moment: momentAt(plain.open.compiled, { ...to, assume }) }
  const isForeseen = from.on !== to.on && from.known === undefined && to.known === undefined
  const comparison = comparisonOf(a.moment, b.moment, values, isForeseen ? 'foreseen' : 'known')
  return { from: a, to: b, values, comparison, isForeseen }
}

type AskedSides = Parameters<typeof sidesOf>[0] & AskedAddress<'assume'>

async function openSide(id: string, side: Side, parameter: 'fromEdition' | 'toEdition'): Promise<OpenSide> {
  const open = await findDossier(id, side.edition).catch((error: unknown) => {
    throw error instanceof BadParameter ? new BadParameter(parameter, error.value, error.reason) : error
  })
  if (!open) throw new BadParameter(parameter, String(side.edition), { code: 'beforeDossier' })
  return { ...side, open, moment: momentAt(open.compiled, side), number: open.edition.number }
}
