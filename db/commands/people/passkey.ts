import { and, eq } from 'drizzle-orm'
import type { Tx } from '@/db/dialect'
import { passkeys } from '@/db/schema'
import type { Passkey } from '../../queries/people/passkey'
import { takeAttempt } from '../attempt'
import { writeAudit } from '../audit'
import { endSessionsOf } from '../session'

/** Keeps a new passkey. False: it is kept already. */
export async function addPasskey(
  tx: Tx,
  { at, ...passkey }: Omit<Passkey, 'createdAt' | 'lastUsedAt'> & { at: string },
): Promise<boolean> {
  const added = await tx
    .insert(passkeys)
    .values({ ...passkey, createdAt: at, lastUsedAt: null })
    .onConflictDoNothing()
    .returning({ id: passkeys.id })
  if (added.length === 0) return false
  const { userId: by, name } = passkey
  await writeAudit(tx, { at, by, action: 'passkey.add', subject: by, detail: { name } })
  return true
}

/** Notes that a passkey was used, with its count. */
export async function notePasskey(
  tx: Tx,
  { id, counter, at }: { id: string; counter: number; at: string },
): Promise<void> {
  await tx.update(passkeys).set({ counter, lastUsedAt: at }).where(eq(passkeys.id, id))
}

/** Takes one passkey of a user away, or all of them; sessions end but for the one that asks. Says how many they were. */
export async function removePasskeys(
  tx: Tx,
  { user, id, at, by, except }: { user: string; id?: string; at: string; by: string; except?: string },
): Promise<number> {
  const removed = await tx
    .delete(passkeys)
    .where(and(eq(passkeys.userId, user), id === undefined ? undefined : eq(passkeys.id, id)))
    .returning({ name: passkeys.name })
  if (removed.length === 0) return 0
  await endSessionsOf(tx, { userId: user, at, except })
  const detail = { names: removed.map(({ name }) => name) }
  await writeAudit(tx, { at, by, action: 'passkey.remove', subject: user, detail })
  return removed.length
}

const challengeSeconds = 3600

/** Uses up a challenge, for as long as it could be used again. False: it was used already. */
export async function spendChallenge(tx: Tx, { challenge, at }: { challenge: string; at: string }): Promise<boolean> {
  return (await takeAttempt(tx, { key: `challenge ${challenge}`, at, limit: 1, windowSeconds: challengeSeconds }))
    .allowed
}
