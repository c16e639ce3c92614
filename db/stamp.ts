import type { Instant, RecordKind } from '@/lib/model'
import { formerInDossier, formerPlace } from '@/lib/press/former-ids'
import type { PublicState, StateSource } from '@/lib/press/stamp'
import { isDatabaseAway } from './away'
import type { Database } from './client'
import { writeDayEvents } from './commands/day-events'
import { keyText, type RecordKey } from './key'
import { currentEdition, currentEditionNumber } from './queries/edition'
import { listEverPublic, listFormerIds } from './queries/ever-public'
import { listDossiers } from './queries/record'
import { findSite } from './queries/site/site'

export interface WatchedState extends StateSource {
  stop(): void
}

const retryAfter = 1000

/**
 * What is public now, in memory: looked up again soon after a publish by any process or node, and whenever asked (model,
 * section 5). Rejects when the database cannot be read at the start; later it is asked again until it can.
 */
export async function watchState(database: Database): Promise<WatchedState> {
  const { db, quick, upkeep } = database
  const known: Known = { records: new Map(), formerly: new Map() }
  let state = await readState(db, known, 0)
  const listeners: (() => void)[] = []
  let looking: Promise<void> | undefined
  let next: Promise<void> | undefined
  let retry: NodeJS.Timeout | undefined
  let isStopped = false

  const look = async () => {
    if ((await currentEditionNumber(quick)) === state.edition) return
    state = await readState(quick, known, state.edition)
    for (const listener of listeners) listener()
  }
  /** A look under way may have begun too early for the one who asks now: that one gets the next. */
  const refresh = (): Promise<void> => {
    if (looking) {
      next ??= looking
        .catch(() => undefined)
        .then(() => {
          next = undefined
          return refresh()
        })
      return next
    }
    looking = look().finally(() => {
      looking = undefined
    })
    return looking
  }
  const signal = () => {
    clearTimeout(retry)
    refresh().catch(() => {
      retry = setTimeout(signal, retryAfter).unref()
    })
  }
  const unwatch = upkeep.watch(signal)
  // What was published between the first look and the watch gave no signal.
  signal()
  const watched: WatchedState = {
    read: () => state,
    refresh,
    subscribe: (listener) => void listeners.push(listener),
    turnDay: (instant) => turnDay(database, instant, () => isStopped),
    stop: () => {
      isStopped = true
      clearTimeout(retry)
      unwatch()
      if (held.rulewireServed === watched) held.rulewireServed = undefined
    },
  }
  held.rulewireServed = watched
  return watched
}

/** Until the database is there; what else goes wrong must not keep the day from turning, and is written at the next turn. */
async function turnDay(database: Database, instant: Instant, isStopped: () => boolean): Promise<void> {
  for (;;)
    try {
      return await writeDayEvents(database, instant)
    } catch (error) {
      if (!isDatabaseAway(error)) return console.error('What the new day brought could not be written:', error)
      await new Promise((resolve) => setTimeout(resolve, retryAfter).unref())
      if (isStopped()) return
    }
}

// Pages and the server around them are bundled apart: what is served is known to both of them here only.
const held = globalThis as typeof globalThis & { rulewireServed?: WatchedState | undefined }

/** The id that a record has now which had this one before, by what this process serves; undefined where none had, or nothing is served. */
export const presentId = ({ kind, dossier, id }: RecordKey): string | undefined =>
  held.rulewireServed?.read().formerly?.get(formerPlace(kind === 'dossier' ? '' : dossier, folders[kind], id))

/** How the edition that this process serves stands to the one of the database; `served` null where nothing is watched. */
export interface Served {
  served: number | null
  published: number
}

/**
 * Compares what is served with what is published, after a look for the first if it is behind. Rejects within seconds when
 * the database does not answer.
 */
export async function compareServed({ quick }: Database): Promise<Served> {
  const published = await currentEditionNumber(quick)
  const watched = held.rulewireServed
  // A look that fails leaves it behind, which is what is asked.
  if (watched && watched.read().edition < published) await watched.refresh().catch(() => undefined)
  return { served: watched?.read().edition ?? null, published }
}

/** What addresses call the records of a kind. */
const folders: Record<RecordKind, string> = {
  dossier: '',
  report: 'reports',
  rule: 'rules',
  change: 'changes',
  actor: 'actors',
  source: 'sources',
  site: '',
}

/** What is known of all editions so far. */
interface Known {
  records: Map<string, Set<string>>
  /** By each present record the places that it had before. */
  formerly: Map<string, { from: string; to: string }[]>
}

/**
 * Edition and dossiers of one moment: read again while a publish comes in between. `known` gets what was published since an
 * edition; whatever was public once can still be asked for, so that its records only grow.
 */
async function readState(db: Database['db'], known: Known, since: number): Promise<PublicState> {
  for (;;) {
    const { number, publishedAt } = await currentEdition(db)
    const dossiers = await listDossiers(db)
    const { name, zone, languages } = await findSite(db)
    for (const { ids, ...shelf } of await listEverPublic(db, { since }))
      for (const id of ids) {
        const within = shelf.kind === 'dossier' ? id : shelf.dossier
        const own = known.records.get(within) ?? new Set()
        known.records.set(within, own.add(`${folders[shelf.kind]}/${id}`))
        if (known.formerly.size > 0) known.formerly.delete(keyText({ ...shelf, id }))
      }
    for (const { key, formerly } of await listFormerIds(db, { since })) {
      const within = key.kind === 'dossier' ? '' : key.dossier
      known.formerly.set(
        keyText(key),
        formerly.map((id) => ({ from: formerPlace(within, folders[key.kind], id), to: key.id })),
      )
    }
    if ((await currentEditionNumber(db)) === number)
      return {
        edition: number,
        publishedAt,
        site: { name, zone, languages },
        records: known.records,
        formerly: new Map([
          ...[...known.formerly.values()].flat().map(({ from, to }): [string, string] => [from, to]),
          ...dossiers.flatMap(formerInDossier),
        ]),
        dossiers: dossiers.map(({ id, timeZone, dimensions }) => ({
          id,
          timeZone,
          dimensions: dimensions.map((dimension) => dimension.id),
        })),
      }
  }
}
