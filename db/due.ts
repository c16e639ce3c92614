import type { Database } from './client'
import { publishDue } from './commands/newsroom/schedule'
import { nextDue } from './queries/newsroom/schedule'

/** Milliseconds between two looks at what is due; one look is one short query. */
const every = 5_000

/**
 * Publishes what was set for a time, when it has come: at once what was due while nothing ran, and then as it comes. Whatever
 * goes wrong is logged and tried again. Returns how to stop.
 */
export async function watchDue(database: Database, now: () => string): Promise<{ stop: () => void }> {
  const look = async () => {
    try {
      const at = now()
      const due = await nextDue(database.quick)
      if (due !== null && due <= at) await publishDue(database, at)
    } catch (error) {
      console.error('What was due could not be published and is tried again.', error)
    }
  }
  await look()
  let stopped = false
  let timer: NodeJS.Timeout
  const wait = () => {
    timer = setTimeout(() => {
      void look().finally(() => {
        if (!stopped) wait()
      })
    }, every).unref()
  }
  wait()
  return {
    stop: () => {
      stopped = true
      clearTimeout(timer)
    },
  }
}
