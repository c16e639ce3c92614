import type { Instructive } from '@/lib/explain'
import { program } from '@/lib/program'

// Whether a failure means that the database cannot be had for the moment: answered with 503 and Retry-After, never with 500.
export { isDatabaseAway } from './away'

/** A failure of the database that the person who runs the program can act upon; its message says how. */
export class DatabaseError extends Error implements Instructive {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = new.target.name
  }

  get instruction(): string | undefined {
    return this.message
  }
}

/** The data folder, or the database file in it, cannot be made or written. */
export class DataFolderError extends DatabaseError {
  constructor(folder: string, cause: unknown) {
    super(`The data folder ${folder} cannot be written (${reasonOf(cause)}). Set RULEWIRE_DATA to a folder that can.`, {
      cause,
    })
  }
}

/** The kept key that signs sessions is too short: an empty or cut off file would let anybody sign for anybody. */
export class SecretError extends DatabaseError {
  constructor(file: string) {
    super(
      `${file} holds fewer than 32 characters, too few to sign sessions safely. ` +
        'Remove the file: the next start makes a new one (everybody signs in again).',
    )
  }
}

/** What is kept as the key that signs editions is none. */
export class SigningKeyError extends DatabaseError {
  constructor(file: string) {
    super(
      `${file} does not hold a key that can sign editions: 32 bytes as base64. Put the key back from where it is kept safe, or set ` +
        'RULEWIRE_SIGNING_KEY. Only where it is lost remove the file: a new key is made, and readers have to be told of it.',
    )
  }
}

/** There is no database file where one is asked for. */
export class DatabaseMissingError extends DatabaseError {
  constructor(file: string) {
    super(`There is no database at ${file}. Set RULEWIRE_DATA to the folder that holds it, or make one: npm start.`)
  }
}

/** The file is there but is no database that can be read. */
export class DatabaseDamagedError extends DatabaseError {
  constructor(file: string, cause: unknown) {
    super(`${file} is not a database that can be read (${reasonOf(cause)}). Restore a backup: rulewire restore FILE.`, {
      cause,
    })
  }
}

/** The database server does not answer, or does not let us in. `where` never holds a password. */
export class DatabaseUnreachableError extends DatabaseError {
  readonly away = true
  constructor(where: string, cause: unknown) {
    super(`The database at ${where} cannot be reached (${reasonOf(cause)}). Check DATABASE_URL and the server.`, {
      cause,
    })
  }
}

/** Another process kept the database locked for longer than a write may wait. */
export class DatabaseBusyError extends DatabaseError {
  readonly away = true
  constructor(cause: unknown) {
    super('The database is locked by another process; try again when it has finished.', { cause })
  }
}

/** The database has migrations that this version of the program does not know. */
export class NewerDatabaseError extends DatabaseError {
  constructor(readonly unknown: string[]) {
    super(
      `The database was written by a newer ${program} (it has ${unknown.join(', ')}). ` +
        'Run that version, or restore a backup made before the upgrade.',
    )
  }
}

/** `DATABASE_URL` at start and the address asked for name different engines. */
export class EngineMismatchError extends DatabaseError {
  constructor(engine: string) {
    super(`This process was started for ${engine}: set DATABASE_URL before it starts, not afterwards.`)
  }
}

/** What was asked for exists on the other engine only; the message names the tool to use instead. */
export class NotOnThisEngineError extends DatabaseError {}

/** A write was begun inside another one. Pass `tx` on instead. */
export class NestedWriteError extends DatabaseError {
  constructor() {
    super('write() was called inside write(): pass tx on instead.')
  }

  override get instruction(): undefined {
    return undefined
  }
}

/** A `tx` was kept and used after its write had ended. */
export class WriteEndedError extends DatabaseError {
  constructor() {
    super('This tx belongs to a write that has ended.')
  }

  override get instruction(): undefined {
    return undefined
  }
}

function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause)
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : ''
  return cause.message || code || cause.name
}
