import { addDays, dayOfInstant, type Instant, instantOf, locales, type Site, shownLanguages } from '@/lib/model'
import type { Nameable } from './canonical'
import { formerPlace } from './former-ids'

/** Of the site its name, its languages, and the zone in which its own pages tell the day. */
export type PublicSite = Pick<Site, 'name' | 'zone' | 'languages'>

/** What is public now, as far as the press needs to know it. Another object means that something may have changed. */
export interface PublicState {
  /** Number of the edition; 0 while nothing is published. */
  edition: number
  publishedAt: Instant
  /** What the tracker says of itself, as far as answers that nobody prints need it; left out, what one is that has said nothing. */
  site?: PublicSite
  dossiers: readonly { id: string; timeZone: string; dimensions: readonly string[] }[]
  /** Of every dossier that was ever public its records that ever were, as `reports/<id>`; left out, any may be. */
  records?: ReadonlyMap<string, ReadonlySet<string>>
  /** The ids that records now public had before, as `formerPlace` names them, each with the one of now. */
  formerly?: ReadonlyMap<string, string>
}

/** Where the press learns what is public. */
export interface StateSource {
  /** What is known without looking; cheap, the same object until it changes. */
  read(): PublicState
  /** Looks again; resolves once `read` tells of everything that was published before the call. */
  refresh(): Promise<void>
  /** Calls `listener` whenever `read` tells something new. */
  subscribe(listener: () => void): void
  /**
   * Does what has to be done before the day of this instant is served (model, section 10); left out: nothing. Resolves once it is done,
   * however long the database is away, or once it cannot be done at all.
   */
  turnDay?(instant: Instant): Promise<void>
}

/** All that a public answer depends on beside its address: the edition and the day (model, section 4). */
export interface Stamp {
  id: string
  state: PublicState
  /** Milliseconds since the epoch when the next day begins in the first of the dossiers' time zones. */
  until: number
  /** The edition's time as an HTTP date (RFC 9110, section 5.6.7). */
  lastModified: string
  /** When this stamp began, as an HTTP date: at the edition's time or, when that was earlier, at the last midnight. */
  began: string
  nameable: Nameable
}

/** The stamp at a moment, in milliseconds since the epoch. */
export function stampAt(state: PublicState, now: number): Stamp {
  const told = state.site ? [state.site.zone] : []
  const zones = [...new Set([...told, ...state.dossiers.map(({ timeZone }) => timeZone)])].sort()
  if (zones.length === 0) zones.push('UTC')
  const instant = new Date(now).toISOString()
  const days = zones.map((zone) => ({ zone, day: dayOfInstant(instant, zone) }))
  const midnights = days.map(({ zone, day }) => Date.parse(instantOf(day, zone)))
  const languages = new Set<string>(state.site ? shownLanguages(state.site) : locales)
  const dimensions = new Map(state.dossiers.map(({ id, dimensions }) => [id, dimensions]))
  return {
    id: [state.edition, ...days.map(({ zone, day }) => `${zone} ${day}`)].join(', '),
    state,
    until: Math.min(...days.map(({ zone, day }) => Date.parse(instantOf(addDays(day, 1), zone)))),
    lastModified: new Date(state.publishedAt).toUTCString(),
    began: new Date(Math.max(Date.parse(state.publishedAt), ...midnights)).toUTCString(),
    nameable: {
      edition: state.edition,
      hasLanguage: (language) => languages.has(language),
      dimensionsOf: (dossier) => dimensions.get(dossier),
      hasDossier: (dossier) => dimensions.has(dossier) || (state.records?.has(dossier) ?? false),
      nowOf: (dossier, folder, id) => state.formerly?.get(formerPlace(dossier, folder, id)),
      // Publishers stand in no dossier.
      hasRecord: (dossier, folder, id) =>
        state.records?.get(folder === 'sources' ? '' : dossier)?.has(`${folder}/${id}`) ?? !state.records,
    },
  }
}
