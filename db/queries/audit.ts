import { and, asc, desc, eq, gte, lt, sql } from 'drizzle-orm'
import type { Db } from '@/db/dialect'
import { audit } from '@/db/schema'
import { addDays, type Day } from '@/lib/model'
import { atMost } from './limit'

export interface AuditEntry {
  id: string
  at: string
  by: string
  action: string
  subject: string
  detail: unknown
}

/** Which entries: those of one user (by id), one action, one subject, and from the first to the last day (UTC), both included. */
export interface AuditFilter {
  by?: string | undefined
  action?: string | undefined
  subject?: string | undefined
  since?: Day | undefined
  until?: Day | undefined
}

/** Every action that the log has an entry of, in alphabetical order. */
export async function listAuditActions(db: Db): Promise<string[]> {
  const rows = await db.selectDistinct({ action: audit.action }).from(audit).orderBy(asc(audit.action))
  return rows.map(({ action }) => action)
}

/** Newest first; `before` is the last entry of the page before. */
export async function listAudit(
  db: Db,
  {
    limit,
    before,
    by,
    action,
    subject,
    since,
    until,
  }: AuditFilter & { limit: number; before?: Pick<AuditEntry, 'at' | 'id'> | undefined },
): Promise<AuditEntry[]> {
  return db
    .select()
    .from(audit)
    .where(
      and(
        before && sql`(${audit.at}, ${audit.id}) < (${before.at}, ${before.id})`,
        by === undefined ? undefined : eq(audit.by, by),
        action === undefined ? undefined : eq(audit.action, action),
        subject === undefined ? undefined : eq(audit.subject, subject),
        since === undefined ? undefined : gte(audit.at, since),
        // Instants sort as text: the day after is behind all of a day.
        until === undefined ? undefined : lt(audit.at, addDays(until, 1)),
      ),
    )
    .orderBy(desc(audit.at), desc(audit.id))
    .limit(atMost(limit))
}
