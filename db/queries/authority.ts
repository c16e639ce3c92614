import { eq } from 'drizzle-orm'
import type { Db } from '@/db/dialect'
import { authority, siteAuthority } from '@/db/schema'
import type { Authority } from '@/lib/events/tag'

/** In whose name the ids of events are made. Throws where the site was never started: `prepare` settles it. */
export async function findAuthority(db: Db): Promise<Authority> {
  const [row] = await db
    .select({ name: authority.name, since: authority.since })
    .from(authority)
    .where(eq(authority.id, siteAuthority))
  if (!row) throw new Error('Nobody has settled in whose name the ids of events are made: start the site once.')
  return row
}
