import type { FileProblem } from '@/lib/content'
import type { Instructive } from '@/lib/explain'
import { fieldName, type Problem, type RecordKind } from '@/lib/model'
import type { RecordKey } from '../key'

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

/** More drafts than can be looked at together would be made. Nothing was made. */
export class TooManyDraftsError extends Error {
  constructor(readonly count: number) {
    super(`${count} drafts would be made: that is more than can be looked at together.`)
    this.name = 'TooManyDraftsError'
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

/** A draft that may not be published yet. */
export interface WithheldDraft {
  id: string
  key: RecordKey
  /** The instant before which it may not be; absent: nobody but whoever publishes it has looked at it. */
  embargo?: string
}

/** Why nothing was published. */
export interface PublishRefusal {
  ok: false
  conflicts: Conflict[]
  problems: Problem[]
  /** Drafts that are not there any more: published or discarded meanwhile. */
  gone: string[]
  /** Drafts in another version than was asked for. */
  stale: StaleDraft[]
  /** Drafts under an embargo, and those that a second person has to look at. */
  withheld: WithheldDraft[]
}

/** Thrown inside a publishing transaction, so that it leaves no trace; `publish` turns it back into an answer. */
export class PublishRefusedError extends Error {
  readonly refusal: PublishRefusal
  constructor(given: Partial<Omit<PublishRefusal, 'ok'>>) {
    const refusal: PublishRefusal = {
      ok: false,
      conflicts: [],
      problems: [],
      gone: [],
      stale: [],
      withheld: [],
      ...given,
    }
    super(linesOf(refusal).join('\n'))
    this.name = 'PublishRefusedError'
    this.refusal = refusal
  }
}

/** Content that cannot be imported as it stands; the message has a line per problem. */
export class ContentError extends Error implements Instructive {
  constructor(
    readonly problems: FileProblem[],
    private readonly dir = 'content/',
  ) {
    super(
      problems
        .map(({ file, line, field, message }) => `${file}:${line}: ${field ? `${field} ` : ''}${message}`)
        .join('\n'),
    )
    this.name = 'ContentError'
  }

  get instruction(): string {
    return `${this.dir} cannot be loaded as it stands:\n${this.message}`
  }
}

/** The folder to begin with is not there, or is a file. */
export class NoContentError extends Error implements Instructive {
  constructor(dir: string) {
    super(
      `${dir} is not a folder. Set RULEWIRE_CONTENT to one that holds content, or begin with none: npm start -- --empty`,
    )
    this.name = 'NoContentError'
  }

  get instruction(): string {
    return this.message
  }
}

/** A line in English for each reason of a refusal, without an address. */
export function linesOf({ conflicts, problems, gone, stale, withheld }: PublishRefusal): string[] {
  return [
    ...problems.map(({ kind, id, path, message }) => `${kind} ${id}: ${fieldName(path)} ${message}`),
    ...conflicts.map(({ key, base, current }) =>
      base === current
        ? `${key.kind} ${key.id}: was given twice: publish one text of it at a time`
        : `${key.kind} ${key.id}: was published by someone else meanwhile`,
    ),
    ...stale.map(({ key }) => `${key.kind} ${key.id}: was saved again meanwhile: look at it once more`),
    ...withheld.map(({ key, embargo }) =>
      embargo === undefined
        ? `${key.kind} ${key.id}: a second person has to approve it first`
        : `${key.kind} ${key.id}: is under an embargo until ${embargo}`,
    ),
    ...gone.map((draft) => `draft ${draft}: was published or discarded meanwhile`),
  ]
}
