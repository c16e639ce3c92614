import { and, asc, eq, ne } from 'drizzle-orm'
import type { Tx } from '@/db/dialect'
import { records } from '@/db/schema'
import { type DossierMove, dossierMovesOf, parseRecord } from '@/lib/model'
import { rowsOf } from '../../held/held'
import { keyText, type RecordKey, recordKey } from '../../key'
import type { Asked } from './plan'

/** The dossiers that get another id with what is asked for. */
export async function movesIn(tx: Tx, asked: readonly Asked[]): Promise<DossierMove[]> {
  const ofDossiers = asked.filter(({ key }) => key.kind === 'dossier')
  if (ofDossiers.length < 2) return []
  const rows = await rowsOf(
    tx,
    ofDossiers.map(({ key }) => key),
  )
  return dossierMovesOf(
    ofDossiers.flatMap(({ key, data }) => {
      const parsed = data === null ? null : parseRecord(key.kind, data)
      if (parsed && !parsed.ok) return []
      return [{ ...key, before: rows.get(keyText(key))?.data ?? null, next: parsed?.record ?? null }]
    }),
  )
}

/**
 * What is asked for, with all that stands in a dossier that gets another id: it goes where it is and comes there, as it is public or as it
 * is asked for. What was made of another text than the public one stays as asked, and is found to be in conflict.
 */
export async function withMovedDossiers(tx: Tx, asked: Asked[], moves: readonly DossierMove[]): Promise<Asked[]> {
  let all = asked
  for (const { from, to } of moves) {
    const isInside = ({ key }: Asked) => key.kind !== 'dossier' && key.dossier === from
    const own = new Map(all.filter(isInside).map((one) => [keyText(one.key), one]))
    const placed: Asked[] = all.filter((one) => !isInside(one))
    const coming: Asked[] = []
    const inside = await tx
      .select({ kind: records.kind, id: records.id, revision: records.revision, ord: records.ord })
      .from(records)
      .where(and(eq(records.dossier, from), ne(records.kind, 'dossier')))
      .orderBy(asc(records.kind), asc(records.ord), asc(records.id))
    for (const { kind, id, revision, ord } of inside) {
      const key = recordKey(kind, from, id)
      const changed = own.get(keyText(key))
      own.delete(keyText(key))
      if (changed && changed.baseRevision !== revision && !changed.follows) {
        placed.push(changed)
        continue
      }
      placed.push({ key, data: null, baseRevision: revision })
      if (changed?.data === null) continue
      const there = { key: recordKey(kind, to, id), baseRevision: null, ord }
      coming.push(changed ? { ...changed, ...there } : { ...there, data: undefined, movedFrom: key })
    }
    for (const one of own.values()) coming.push({ ...one, key: inDossier(one.key, to) })
    // Those that go together, those that come together: rows of one kind are written faster.
    all = [...placed, ...coming]
  }
  return all
}

const inDossier = ({ kind, id }: RecordKey, dossier: string): RecordKey => recordKey(kind, dossier, id)
