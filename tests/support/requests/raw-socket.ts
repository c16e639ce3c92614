import { connect } from 'node:net'

export interface Conversation {
  /** Everything that came back. */
  text: string
  /** Statuses of the answers, in their order. */
  statuses: number[]
}

/** Writes bytes to a port as they stand, piece by piece, and reads until the other end closes. */
export function converse(port: number, pieces: readonly (string | Buffer)[]): Promise<Conversation> {
  return new Promise((resolve) => {
    const parts: Buffer[] = []
    const socket = connect(port, 'localhost', async () => {
      for (const piece of pieces)
        if (!socket.write(piece)) await new Promise((go) => socket.once('drain', go).once('close', go))
    })
    socket.on('data', (part) => parts.push(part))
    // A connection that is cut while we still send has told what it had to tell.
    socket.on('error', () => undefined)
    socket.on('close', () => {
      const text = Buffer.concat(parts).toString('latin1')
      resolve({ text, statuses: [...text.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => Number(status)) })
    })
  })
}
