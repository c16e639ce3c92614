import type { Server } from 'node:http'

/*
 * What a front and `start.mjs`, which has started it, tell each other when a new build is taken up: the front before hands its listening
 * socket over, so that at no moment nobody listens.
 */

/** The argument with which a front is started that takes another's place. */
export const takesOver = '--takes-over'

interface Handed {
  /** The listening socket, as Node passes them between processes. */
  socket: unknown
  port: number
}

const kindOf = (said: unknown): string =>
  typeof said === 'object' && said !== null && 'kind' in said ? String(said.kind) : ''

/** The socket of the front whose place this one takes. Rejects where there is none to come. */
export function handedSocket(): Promise<Handed> {
  return new Promise((resolve, reject) => {
    process.on('message', (said, socket: unknown) => {
      if (kindOf(said) !== 'socket' || typeof said !== 'object' || said === null || !socket) return
      const port = 'port' in said ? Number(said.port) : Number.NaN
      if (Number.isInteger(port)) resolve({ socket, port })
    })
    process.once('disconnect', () => reject(new Error('No socket is handed over by anyone.')))
    if (!process.connected) reject(new Error('No socket is handed over by anyone.'))
  })
}

interface Turns {
  server: Server
  port: number
  /** Another front listens: this one is to answer what it has, and end. */
  onRetired: () => void
  /** Nobody watches over this process any more. */
  onAlone: () => void
}

/** Tells the starter that this front answers, and from now on hands its socket over when it is asked to. */
export function tellStarter({ server, port, onRetired, onAlone }: Turns): void {
  if (!process.send) return
  process.on('message', (said) => {
    // The socket itself and not the server around it, which whoever passes it on would listen on.
    if (kindOf(said) === 'hand over') process.send?.({ kind: 'socket', port }, Reflect.get(server, '_handle'))
    if (kindOf(said) === 'retire') onRetired()
  })
  process.once('disconnect', onAlone)
  process.send({ kind: 'ready' })
}
