import { and, asc, count, eq } from 'drizzle-orm'
import { contains, type Db, search } from '@/db/dialect'
import { revisions } from '@/db/schema'
import type { AnyRecord } from '@/lib/model'
import { searchWords } from '@/lib/text/normalise'
import { atEdition } from './at-edition'

/** The kinds that can be searched for; publishers and dossiers are found by what is theirs. */
export const searchedKinds = ['report', 'rule', 'change', 'actor'] as const
export type SearchedKind = (typeof searchedKinds)[number]

interface Asked {
  words: string
  dossier?: string | undefined
  edition?: number | undefined
}

export interface Hit {
  kind: SearchedKind
  dossier: string
  id: string
  record: AnyRecord
}

/**
 * Published records of a kind in which every word occurs (any script, two-character words too), by dossier and id; none
 * when `words` holds no word. With `edition`, as they were public then. For reports in order of time use `timelinePage` with `words`.
 */
export async function searchRecords(
  db: Db,
  { kind, limit, ...asked }: Asked & { kind: SearchedKind; limit: number },
): Promise<Hit[]> {
  const where = condition(asked, kind)
  if (!where) return []
  const rows = await db
    .select({ dossier: search.dossier, id: search.id, data: revisions.data })
    .from(search)
    .innerJoin(
      revisions,
      and(
        eq(revisions.kind, kind),
        eq(revisions.dossier, search.dossier),
        eq(revisions.id, search.id),
        eq(revisions.number, search.revision),
      ),
    )
    .where(where)
    .orderBy(asc(search.dossier), asc(search.id))
    .limit(limit)
  return rows.map((row) => ({ kind, dossier: row.dossier, id: row.id, record: row.data as AnyRecord }))
}

/** How many records of each kind `searchRecords` would find without a limit. */
export async function searchCounts(db: Db, asked: Asked): Promise<Record<SearchedKind, number>> {
  const counts = { report: 0, rule: 0, change: 0, actor: 0 }
  const where = condition(asked)
  if (!where) return counts
  const rows = await db.select({ kind: search.kind, hits: count() }).from(search).where(where).groupBy(search.kind)
  for (const { kind, hits } of rows) if (kind in counts) counts[kind as SearchedKind] = hits
  return counts
}

function condition({ dossier, words: text, edition }: Asked, kind?: SearchedKind) {
  const words = searchWords(text)
  if (words.length === 0) return undefined
  return and(
    kind === undefined ? undefined : eq(search.kind, kind),
    dossier === undefined ? undefined : eq(search.dossier, dossier),
    atEdition(search, edition),
    ...words.map(contains),
  )
}
