import { and, eq } from 'drizzle-orm'
import type { Tx } from '@/db/dialect'
import { identities } from '@/db/schema'
import type { Identity } from '../../queries/people/identity'
import { writeAudit } from '../audit'
import { endSessionsOf } from '../session'

interface Given extends Pick<Identity, 'issuer' | 'subject'> {
  user: string
  at: string
  by: string
}

/** Says that a person signs in by an account of an identity provider. False: that account is somebody's already. */
export async function addIdentity(tx: Tx, { issuer, subject, user, at, by }: Given): Promise<boolean> {
  const added = await tx
    .insert(identities)
    .values({ issuer, subject, userId: user, createdAt: at, createdBy: by, lastUsedAt: null })
    .onConflictDoNothing()
    .returning({ subject: identities.subject })
  if (added.length === 0) return false
  await writeAudit(tx, { at, by, action: 'identity.add', subject: user, detail: { issuer, subject } })
  return true
}

/** Takes an account of an identity provider away from a person, whose sessions end. */
export async function removeIdentity(tx: Tx, { issuer, subject, user, at, by }: Given): Promise<void> {
  const whose = and(eq(identities.issuer, issuer), eq(identities.subject, subject), eq(identities.userId, user))
  const removed = await tx.delete(identities).where(whose).returning({ subject: identities.subject })
  if (removed.length === 0) return
  await endSessionsOf(tx, { userId: user, at })
  await writeAudit(tx, { at, by, action: 'identity.remove', subject: user, detail: { issuer, subject } })
}

/** Notes that somebody signed in by an account of an identity provider. */
export async function noteIdentity(
  tx: Tx,
  { issuer, subject, at }: Pick<Identity, 'issuer' | 'subject'> & { at: string },
): Promise<void> {
  await tx
    .update(identities)
    .set({ lastUsedAt: at })
    .where(and(eq(identities.issuer, issuer), eq(identities.subject, subject)))
}
