import { eq, lte, sql } from 'drizzle-orm'
import type { Tx } from '@/db/dialect'
import { attempts } from '@/db/schema'

/**
 * Takes one attempt of a key in a fixed window of seconds, before the attempt is made, so that parallel ones count too.
 * `allowed` is false past the limit; `until` is when the window ends. Use keys that a stranger cannot fill for someone
 * else: an account together with an address, and an address alone.
 */
export async function takeAttempt(
  tx: Tx,
  { key, at, limit, windowSeconds }: { key: string; at: string; limit: number; windowSeconds: number },
): Promise<{ allowed: boolean; until: string }> {
  const end = new Date(Date.parse(at) + windowSeconds * 1000).toISOString()
  await tx.delete(attempts).where(lte(attempts.until, at))
  const [row] = await tx
    .insert(attempts)
    .values({ key, taken: 1, until: end })
    .onConflictDoUpdate({ target: attempts.key, set: { taken: sql`${attempts.taken} + 1` } })
    .returning()
  return { allowed: row !== undefined && row.taken <= limit, until: row?.until ?? end }
}

/** Forgets the attempts of a key, after one that succeeded. */
export async function clearAttempts(tx: Tx, { key }: { key: string }): Promise<void> {
  await tx.delete(attempts).where(eq(attempts.key, key))
}
