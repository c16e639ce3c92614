import { lt } from 'drizzle-orm'
import type { Tx } from '@/db/dialect'
import { draftVisits } from '@/db/schema'
import { visitsSince } from '../../queries/newsroom/visit'

/** Notes that somebody has a draft open. Visits that are over are forgotten. */
export async function visitDraft(
  tx: Tx,
  { draft, user, at }: { draft: string; user: string; at: string },
): Promise<void> {
  await tx.delete(draftVisits).where(lt(draftVisits.seenAt, visitsSince(at)))
  await tx
    .insert(draftVisits)
    .values({ draftId: draft, userId: user, seenAt: at })
    .onConflictDoUpdate({ target: [draftVisits.draftId, draftVisits.userId], set: { seenAt: at } })
}
