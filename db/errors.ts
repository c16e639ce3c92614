import type { FileProblem } from '@/lib/content'
import type { Instructive } from '@/lib/explain'
import { fieldName, type Problem, type RecordKind } from '@/lib/model'
import type { RecordKey } from './key'

// Whether a failure means that the database cannot be had for the moment: answered with 503 and Retry-After, never with 500.
export { isDatabaseAway } from './away'

/** A failure of the database that the person who runs Rulewire can act upon; its message says how. */
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

/** The database has migrations that this version of Rulewire does not know. */
export class NewerDatabaseError extends DatabaseError {
  constructor(readonly unknown: string[]) {
    super(
      `The database was written by a newer Rulewire (it has ${unknown.join(', ')}). ` +
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

/** The draft was published or discarded meanwhile. */
export class DraftGoneError extends Error {
  constructor(readonly drafts: string[]) {
    super(`There is no draft ${drafts.join(', ')}: it was published or discarded.`)
    this.name = 'DraftGoneError'
  }
}

/** A text that is larger, or nested more deeply, than a draft of its kind may be. Nothing was stored. */
export class DraftTooLargeError extends Error {
  constructor(
    readonly draft: { kind: RecordKind; recordId: string },
    why: string,
  ) {
    super(`The ${draft.kind} “${draft.recordId}” ${why}. Shorten its texts or lists, or make two records of it.`)
    this.name = 'DraftTooLargeError'
  }
}

/** Drafts of one's own say something else of the records that an import brings. Nothing was made. */
export class DraftsInTheWayError extends Error {
  constructor(readonly keys: RecordKey[]) {
    const lines = keys.map(({ kind, id }) => `${kind} ${id}: you have a draft of it that says something else`)
    super(
      [
        ...lines,
        'Publish or discard these drafts, or add --replace-drafts: they are then discarded and can be restored for 30 days.',
      ].join('\n'),
    )
    this.name = 'DraftsInTheWayError'
  }
}

/** A draft or record whose base is no longer what is published; both texts, so that a person can settle it. */
export interface Conflict {
  key: RecordKey
  /** Id of the draft; absent when no draft is concerned. */
  draft?: string | undefined
  /** The revision it was made from, and the one that is public now; null: none. */
  base: number | null
  current: number | null
  yours: unknown
  theirs: unknown
}

/** A draft that was saved again since the one who publishes has looked at it. */
export interface StaleDraft {
  id: string
  key: RecordKey
  /** The version that was looked at, and the one that is there. */
  asked: number
  version: number
}

/** Why nothing was published. */
export interface Refusal {
  ok: false
  conflicts: Conflict[]
  problems: Problem[]
  /** Drafts that are not there any more: published or discarded meanwhile. */
  gone: string[]
  /** Drafts in another version than was asked for. */
  stale: StaleDraft[]
}

/** Thrown inside a publishing transaction, so that it leaves no trace; `publish` turns it back into an answer. */
export class PublishRefusedError extends Error {
  readonly refusal: Refusal
  constructor(given: Partial<Omit<Refusal, 'ok'>>) {
    const refusal: Refusal = { ok: false, conflicts: [], problems: [], gone: [], stale: [], ...given }
    super(linesOf(refusal).join('\n'))
    this.name = 'PublishRefusedError'
    this.refusal = refusal
  }
}

/** Content that cannot be imported as it stands; the message has a line per problem. */
export class ContentError extends Error implements Instructive {
  constructor(readonly problems: FileProblem[]) {
    super(
      problems
        .map(({ file, line, field, message }) => `${file}:${line}: ${field ? `${field} ` : ''}${message}`)
        .join('\n'),
    )
    this.name = 'ContentError'
  }

  get instruction(): string {
    return `content/ cannot be loaded as it stands:\n${this.message}`
  }
}

function linesOf({ conflicts, problems, gone, stale }: Refusal): string[] {
  return [
    ...problems.map(({ kind, id, path, message }) => `${kind} ${id}: ${fieldName(path)} ${message}`),
    ...conflicts.map(({ key, base, current }) =>
      base === current
        ? `${key.kind} ${key.id}: was given twice: publish one text of it at a time`
        : `${key.kind} ${key.id}: was published by someone else meanwhile`,
    ),
    ...stale.map(({ key }) => `${key.kind} ${key.id}: was saved again meanwhile: look at it once more`),
    ...gone.map((draft) => `draft ${draft}: was published or discarded meanwhile`),
  ]
}

function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause)
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : ''
  return cause.message || code || cause.name
}
