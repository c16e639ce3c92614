import { and, eq } from 'drizzle-orm'
import type { Tx } from '@/db/dialect'
import { eventRecords } from '@/db/schema'
import type { RecordKind } from '@/lib/model'
import { inChunks } from '../../chunks'
import type { NewIds } from '../publish/new-ids'

/** Whatever concerned a record under its former id concerns it under the new one: who follows it misses nothing. */
export async function carryEvents(tx: Tx, { renamings }: NewIds): Promise<void> {
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
