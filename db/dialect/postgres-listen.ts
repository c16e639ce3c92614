import pg from 'pg'
import { limits, server } from './postgres-server'

const channel = 'rulewire_edition'

/**
 * Calls `onSignal` whenever anyone publishes, and every two seconds besides: LISTEN tells at once, the rest covers the times when
 * its connection is down. A connection that does not answer is given up and made anew. Returns how to stop.
 */
export function listen(url: string, onSignal: () => void): () => void {
  let client: pg.Client | undefined
  let stopped = false
  const giveUp = (lost: pg.Client) => {
    if (client === lost) client = undefined
    lost.end().catch(() => undefined)
  }
  const open = async () => {
    const fresh = new pg.Client({
      ...server(url),
      connectionTimeoutMillis: limits.quick,
      query_timeout: limits.quick,
    })
    client = fresh
    fresh.on('error', () => giveUp(fresh))
    fresh.on('end', () => giveUp(fresh))
    fresh.on('notification', onSignal)
    try {
      await fresh.connect()
      await fresh.query(`LISTEN ${channel}`)
      if (stopped) giveUp(fresh)
    } catch {
      giveUp(fresh)
    }
  }
  let asking: pg.Client | undefined
  /** A connection that was cut in silence looks as one on which nothing is said: it is asked. */
  const ask = async (listening: pg.Client) => {
    if (asking === listening) return
    asking = listening
    await listening.query('SELECT 1').catch(() => giveUp(listening))
    if (asking === listening) asking = undefined
  }
  const tick = () => {
    if (client) void ask(client)
    else void open()
    onSignal()
  }
  const timer = setInterval(tick, limits.poll)
  timer.unref()
  void open()
  return () => {
    stopped = true
    clearInterval(timer)
    client?.end().catch(() => undefined)
  }
}
