import { monitorEventLoopDelay } from 'node:perf_hooks'
import { figures } from '@/lib/figures'
import { type FromRenderer, heardFromFront, type RendererFigures, type ToRenderer } from '../renderer/messages'
import type { PublicState, StateSource } from '../stamp'

/** Ids of records in one message. */
const atOnce = 5000

/** The way to the front, from within a renderer. */
export interface FrontChannel {
  /** Resolves when it has left. */
  tell(message: FromRenderer): Promise<void>
  /** Calls `listener` with all that the front says. */
  hear(listener: (message: ToRenderer) => void): void
}

/**
 * The channel to the front that has started this process; null where none has. When the front is gone, however it went, this process
 * ends at once: nobody would ever ask it again, and it must not hold the database.
 */
export function frontChannel(onGone: () => void): FrontChannel | null {
  if (!process.send) return null
  process.on('disconnect', onGone)
  return {
    // A front that went this very moment is told of by `disconnect`.
    tell: (message) => new Promise((resolve) => process.send?.(message, undefined, {}, () => resolve()) ?? resolve()),
    hear: (listener) =>
      void process.on('message', (said) => {
        const message = heardFromFront(said)
        if (message) listener(message)
      }),
  }
}

/**
 * Tells the front what is public, now and whenever that changes: of the records what it has not been told yet, for they only grow. Returns
 * what `tell` does of what is public now.
 */
export function tellState<Told>(source: StateSource, tell: (message: FromRenderer) => Told): Told | undefined {
  const told = new Map<string, number>()
  const say = () => {
    const state = source.read()
    tellRecords(state, told, tell)
    const { edition, publishedAt, site, dossiers, formerly = [] } = state
    if (!site) return undefined
    const { name, zone, languages } = site
    return tell({
      kind: 'state',
      edition,
      publishedAt,
      site: { name, zone, languages },
      dossiers: dossiers.map((one) => ({ ...one, dimensions: [...one.dimensions] })),
      formerly: [...formerly],
    })
  }
  source.subscribe(say)
  return say()
}

/** Tells what has come to the end of each set since so many of it were told. */
function tellRecords(
  { records }: PublicState,
  told: Map<string, number>,
  tell: (message: FromRenderer) => unknown,
): void {
  for (const [within, ids] of records ?? []) {
    const before = told.get(within)
    // A dossier without records is public too.
    if (before === ids.size) continue
    const fresh = [...ids].slice(before)
    for (let at = 0; at < Math.max(fresh.length, 1); at += atOnce)
      tell({ kind: 'records', within, ids: fresh.slice(at, at + atOnce) })
    told.set(within, ids.size)
  }
}

/** What this process counts of itself, for its front; delays of the event loop since it was last asked. */
export function ownFigures(): () => RendererFigures {
  const delay = monitorEventLoopDelay({ resolution: 10 })
  delay.enable()
  const seconds = (nanoseconds: number) => (Number.isFinite(nanoseconds) ? nanoseconds / 1e9 : 0)
  return () => {
    const { rss, heapUsed } = process.memoryUsage()
    const { user, system } = process.cpuUsage()
    const read = {
      signIns: { ...figures.signIns },
      writes: { ...figures.writes },
      memory: { resident: rss, heap: heapUsed },
      delay: { p99: seconds(delay.percentile(99)), max: seconds(delay.max) },
      processor: (user + system) / 1e6,
    }
    delay.reset()
    return read
  }
}
