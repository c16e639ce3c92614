import { and, eq, sql } from 'drizzle-orm'
import type { Tx } from '@/db/dialect'
import { records, revisions } from '@/db/schema'
import { inChunks } from '../../chunks'
import { insertRows } from './insert-rows'
import { writeLists } from './lists'
import type { Plan } from './plan'

/** Writes the published rows and the revisions of a plan; the edition's own row is there already. */
export async function writePlan(
  tx: Tx,
  plan: Plan,
  { edition, by, at, reason }: { edition: number; by: string; at: string; reason: string },
): Promise<void> {
  for (const chunk of inChunks(plan.steps))
    await insertRows(
      tx,
      revisions,
      chunk.map(({ key, revision, ord, next }) => ({
        ...key,
        number: revision,
        edition,
        ord,
        data: next,
        by,
        at,
        reason,
      })),
    )
  await writeRecords(tx, plan, edition)
  await writeLists(tx, { edition, ...plan })
}

async function writeRecords(tx: Tx, { steps, moved }: Plan, edition: number): Promise<void> {
  const written = (isNew: boolean) =>
    steps.flatMap(({ key, before, revision, ord, next }) =>
      next && (before === null) === isNew ? [{ ...key, revision, edition, ord, data: next }] : [],
    )
  await insertRows(tx, records, written(true))
  for (const chunk of inChunks(written(false)))
    await tx
      .insert(records)
      .values(chunk)
      .onConflictDoUpdate({
        target: [records.kind, records.dossier, records.id],
        set: {
          revision: sql`excluded.revision`,
          edition: sql`excluded.edition`,
          ord: sql`excluded.ord`,
          data: sql`excluded.data`,
        },
      })
  for (const { key } of steps.filter((step) => step.next === null))
    await tx
      .delete(records)
      .where(and(eq(records.kind, key.kind), eq(records.dossier, key.dossier), eq(records.id, key.id)))
  for (const { key, ord } of moved)
    await tx
      .update(records)
      .set({ ord })
      .where(and(eq(records.kind, key.kind), eq(records.dossier, key.dossier), eq(records.id, key.id)))
}
