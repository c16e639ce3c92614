import { and, desc, eq, gt, ne } from 'drizzle-orm'
import type { Db } from '@/db/dialect'
import { draftVisits, users } from '@/db/schema'

/** Somebody who has a draft open, and when they were last seen there. */
export interface Visitor {
  name: string
  seenAt: string
}

/** Milliseconds for which a visit counts after it was last noted. */
const lasting = 120_000

/** A visit noted before this instant is over at the instant given. */
export const visitsSince = (at: string): string => new Date(Date.parse(at) - lasting).toISOString()

/** Who else has a draft open at an instant, those seen last first. */
export async function listVisitors(
  db: Db,
  { draft, except, at }: { draft: string; except: string; at: string },
): Promise<Visitor[]> {
  return db
    .select({ name: users.name, seenAt: draftVisits.seenAt })
    .from(draftVisits)
    .innerJoin(users, eq(users.id, draftVisits.userId))
    .where(and(eq(draftVisits.draftId, draft), ne(draftVisits.userId, except), gt(draftVisits.seenAt, visitsSince(at))))
    .orderBy(desc(draftVisits.seenAt), users.name)
}
