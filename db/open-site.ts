import type { Settings } from '@/lib/settings'
import { type Database, database } from './client'
import { watchDue } from './due'
import { watchForHub } from './hub'
import { prepare, prepareAgain, sessionSecret } from './prepare'
import { signingKey } from './signing-key'
import { type WatchedState, watchState } from './stamp'
import { openWire } from './wire/watch'

interface Beginning {
  /** Scheme and host of the site, as links that are printed have it. */
  origin: string
  /** What becomes edition 1 where nothing is published; null: an edition with nothing in it. */
  contentDir: string | null
  /** Whether the site starts with this process, or the process is one more of a site that runs. */
  isFirst: boolean
}

/** What a process that makes pages has open. */
export interface OpenedSite {
  database: Database
  state: WatchedState
  /** Lines for whoever started the site. */
  notices: string[]
  /** Hands nothing over any more, and begins nothing by itself. */
  stop(): void
  /** Resolves when what was under way is ended and the database is closed. */
  close(): Promise<void>
}

const now = (): string => new Date().toISOString()

/**
 * Opens the database of a site and brings it up to date, and from now on publishes what is due, tells the hub, and hands events over.
 * Several processes and nodes may do so at a time: each thing is done once. Throws errors whose messages say what to do.
 */
export async function openSite(settings: Settings, { origin, contentDir, isFirst }: Beginning): Promise<OpenedSite> {
  process.env.NEXTAUTH_SECRET = sessionSecret(settings)
  process.env.AUTH_TRUST_HOST = 'true'
  // A key that is none is told before anybody wants to publish.
  signingKey(settings)
  const opened = await database()
  const { hub, publicUrl } = settings
  const notices = isFirst ? await prepare(opened, contentDir, now(), { publicUrl, origin }) : []
  if (!isFirst) await prepareAgain(opened, now())
  const due = await watchDue(opened, now)
  const toldHub = hub && publicUrl ? watchForHub(opened, { hub, root: publicUrl }) : null
  const state = await watchState(opened)
  const wire = openWire(opened, settings, { origin, now })
  let handedOver: Promise<void> | undefined
  const stop = () => {
    handedOver ??= wire.stop()
  }
  return {
    database: opened,
    state,
    notices,
    stop,
    close: async () => {
      stop()
      state.stop()
      due.stop()
      toldHub?.stop()
      await handedOver
      await opened.close()
    },
  }
}
