import type { RecordKind } from '@/lib/model'
import type { PublicState, StateSource } from '@/lib/press/stamp'
import type { Database } from './client'
import { currentEdition, currentEditionNumber } from './queries/edition'
import { listEverPublic } from './queries/ever-public'
import { listDossiers } from './queries/record'

export interface WatchedState extends StateSource {
  stop(): void
}

const retryAfter = 1000

/**
 * What is public now, in memory: looked up again soon after a publish by any process or node, and whenever asked (design,
 * section 5). Rejects when the database cannot be read at the start; later it is asked again until it can.
 */
export async function watchState({ db, upkeep }: Database): Promise<WatchedState> {
  const records = new Map<string, Set<string>>()
  let state = await readState(db, records, 0)
  const listeners: (() => void)[] = []
  let looking: Promise<void> | undefined
  let next: Promise<void> | undefined
  let retry: NodeJS.Timeout | undefined

  const look = async () => {
    if ((await currentEditionNumber(db)) === state.edition) return
    state = await readState(db, records, state.edition)
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
  return {
    read: () => state,
    refresh,
    subscribe: (listener) => void listeners.push(listener),
    stop: () => {
      clearTimeout(retry)
      unwatch()
    },
  }
}

/** What addresses call the records of a kind. */
const folders: Record<RecordKind, string> = {
  dossier: '',
  report: 'reports',
  rule: 'rules',
  change: 'changes',
  actor: 'actors',
  source: 'sources',
}

/**
 * Edition and dossiers of one moment: read again while a publish comes in between. `records` gets what was published since an
 * edition; whatever was public once can still be asked for, so that it only grows.
 */
async function readState(db: Database['db'], records: Map<string, Set<string>>, since: number): Promise<PublicState> {
  for (;;) {
    const { number, publishedAt } = await currentEdition(db)
    const dossiers = await listDossiers(db)
    for (const { kind, dossier, id } of await listEverPublic(db, { since })) {
      const within = kind === 'dossier' ? id : dossier
      const own = records.get(within) ?? new Set()
      records.set(within, own.add(`${folders[kind]}/${id}`))
    }
    if ((await currentEditionNumber(db)) === number)
      return {
        edition: number,
        publishedAt,
        records,
        dossiers: dossiers.map(({ id, timeZone, dimensions }) => ({
          id,
          timeZone,
          dimensions: dimensions.map((dimension) => dimension.id),
        })),
      }
  }
}
