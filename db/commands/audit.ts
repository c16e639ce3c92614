import { randomUUID } from 'node:crypto'
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
