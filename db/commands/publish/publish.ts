import { eq, inArray, sql } from 'drizzle-orm'
import type { Tx } from '@/db/dialect'
import { drafts, editions, head } from '@/db/schema'
import type { DossierRecords } from '@/lib/model'
import type { AskedDraft } from '../../asked-draft'
import type { Database } from '../../client'
import { hasPublished, heldIn } from '../../held/of-process'
import { recordKey } from '../../key'
import { writeAudit } from '../audit'
import { type PublishRefusal, PublishRefusedError, type StaleDraft } from '../errors'
import { writeEditionEvents } from '../events/publish-rows'
import { addToOutbox } from '../outbox'
import { carryDossiers } from './carry-dossiers'
import { withFollowers } from './followers'
import { movesIn, withMovedDossiers } from './moved-dossiers'
import { type Asked, planPublication } from './plan'
import { writePlan } from './rows'
import { signEdition, withHashes } from './sign'
import { withWholeDossiers } from './whole-dossiers'
import { withheldDrafts } from './withheld'

export { type Conflict, type PublishRefusal, PublishRefusedError, type StaleDraft } from '../errors'

/** `changed` false: what was asked for is public already, and the edition is the current one. */
export interface MadeEdition {
  ok: true
  edition: number
  changed: boolean
}
export type PublicationResult = MadeEdition | PublishRefusal

interface Publisher {
  /** Id of the user who publishes. */
  by: string
  at: string
  reason: string
}

/**
 * Publishes drafts or records as one edition (model, section 4): all of it, or nothing and the reasons. The drafts are
 * used up. Asking again with the same drafts does no harm: they are `gone` then.
 */
export async function publish(
  database: Database,
  asked: Publisher & ({ drafts: AskedDraft[] } | { records: Asked[] }),
): Promise<PublicationResult> {
  try {
    return await database.write((tx) => ('drafts' in asked ? publishDrafts(tx, asked) : publishRecords(tx, asked)))
  } catch (error) {
    if (error instanceof PublishRefusedError) return error.refusal
    throw error
  }
}

/**
 * As `publish`, inside a write; the draft that removes a dossier removes all of it, those that give it another id take along all of it, and
 * what names something that gets another id is rewritten. Throws `PublishRefusedError`, which must end the write.
 */
export async function publishDrafts(
  tx: Tx,
  { drafts: asked, ...publisher }: Publisher & { drafts: AskedDraft[] },
): Promise<MadeEdition> {
  const current = await lockHead(tx)
  const ids = asked.map(({ id }) => id)
  // Taken and deleted in one statement: whoever saves one of them now waits, and then finds it gone, or as it was.
  const taken = ids.length === 0 ? [] : await tx.delete(drafts).where(inArray(drafts.id, ids)).returning()
  const byId = new Map(taken.map((draft) => [draft.id, draft]))
  const gone = ids.filter((id) => !byId.has(id))
  const stale = asked.flatMap(({ id, version }): StaleDraft[] => {
    const draft = byId.get(id)
    if (!draft || draft.version === version) return []
    return [{ id, key: recordKey(draft.kind, draft.dossier, draft.recordId), asked: version, version: draft.version }]
  })
  if (gone.length > 0 || stale.length > 0) throw new PublishRefusedError({ gone, stale })
  const withheld = await withheldDrafts(tx, taken, publisher)
  if (withheld.length > 0) throw new PublishRefusedError({ withheld })
  const records = [...byId.keys()]
    .sort((a, b) => ids.indexOf(a) - ids.indexOf(b))
    .flatMap((id): Asked[] => {
      const draft = byId.get(id)
      if (!draft) return []
      const { kind, dossier, recordId, data, baseRevision } = draft
      return [{ key: recordKey(kind, dossier, recordId), data, baseRevision, draft: id }]
    })
  const moves = await movesIn(tx, records)
  const followed = await withFollowers(tx, records, { current, held: heldIn(tx), moves })
  const moved = await withMovedDossiers(tx, followed, moves)
  return publishRecords(tx, { ...publisher, records: await withWholeDossiers(tx, moved) })
}

/**
 * As `publish`, inside a write; `isFirst`: the first edition is made even of nothing, so that nothing else becomes it. Throws
 * `PublishRefusedError`, which must end the write.
 */
export async function publishRecords(
  tx: Tx,
  { records, by, at: asked, reason, isFirst = false }: Publisher & { records: Asked[]; isFirst?: boolean },
): Promise<MadeEdition> {
  const current = await lockHead(tx)
  const at = await notBefore(tx, { edition: current, at: asked })
  const held = heldIn(tx)
  const plan = await planPublication(tx, records, { current, held })
  const changes = plan.steps.length > 0 || plan.moved.length > 0 || (isFirst && current === 0)
  if (!changes) return { ok: true, edition: current, changed: false }
  const edition = await advanceHead(tx)
  await tx.insert(editions).values({ number: edition, publishedAt: at, by, reason, summary: plan.summary })
  hasPublished(tx)
  await withHashes(plan.steps, async (hashes) => {
    await writePlan(tx, plan, { edition, by, at, reason })
    await carryDossiers(tx, plan)
    const signature = await signEdition(tx, { edition, at, steps: plan.steps, hashes })
    if (plan.forms) held.expect({ edition, signature, forms: plan.forms })
  })
  const compile = (form: DossierRecords) => held.compile(form, plan.sources)
  await writeEditionEvents(tx, { ...plan, edition, at, reason, compile })
  await writeAudit(tx, {
    at,
    by,
    action: 'publish',
    subject: `edition ${edition}`,
    detail: { reason, ...plan.summary },
  })
  for (const { from } of plan.moves) held.forget(from)
  await addToOutbox(tx, { topic: 'edition', payload: { edition, dossiers: plan.summary.dossiers }, at })
  return { ok: true, edition, changed: true }
}

/** The instant of an edition is never before that of the one before it, though clocks are set back or differ between nodes. */
async function notBefore(tx: Tx, { edition, at }: { edition: number; at: string }): Promise<string> {
  const [before] = await tx.select({ at: editions.publishedAt }).from(editions).where(eq(editions.number, edition))
  return before && before.at > at ? before.at : at
}

/** Makes publishers take turns: on PostgreSQL the row lock holds until the transaction ends. Returns the current edition. */
export async function lockHead(tx: Tx): Promise<number> {
  return moveHead(tx, 0)
}

const advanceHead = (tx: Tx) => moveHead(tx, 1)

async function moveHead(tx: Tx, by: 0 | 1): Promise<number> {
  const [row] = await tx
    .update(head)
    .set({ edition: sql`${head.edition} + ${by}` })
    .where(eq(head.id, 'public'))
    .returning({ edition: head.edition })
  if (!row) throw new Error('The database has no head row: it was not migrated.')
  return row.edition
}
