import { desc, sql } from 'drizzle-orm'
import type { Db } from '@/db/dialect'
import { audit } from '@/db/schema'
import { atMost } from './limit'

export interface AuditEntry {
  id: string
  at: string
  by: string
  action: string
  subject: string
  detail: unknown
}

/** Newest first; `before` is the last entry of the page before. */
export async function listAudit(
  db: Db,
  { limit, before }: { limit: number; before?: Pick<AuditEntry, 'at' | 'id'> },
): Promise<AuditEntry[]> {
  return db
    .select()
    .from(audit)
    .where(before && sql`(${audit.at}, ${audit.id}) < (${before.at}, ${before.id})`)
    .orderBy(desc(audit.at), desc(audit.id))
    .limit(atMost(limit))
}
