import { createReadStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sqliteFile } from '@/lib/bulk/names'
import { Turns } from '@/lib/bulk/turns'
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

/** All tables of an edition as a file of SQLite, in its turn. Rejects with `AllTurnsTakenError`, and as `makeSqliteNow`. */
export const makeSqlite = (source: BulkSource, signal?: AbortSignal): Promise<SqliteMade> =>
  turns.take(() => makeSqliteNow(source, signal))

/** The same at once, for who has a turn of its own. Rejects with the reason of the signal, leaving nothing. */
export async function makeSqliteNow(source: BulkSource, signal?: AbortSignal): Promise<SqliteMade> {
  signal?.throwIfAborted()
  const folder = await mkdtemp(join(tmpdir(), 'rulewire-data-'))
  const remove = () => rm(folder, { recursive: true, force: true })
  try {
    const file = join(folder, sqliteFile)
    await writeSqliteFile(source, file, signal)
    const { size } = await stat(file)
    return { bytes: size, pieces: piecesOf(file, remove), remove }
  } catch (error) {
    await remove()
    throw error
  }
}

async function* piecesOf(file: string, remove: () => Promise<void>): AsyncGenerator<Uint8Array> {
  try {
    for await (const piece of createReadStream(file)) yield piece as Buffer
  } finally {
    await remove()
  }
}
