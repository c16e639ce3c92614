import type { eachDimension } from '@/lib/addresses/address'
import type { Day } from '@/lib/model'
import type { Case } from '@/lib/policy'
import { usualFrom } from './days'
import type { AskedAddress } from './query'
import { type AskedOfDossier, editionOf, knownOf, onOf, valuesOf } from './read'

/** What an address asks of a dossier: at which values, on which day, as known when. */
export interface DossierQuestion {
  values: Record<string, string>
  on: Day
  known: Day | undefined
}

/** The question that an address asks; a dimension left out means all of its values, `on` left out `today`. Throws `BadParameter`. */
export const questionOf = (
  asked: AskedAddress<'on' | 'known' | typeof eachDimension> & AskedOfDossier & { today: Day },
): DossierQuestion => ({
  values: valuesOf(asked),
  on: onOf(asked, 'on') ?? asked.today,
  known: knownOf(asked, 'known'),
})

/** One side of a comparison: the day asked about, what was known, and the edition; left out, all that is public now. */
export interface Side {
  on: Day
  known: Day | undefined
  edition: number | undefined
}

export interface ComparedSides {
  from: Side
  to: Side
  /** Only cases at these values are compared. */
  values: Case
}

type SideName = 'from' | 'fromKnown' | 'fromEdition' | 'to' | 'toKnown' | 'toEdition'

/**
 * The sides that an address asks to compare: `from` and `to`, each with `…Known` and `…Edition`; `to` left out means `today`,
 * `from` a year before. A side without an edition is of the one that is read. Throws `BadParameter`.
 */
export function sidesOf(
  asked: AskedAddress<SideName | typeof eachDimension> &
    AskedOfDossier & { today: Day; pinned?: { edition?: number | undefined } },
): ComparedSides {
  const on = onOf(asked, 'to') ?? asked.today
  const sideOf = (name: 'from' | 'to', day: Day): Side => ({
    on: day,
    known: knownOf(asked, `${name}Known`),
    edition: editionOf(asked.query, `${name}Edition`) ?? asked.pinned?.edition,
  })
  const values = valuesOf(asked)
  return { from: sideOf('from', onOf(asked, 'from') ?? usualFrom(on)), to: sideOf('to', on), values }
}
