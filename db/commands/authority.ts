import { randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Db, Tx } from '@/db/dialect'
import { authority, siteAuthority } from '@/db/schema'
import type { Authority } from '@/lib/events/tag'
import { type Problem, type Site, siteId } from '@/lib/model'

/**
 * Settles for ever in whose name the ids of events are made, unless that is settled: what the site says itself, else the host of the public
 * address or, where none is set or it is no domain, a name that nobody else has.
 */
export async function settleAuthority(
  tx: Tx,
  { own, host, day }: { own?: Authority | undefined; host: string | null; day: string },
): Promise<void> {
  const name = host !== null && isDomain(host) ? host : `${randomBytes(8).toString('hex')}.rulewire.invalid`
  const { name: by, since } = own ?? { name, since: day }
  await tx.insert(authority).values({ id: siteAuthority, name: by, since }).onConflictDoNothing()
}

/** What is wrong with what a site says of the name in which ids of events are made: it cannot become another. */
export async function authorityProblems(db: Db, { authority: own }: Pick<Site, 'authority'>): Promise<Problem[]> {
  const [settled] = own ? await db.select().from(authority).where(eq(authority.id, siteAuthority)) : []
  if (!own || !settled || (settled.name === own.name && settled.since === own.since)) return []
  const message = `is settled: ids of events are made in the name of ${settled.name} since ${settled.since}, and no id ever changes`
  return [{ kind: 'site', id: siteId, path: ['authority'], message }]
}

/** A name below a top-level domain that is no number: not an address, not a machine of this network. */
const isDomain = (host: string): boolean => /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/.test(host)
