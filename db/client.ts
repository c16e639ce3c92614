import { connect, type Db, engine, type Tx } from '@/db/dialect'
import { figures } from '@/lib/figures'
import { parseSettings } from '@/lib/settings'
import type { SigningKey } from '@/lib/signing/key'
import type { Connection } from './dialect/connection'
import { EngineMismatchError } from './errors'
import { beginsWriting } from './held/of-process'
import { signingKey, signsWith } from './signing-key'

export type { Db, Tx } from '@/db/dialect'

/**
 * An open database. `db` can only read; `write` is the only way to write and the only giver of a `Tx`; inside it nothing
 * but calls on `tx` (model, section 6).
 */
export type Database = Connection<Db, Tx>

/**
 * Opens the database that the options or else the environment name; makes the data folder and an empty file for the
 * embedded one. It does not migrate. Throws a `DatabaseError` whose message says what to do.
 */
export async function openDatabase(
  options: { url?: string; dataDir?: string; mustExist?: boolean } = {},
): Promise<Database> {
  const settings = parseSettings(process.env)
  const url = options.url ?? (options.dataDir === undefined ? settings.databaseUrl : undefined)
  if ((engine === 'postgres') !== (url !== undefined)) throw new EngineMismatchError(engine)
  const dataDir = options.dataDir ?? settings.dataDir
  let key: SigningKey | undefined
  const giveKey = () => {
    key ??= signingKey({ ...settings, dataDir })
    return key
  }
  return counted(await connect({ url, dataDir, mustExist: options.mustExist }), giveKey)
}

/** Counts what is written, and how long it takes from asking to its end; what is held and the key that signs are at hand in each write. */
function counted(opened: Database, giveKey: () => SigningKey): Database {
  const { writes } = figures
  return {
    ...opened,
    write: async (work) => {
      const began = performance.now()
      writes.waiting++
      try {
        const result = await opened.write((tx) => {
          beginsWriting(tx, opened.db)
          signsWith(tx, giveKey)
          return work(tx)
        })
        writes.done++
        return result
      } catch (error) {
        writes.failed++
        throw error
      } finally {
        writes.waiting--
        writes.seconds += (performance.now() - began) / 1000
      }
    },
  }
}

// Development reloads modules: the handle outlives them, or connections would pile up.
const held = globalThis as typeof globalThis & { rulewireDatabase?: Promise<Database> | undefined }

/** The database of this process, opened at the first call. A failure to open is not kept: the next call tries again. */
export function database(): Promise<Database> {
  held.rulewireDatabase ??= openDatabase().catch((error: unknown) => {
    held.rulewireDatabase = undefined
    throw error
  })
  return held.rulewireDatabase
}

/** Closes the database of this process, if it was opened; a later `database()` opens it anew. */
export async function closeDatabase(): Promise<void> {
  const open = held.rulewireDatabase
  held.rulewireDatabase = undefined
  await (await open)?.close()
}
