import { and, eq, gt, lte, type Placeholder, type SQL } from 'drizzle-orm'
import type { search } from '@/db/dialect'
import type { reports } from '@/db/schema'

/** `until` of a state that nothing has followed yet. */
export const open = 2_147_483_647

/** The states that were public at an edition; without one, those that are public now. */
export const atEdition = (
  { edition: from, until }: typeof reports | typeof search,
  edition?: number | Placeholder | SQL,
): SQL | undefined => (edition === undefined ? eq(until, open) : and(lte(from, edition), gt(until, edition)))
