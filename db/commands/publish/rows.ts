import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Tx } from '@/db/dialect'
import { records, revisions } from '@/db/schema'
import type { RecordKind } from '@/lib/model'
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
  for (const { kind, dossier, ids } of shelvesOf(steps.filter((step) => step.next === null)))
    for (const chunk of inChunks(ids))
      await tx
        .delete(records)
        .where(and(eq(records.kind, kind), eq(records.dossier, dossier), inArray(records.id, chunk)))
  for (const { key, ord } of moved)
    await tx
      .update(records)
      .set({ ord })
      .where(and(eq(records.kind, key.kind), eq(records.dossier, key.dossier), eq(records.id, key.id)))
}

/** The ids of records by where they stand. */
function shelvesOf(steps: Plan['steps']): { kind: RecordKind; dossier: string; ids: string[] }[] {
  const shelves = new Map<string, { kind: RecordKind; dossier: string; ids: string[] }>()
  for (const { key } of steps) {
    const name = `${key.kind} ${key.dossier}`
    const shelf = shelves.get(name) ?? { kind: key.kind, dossier: key.dossier, ids: [] }
    shelf.ids.push(key.id)
    shelves.set(name, shelf)
  }
  return [...shelves.values()]
}
