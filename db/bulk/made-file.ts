import { createReadStream } from 'node:fs'
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sqliteFile } from '@/lib/bulk/names'
import { Turns } from '@/lib/bulk/turns'
import { makeFolder, ownerOnly } from '../files'
import type { BulkSource } from './source'
import { writeSqliteFile } from './sqlite-file'

/** One file is made at a time, and so many wait. */
const turns = new Turns(3)

/** A file that is gone as soon as it is read, or left. */
export interface SqliteMade {
  bytes: number
  pieces: AsyncGenerator<Uint8Array>
  /** Removes it, read or not. */
  remove: () => Promise<void>
}

export interface MakingSqlite {
  /** The data folder, in which the file stands while it is made and read. */
  dataDir: string
  signal?: AbortSignal
}

/** All tables of an edition as a file of SQLite, in its turn. Rejects with `AllTurnsTakenError`, and as `makeSqliteNow`. */
export const makeSqlite = (source: BulkSource, how: MakingSqlite): Promise<SqliteMade> =>
  turns.take(() => makeSqliteNow(source, how))

/** The same at once, for who has a turn of its own. Rejects with the reason of the signal, leaving nothing. */
export async function makeSqliteNow(source: BulkSource, { dataDir, signal }: MakingSqlite): Promise<SqliteMade> {
  signal?.throwIfAborted()
  const folder = await ownFolder(dataDir)
  const remove = () => rm(folder, { recursive: true, force: true })
  try {
    // What stands in the data folder is no part of the build.
    const file = join(/* turbopackIgnore: true */ folder, sqliteFile)
    await writeSqliteFile(source, file, signal)
    const { size } = await stat(/* turbopackIgnore: true */ file)
    return { bytes: size, pieces: piecesOf(file, remove), remove }
  } catch (error) {
    await remove()
    throw error
  }
}

async function* piecesOf(file: string, remove: () => Promise<void>): AsyncGenerator<Uint8Array> {
  try {
    for await (const piece of createReadStream(/* turbopackIgnore: true */ file)) yield piece as Buffer
  } finally {
    await remove()
  }
}

/** Folders of files that are made are named for the process that makes them. */
const named = /^bulk-(\d+)-/

/**
 * A folder of its own in the data folder, where there is room; what processes that are gone have left there is removed. A node that keeps
 * nothing may have no such folder: then in that for temporary files.
 */
async function ownFolder(dataDir: string): Promise<string> {
  const own = `bulk-${process.pid}-`
  try {
    makeFolder(dataDir, ownerOnly)
    for (const name of await readdir(dataDir)) {
      const [, pid] = named.exec(name) ?? []
      if (pid !== undefined && !isAlive(Number(pid))) await rm(join(dataDir, name), { recursive: true, force: true })
    }
    return await mkdtemp(join(dataDir, own))
  } catch {
    return mkdtemp(join(tmpdir(), `rulewire-${own}`))
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
