import { and, asc, desc, eq, gte, lte } from 'drizzle-orm'
import type { Db } from '@/db/dialect'
import { branches, leaves } from '@/db/schema'
import { type KeptTree, leafPart } from '@/lib/signing/grow'
import { placeOf, type SignedKey } from '@/lib/signing/leaf'
import { lastPlace, spelledPlaces } from '@/lib/signing/tree'

/** The tree of records as it was at an edition. Throws where what is kept of it does not fit together. */
export const keptTree = (db: Db, edition: number): KeptTree => ({
  branch: async (part) => {
    const [found] = await db
      .select()
      .from(branches)
      .where(and(eq(branches.places, spelledPlaces(part)), lte(branches.edition, edition)))
      .orderBy(desc(branches.edition))
      .limit(1)
    if (found?.hash !== part.hash) throw new Error('The tree of signed editions is damaged: see rulewire verify.')
    return { ...part, left: found.left, right: found.right }
  },
  leaves: async (part) => {
    const { place, hash } = leaves
    const rows = await db
      .select({ place, hash })
      .from(leaves)
      .where(and(gte(place, part.at), lte(place, lastPlace(part)), lte(leaves.edition, edition)))
      .orderBy(asc(place), asc(leaves.edition))
    const newest = new Map(rows.map((row) => [row.place, row.hash]))
    return [...newest].flatMap(([at, own]) => (own === null ? [] : [leafPart({ at, hash: own })]))
  },
})

/** The revision of a record that an edition was signed for; null where it was not public then. */
export async function signedRevision(db: Db, key: SignedKey, edition: number): Promise<number | null> {
  const [found] = await db
    .select({ revision: leaves.revision, hash: leaves.hash })
    .from(leaves)
    .where(and(eq(leaves.place, placeOf(key)), lte(leaves.edition, edition)))
    .orderBy(desc(leaves.edition))
    .limit(1)
  return found?.hash ? found.revision : null
}
