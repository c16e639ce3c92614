import { and, asc, eq, notInArray, or } from 'drizzle-orm'
import type { Tx } from '@/db/dialect'
import { records, revisions } from '@/db/schema'
import { type AnyRecord, isSameRecord, renameIn, renamingsOf } from '@/lib/model'
import { type RecordKey, recordKey } from '../key'
import { findRevision } from '../queries/revision'
import { writeAudit } from './audit'
import { saveDraft } from './draft'
import { DraftsInTheWayError, TooManyDraftsError } from './errors'
import { changedWithin, movesOfEdition } from './publish/moved-in-edition'
import { lockHead, type MadeEdition, publishRecords } from './publish/publish'

/** Drafts that undo an edition, and the records of it that were published again since: those are left as they are. */
export interface UndoneEdition {
  drafts: string[]
  changedSince: RecordKey[]
}

/** One record that an edition changed, and what undoes it. */
interface Undoing {
  key: RecordKey
  /** The state before; null: there was none. */
  before: unknown
  /** The state that the edition brought; null: it removed it. */
  brought: unknown
  /** The place that it had in its file. */
  ord: number
  /** The revision that is public now; null: none is. */
  current: number | null
}

interface UndoingAll {
  steps: Undoing[]
  changedSince: RecordKey[]
}

/** What undoes an edition, record by record, but for what stands in dossiers that are left out; and the records that were published again since. */
async function undoingOf(tx: Tx, edition: number, leftOut: readonly string[] = []): Promise<UndoingAll> {
  const changed = await tx
    .select({
      kind: revisions.kind,
      dossier: revisions.dossier,
      id: revisions.id,
      number: revisions.number,
      ord: revisions.ord,
    })
    .from(revisions)
    .where(
      and(
        eq(revisions.edition, edition),
        leftOut.length === 0
          ? undefined
          : or(eq(revisions.kind, 'dossier'), notInArray(revisions.dossier, [...leftOut])),
      ),
    )
    .orderBy(asc(revisions.kind), asc(revisions.dossier), asc(revisions.id))
  const found: UndoingAll = { steps: [], changedSince: [] }
  for (const { kind, dossier, id, number, ord } of changed) {
    const key = recordKey(kind, dossier, id)
    const brought = (await findRevision(tx, key, number))?.data ?? null
    const removed = brought === null
    if (!(await isNewest(tx, key, number, removed))) {
      found.changedSince.push(key)
      continue
    }
    const before = number === 1 ? null : ((await findRevision(tx, key, number - 1))?.data ?? null)
    if (before !== null || !removed) found.steps.push({ key, before, brought, ord, current: removed ? null : number })
  }
  return found
}

/**
 * As `undoingOf`; what stands in a dossier that the edition gave another id goes back with it. Where the dossier itself was published again since, it
 * keeps its id.
 */
async function withMoves(tx: Tx, edition: number): Promise<UndoingAll> {
  const moves = await movesOfEdition(tx, edition)
  const found = await undoingOf(
    tx,
    edition,
    moves.flatMap(({ from, to }) => [from, to]),
  )
  for (const move of moves) {
    const isOf = ({ kind, id }: RecordKey) => kind === 'dossier' && (id === move.from || id === move.to)
    if (found.steps.filter(({ key }) => isOf(key)).length < 2) {
      found.steps = found.steps.filter(({ key }) => !isOf(key))
      if (!found.changedSince.some(isOf)) found.changedSince.push(recordKey('dossier', move.to, move.to))
      continue
    }
    for (const { number, ...within } of await changedWithin(tx, move, edition)) {
      const { key } = within
      if (await isNewest(tx, key, number ?? 0, number === null)) found.steps.push({ ...within, current: number })
      else found.changedSince.push(key)
    }
  }
  return found
}

/**
 * Makes a draft of every record that an edition changed, which brings back the state before it: the text before, or a removal
 * of what was new. Of more than `most` those get none that only named what got another id: they follow when it gets its own back. Nothing is
 * public before they are published. Throws `TooManyDraftsError` and `DraftsInTheWayError`, and then nothing is made.
 */
export async function undoEdition(
  tx: Tx,
  { edition, by, at, most = Number.POSITIVE_INFINITY }: { edition: number; by: string; at: string; most?: number },
): Promise<UndoneEdition> {
  const { steps: all, changedSince } = await withMoves(tx, edition)
  const steps = all.length > most ? withoutFollowers(all) : all
  if (steps.length > most) throw new TooManyDraftsError(steps.length)
  const undone: UndoneEdition = { drafts: [], changedSince }
  const inTheWay: RecordKey[] = []
  for (const { key, before } of steps) {
    const note = `Undoes edition ${edition}`
    const saved = await saveDraft(tx, { key, data: before, author: by, at, note })
    if (saved.ok) undone.drafts.push(saved.draft.id)
    else if (isSameRecord(saved.conflict.data, before)) undone.drafts.push(saved.conflict.id)
    else inTheWay.push(key)
  }
  if (inTheWay.length > 0) throw new DraftsInTheWayError(inTheWay)
  await writeAudit(tx, { at, by, action: 'edition.undo', subject: `edition ${edition}`, detail: undone })
  return undone
}

/** Without what is undone by giving back the ids: it says the same as before, but for them. */
function withoutFollowers(steps: readonly Undoing[]): Undoing[] {
  const renamings = renamingsOf(
    steps.map(({ key, before, brought }) => ({
      ...key,
      before: brought as AnyRecord | null,
      next: before as AnyRecord | null,
    })),
  )
  const follows = ({ key, before, brought }: Undoing) =>
    before !== null &&
    brought !== null &&
    isSameRecord(
      renamings
        .filter(({ what, dossier }) => what.kind === 'source' || dossier === key.dossier)
        .reduce((text, renaming) => renameIn(key.kind, text, renaming), brought),
      before,
    )
  return steps.filter((step) => !follows(step))
}

/**
 * Brings back at once, as an edition of its own, all that an edition removed with whole dossiers: they are too large for drafts. Null
 * where one of those dossiers is there again: what is public now would be mixed with what was. Throws `PublishRefusedError`.
 */
export async function bringBackDossiers(
  tx: Tx,
  { edition, by, at, reason }: { edition: number; by: string; at: string; reason: string },
): Promise<MadeEdition | null> {
  await lockHead(tx)
  const { steps, changedSince } = await undoingOf(tx, edition)
  if (steps.length === 0 || changedSince.some(({ kind }) => kind === 'dossier')) return null
  await writeAudit(tx, { at, by, action: 'edition.undo', subject: `edition ${edition}`, detail: { changedSince } })
  return publishRecords(tx, {
    records: steps.map(({ key, before, ord, current }) => ({ key, data: before, baseRevision: current, ord })),
    by,
    at,
    reason,
  })
}

/** Whether a revision is what is public of its record now, or, of a removal, nothing is. */
async function isNewest(tx: Tx, { kind, dossier, id }: RecordKey, number: number, removed: boolean): Promise<boolean> {
  const [current] = await tx
    .select({ revision: records.revision })
    .from(records)
    .where(and(eq(records.kind, kind), eq(records.dossier, dossier), eq(records.id, id)))
  return removed ? current === undefined : current?.revision === number
}
