import { and, asc, eq, ne } from 'drizzle-orm'
import type { Tx } from '@/db/dialect'
import { records } from '@/db/schema'
import { keyText, recordKey } from '../../key'
import type { Asked } from './plan'

/**
 * What is asked for, with the removal of all that stands in a dossier that goes: nothing can be public without the dossier around it.
 * A record of it that something else is asked for stays as asked, and is found wanting later.
 */
export async function withWholeDossiers(tx: Tx, asked: Asked[]): Promise<Asked[]> {
  const named = new Set(asked.map(({ key }) => keyText(key)))
  const all = [...asked]
  for (const { key, data } of asked) {
    if (key.kind !== 'dossier' || data !== null) continue
    const inside = await tx
      .select({ kind: records.kind, dossier: records.dossier, id: records.id, revision: records.revision })
      .from(records)
      .where(and(eq(records.dossier, key.id), ne(records.kind, 'dossier')))
      .orderBy(asc(records.kind), asc(records.id))
    for (const { kind, dossier, id, revision } of inside) {
      const own = recordKey(kind, dossier, id)
      if (!named.has(keyText(own))) all.push({ key: own, data: null, baseRevision: revision })
    }
  }
  return all
}
