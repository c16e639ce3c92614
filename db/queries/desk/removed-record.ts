import { and, desc, eq, gt, inArray, isNull } from 'drizzle-orm'
import type { Db } from '@/db/dialect'
import { editions, records, revisions } from '@/db/schema'
import { titleOf } from '@/lib/model'
import type { RecordKey } from '../../key'
import { restorableSince } from '../draft'
import { isPrevious, previous } from '../revision'

/** A record that was removed: what it was called, when, by whom and why. */
export interface RemovedRecord extends RecordKey {
  title: string
  at: string
  by: string
  reason: string
}

/**
 * Records that were removed within the 30 days before the instant `at` and did not come back, those removed last first.
 * Order of time: the editions of those days, and what they removed.
 */
export async function listRemoved(db: Db, { at }: { at: string }): Promise<RemovedRecord[]> {
  const since = restorableSince(at)
  const published = await db
    .select({ number: editions.number, summary: editions.summary })
    .from(editions)
    .where(gt(editions.publishedAt, since))
  const removing = published
    .filter(({ summary }) => Object.values(summary.records).some(({ removed }) => removed > 0))
    .map(({ number }) => number)
  if (removing.length === 0) return []
  const rows = await db
    .select({
      kind: revisions.kind,
      dossier: revisions.dossier,
      id: revisions.id,
      at: revisions.at,
      by: revisions.by,
      reason: revisions.reason,
      before: previous.data,
    })
    .from(revisions)
    .innerJoin(previous, isPrevious)
    .leftJoin(
      records,
      and(eq(records.kind, revisions.kind), eq(records.dossier, revisions.dossier), eq(records.id, revisions.id)),
    )
    .where(and(inArray(revisions.edition, removing), isNull(revisions.data), isNull(records.id)))
    .orderBy(desc(revisions.edition), revisions.kind, revisions.id)
  const seen = new Set<string>()
  return rows.flatMap(({ before, ...row }) => {
    const key = `${row.kind} ${row.dossier} ${row.id}`
    if (seen.has(key)) return []
    seen.add(key)
    return [{ ...row, title: titleOf(before) || row.id }]
  })
}
