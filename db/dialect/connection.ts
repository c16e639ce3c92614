import { AsyncLocalStorage } from 'node:async_hooks'
import { NestedWriteError, WriteEndedError } from '../errors'

export type Engine = 'sqlite' | 'postgres'

export interface ConnectOptions {
  /** Address of a PostgreSQL database. */
  url?: string | undefined
  /** Folder of the embedded database. */
  dataDir: string
  /** Whether to refuse an embedded database that is not there instead of making it. */
  mustExist?: boolean | undefined
}

/** Runs one SQL statement as it stands and returns its rows. */
export type Run = (statement: string) => Promise<Record<string, unknown>[]>

/** What an engine gives: reads, the one way to write, and what only upkeep needs. */
export interface Connection<Db, Tx> {
  engine: Engine
  /** Reads only, also by the engine's own word. */
  db: Db
  /** As `db`, but gives up after seconds: for what must be known soon, or be known not to be known. */
  quick: Db
  /** Runs `work` in one transaction: all of it is kept, or none. Rejects with what `work` threw. */
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  upkeep: Upkeep
  close(): Promise<void>
}

export interface Upkeep {
  /** One transaction that no other process of the program can overlap; what it changed is checked for broken references at its end. */
  exclusively<T>(work: (run: Run) => Promise<T>): Promise<T>
  /** What the engine's own self-check finds wrong; empty when all is well. */
  integrity(): Promise<string[]>
  /** What is lawful but not well about the database, once it is migrated, and what to do; lines for whoever runs it. */
  advice(): Promise<string[]>
  /** Copies the live database into a file, whole or not at all. Throws a `DatabaseError` that says why it cannot. */
  backup(file: string): Promise<void>
  /** Calls `onSignal` soon after anyone, in any process, may have published. Returns how to stop. */
  watch(onSignal: () => void): () => void
}

/** Refuses a write inside a write of the same connection, however deep in the call it is begun. */
export function refuseNesting(): <T>(work: () => Promise<T>) => Promise<T> {
  const around = new AsyncLocalStorage<{ open: boolean }>()
  return async (work) => {
    if (around.getStore()?.open) throw new NestedWriteError()
    const mark = { open: true }
    return around.run(mark, work).finally(() => {
      mark.open = false
    })
  }
}

/** What `work` writes with, made of the engine's own handle; a `tx` kept beyond the end of its write throws. */
export function openTx<Tx extends object>(handle: object): { tx: Tx; end: () => void } {
  let open = true
  const tx: Tx = new Proxy(Object.create(handle), {
    get: (target, key, receiver) => {
      if (!open) throw new WriteEndedError()
      return Reflect.get(target, key, receiver)
    },
  })
  return {
    tx,
    end: () => {
      open = false
    },
  }
}
