import { and, eq, gt, lte, type Placeholder, type SQL, sql } from 'drizzle-orm'
import type { search } from '@/db/dialect'
import type { reports } from '@/db/schema'

/** `until` of a state that nothing has followed yet. */
export const open = 2_147_483_647

/** The states that were public at an edition; without one, those that are public now. */
export const atEdition = (
  { edition: from, until }: typeof reports | typeof search,
  edition?: number | Placeholder | SQL,
): SQL | undefined => (edition === undefined ? eq(until, open) : and(lte(from, edition), gt(until, edition)))

/**
 * As `atEdition`, of rows that are named by their ids, so that they are found by these: of a dossier's rows SQLite takes some ten to be public,
 * and would walk through all of them instead. A sign keeps it from the indexes that begin with what is public, and a look at the revision,
 * which no index holds, from all that hold the rest.
 */
export const ofIdsAtEdition = (
  { edition: from, until, revision }: typeof reports,
  edition?: number | Placeholder | SQL,
): SQL | undefined =>
  and(
    edition === undefined ? sql`+${until} = ${open}` : and(lte(from, edition), sql`+${until} > ${edition}`),
    gt(revision, 0),
  )
