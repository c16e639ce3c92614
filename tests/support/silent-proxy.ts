import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

export interface SilentProxy {
  port: number
  /** From now on nothing that is sent arrives, in either direction, and nothing is closed: as when a cable is cut. */
  silence(): void
  /** New connections are passed on again; those from before stay as dead as they are. */
  resume(): void
  close(): Promise<void>
}

/** Stands between a client and a server of this machine. */
export async function startSilentProxy(target: { host: string; port: number }): Promise<SilentProxy> {
  const sockets = new Set<Socket>()
  let silent = false
  const keep = (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => sockets.delete(socket))
  }
  const dead = new WeakSet<Socket>()
  const pass = (from: Socket, to: Socket) => {
    from.on('data', (chunk) => {
      if (!dead.has(from)) to.write(chunk)
    })
    from.on('end', () => {
      if (!dead.has(from)) to.end()
    })
    from.on('close', () => {
      if (!dead.has(from)) to.destroy()
    })
  }
  const server = createServer({ allowHalfOpen: true }, (near) => {
    keep(near)
    if (silent) return void dead.add(near)
    const far = connect(target.port, target.host)
    keep(far)
    pass(near, far)
    pass(far, near)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    silence: () => {
      silent = true
      for (const socket of sockets) dead.add(socket)
    },
    resume: () => {
      silent = false
    },
    close: () => {
      for (const socket of sockets) socket.destroy()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
