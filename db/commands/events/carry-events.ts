import { and, eq, sql } from 'drizzle-orm'
import type { Tx } from '@/db/dialect'
import { eventDays, eventRecords, events } from '@/db/schema'
import type { DossierMove, RecordKind } from '@/lib/model'
import { inChunks } from '../../chunks'
import type { NewIds } from '../publish/new-ids'

/** Whatever concerned a record under its former id concerns it under the new one: who follows it misses nothing. */
export async function carryEvents(tx: Tx, { renamings, moves }: NewIds): Promise<void> {
  for (const move of moves) await moveEvents(tx, move)
  for (const { what, to, dossier } of renamings) {
    if (what.kind === 'value' || what.kind === 'dimension') continue
    const kind: RecordKind = what.kind
    const told = await tx
      .select({ place: eventRecords.place })
      .from(eventRecords)
      .where(and(eq(eventRecords.kind, kind), eq(eventRecords.dossier, dossier), eq(eventRecords.id, what.id)))
    for (const chunk of inChunks(told))
      await tx
        .insert(eventRecords)
        .values(chunk.map(({ place }) => ({ kind, dossier, id: to, place })))
        .onConflictDoNothing()
  }
}

/** What was told in a dossier is told in it under its new id, and its days go on from there. */
async function moveEvents(tx: Tx, { from, to }: DossierMove): Promise<void> {
  await tx.update(events).set({ dossier: to }).where(eq(events.dossier, from))
  // Under the id before they stay: lists of earlier editions are found by it.
  await tx
    .insert(eventRecords)
    .select(
      tx
        .select({
          kind: eventRecords.kind,
          dossier: sql<string>`${to}`.as('dossier'),
          id: eventRecords.id,
          place: eventRecords.place,
        })
        .from(eventRecords)
        .where(eq(eventRecords.dossier, from)),
    )
    .onConflictDoNothing()
  await tx.delete(eventDays).where(eq(eventDays.dossier, to))
  await tx.update(eventDays).set({ dossier: to }).where(eq(eventDays.dossier, from))
}
