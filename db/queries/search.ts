import { and, asc, count, eq } from 'drizzle-orm'
import { contains, type Db, search } from '@/db/dialect'
import { records } from '@/db/schema'
import type { AnyRecord } from '@/lib/model'
import { searchWords } from '@/lib/text/normalise'

/** The kinds that can be searched for; publishers and dossiers are found by what is theirs. */
export const searchedKinds = ['report', 'rule', 'change', 'actor'] as const
export type SearchedKind = (typeof searchedKinds)[number]

export interface Hit {
  kind: SearchedKind
  dossier: string
  id: string
  record: AnyRecord
}

/**
 * Published records of a kind in which every word occurs (any script, two-character words too), by dossier and id; none
 * when `words` holds no word. For reports in order of time use `timelinePage` with `words`.
 */
export async function searchRecords(
  db: Db,
  { kind, dossier, words, limit }: { kind: SearchedKind; dossier?: string; words: string; limit: number },
): Promise<Hit[]> {
  const where = condition(kind, dossier, words)
  if (!where) return []
  const rows = await db
    .select({ dossier: records.dossier, id: records.id, data: records.data })
    .from(search)
    .innerJoin(
      records,
      and(eq(records.kind, search.kind), eq(records.dossier, search.dossier), eq(records.id, search.id)),
    )
    .where(where)
    .orderBy(asc(records.dossier), asc(records.id))
    .limit(limit)
  return rows.map((row) => ({ kind, dossier: row.dossier, id: row.id, record: row.data as AnyRecord }))
}

/** How many records of each kind `searchRecords` would find without a limit. */
export async function searchCounts(
  db: Db,
  { dossier, words }: { dossier?: string; words: string },
): Promise<Record<SearchedKind, number>> {
  const counts = { report: 0, rule: 0, change: 0, actor: 0 }
  const where = condition(undefined, dossier, words)
  if (!where) return counts
  const rows = await db.select({ kind: search.kind, hits: count() }).from(search).where(where).groupBy(search.kind)
  for (const { kind, hits } of rows) if (kind in counts) counts[kind as SearchedKind] = hits
  return counts
}

function condition(kind: SearchedKind | undefined, dossier: string | undefined, text: string) {
  const words = searchWords(text)
  if (words.length === 0) return undefined
  return and(
    kind === undefined ? undefined : eq(search.kind, kind),
    dossier === undefined ? undefined : eq(search.dossier, dossier),
    ...words.map(contains),
  )
}
