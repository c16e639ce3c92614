import type { Database } from '@/db/client'
import { countEventsSince } from '@/db/queries/event'
import { lastVisitBefore, type Session } from '@/db/queries/session'
import type { EventKind } from '@/lib/events/event'

/** What has happened while somebody was away. */
export interface Happened {
  /** Since the last visit; where none is known, for a week. */
  since: { at: string; isVisit: boolean }
  /** How many events of each kind, by dossier. */
  counts: Map<string, Partial<Record<EventKind, number>>>
}

const week = 7 * 24 * 3_600_000

/** Counts what has happened since somebody was last at the desk before this session, or within a week. */
export async function happenedSince(db: Database['db'], session: Session, at: string): Promise<Happened> {
  const visit = await lastVisitBefore(db, session)
  const since = visit ?? new Date(Date.parse(at) - week).toISOString()
  const counts: Happened['counts'] = new Map()
  for (const { dossier, kind, count } of await countEventsSince(db, since))
    counts.set(dossier, { ...counts.get(dossier), [kind]: count })
  return { since: { at: since, isVisit: visit !== null }, counts }
}
