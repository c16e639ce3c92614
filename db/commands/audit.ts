import { randomUUID } from 'node:crypto'
import { and, eq, gt, inArray } from 'drizzle-orm'
import type { Tx } from '@/db/dialect'
import { audit } from '@/db/schema'

/** Notes who did what (`user.disable`) to what, in the transaction that does it. `detail` must hold no secret. */
export async function writeAudit(
  tx: Tx,
  {
    at,
    by,
    action,
    subject,
    detail = null,
  }: { at: string; by: string; action: string; subject: string; detail?: unknown },
): Promise<void> {
  await tx.insert(audit).values({ id: randomUUID(), at, by, action, subject, detail })
}

/** Milliseconds within which further saves of a draft by one person belong to the editing session that is told already. */
const session = 30 * 60_000

/** Notes that a draft is being written: one entry per person and half an hour, however often it is saved. */
export async function auditWriting(
  tx: Tx,
  { draft, by, at, detail }: { draft: string; by: string; at: string; detail: unknown },
): Promise<void> {
  const since = new Date(Date.parse(at) - session).toISOString()
  const told = await tx.$count(
    audit,
    and(
      eq(audit.subject, draft),
      eq(audit.by, by),
      gt(audit.at, since),
      inArray(audit.action, ['draft.create', 'draft.write']),
    ),
  )
  if (told === 0) await writeAudit(tx, { at, by, action: 'draft.write', subject: draft, detail })
}
