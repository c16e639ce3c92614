import type { Tx } from '@/db/dialect'
import type { ContentTree } from '@/lib/content'
import { needsSecondPerson } from '@/lib/model'
import { type RecordKey, recordKey } from '../../key'
import { type ImportedRecord, previewImport } from '../../queries/porting/differences'
import { findRecord } from '../../queries/record'
import { type ImportedDrafts, importContent, importDrafts } from '../import'
import { lockHead, type MadeEdition } from '../publish/publish'
import { dropUpload } from './upload'

/** The upload was taken or forgotten meanwhile. */
export class UploadGoneError extends Error {
  constructor(readonly upload: string) {
    super(`There is no upload ${upload}: it was taken, forgotten, or its day is over.`)
    this.name = 'UploadGoneError'
  }
}

/** Another edition was published since whoever publishes has looked at what would change. */
export class ShownEditionError extends Error {
  constructor(
    readonly shown: number,
    readonly current: number,
  ) {
    super(`What would change was shown at edition ${shown}, and edition ${current} is public now.`)
    this.name = 'ShownEditionError'
  }
}

/** Records that a second person has to look at before they are published, as their dossiers ask. */
export class SecondPersonError extends Error {
  constructor(readonly keys: RecordKey[]) {
    super(keys.map(({ kind, id }) => `${kind} ${id}: a second person has to approve it first`).join('\n'))
    this.name = 'SecondPersonError'
  }
}

interface Taking {
  upload: string
  content: ContentTree
  by: string
  at: string
}

/**
 * Publishes what was sent as one edition, or nothing of it, and lets go of the file. `edition` is the one beside which it was shown.
 * Throws `UploadGoneError`, `ShownEditionError`, `SecondPersonError`, `PublishRefusedError`.
 */
export async function publishUpload(
  tx: Tx,
  { upload, content, by, at, edition, reason }: Taking & { edition: number; reason: string },
): Promise<MadeEdition> {
  const current = await lockHead(tx)
  if (!(await dropUpload(tx, upload))) throw new UploadGoneError(upload)
  if (current !== edition) throw new ShownEditionError(edition, current)
  const withheld = await wantingSecondPerson(tx, (await previewImport(tx, content)).changes)
  if (withheld.length > 0) throw new SecondPersonError(withheld)
  return importContent(tx, { content, by, at, reason, keepsOrder: true })
}

/**
 * Makes a draft of each record that differs, or of none, and lets go of the file. `edition`: the one beside which the rows of a CSV were
 * read, for they tell only some fields, and the others are those of that edition. Throws `UploadGoneError`, `ShownEditionError`,
 * `DraftsInTheWayError`.
 */
export async function draftUpload(
  tx: Tx,
  { upload, content, by, at, note, edition }: Taking & { note: string; edition?: number },
): Promise<ImportedDrafts> {
  const current = edition === undefined ? undefined : await lockHead(tx)
  if (edition !== undefined && current !== undefined && current !== edition)
    throw new ShownEditionError(edition, current)
  if (!(await dropUpload(tx, upload))) throw new UploadGoneError(upload)
  return importDrafts(tx, { content, author: by, at, note })
}

/** Those that a dossier, as it is public, wants two persons to have seen: whoever sent the file is but one. */
async function wantingSecondPerson(tx: Tx, changes: readonly ImportedRecord[]): Promise<RecordKey[]> {
  const reviews = new Map<string, Parameters<typeof needsSecondPerson>[0]>()
  for (const id of new Set(changes.map(({ key }) => key.dossier)))
    if (id !== '') reviews.set(id, (await findRecord(tx, recordKey('dossier', id, id)))?.record.review)
  return changes.flatMap(({ key, after }) =>
    needsSecondPerson(reviews.get(key.dossier), key.kind, after) ? [key] : [],
  )
}
