import type { BulkSource } from '@/db/bulk/source'
import type { Database } from '@/db/client'
import { dossierAt } from '@/db/held/past'
import { currentEditionNumber } from '@/db/queries/edition'
import { listDossiers, listSources } from '@/db/queries/record'
import { compileDossier } from '@/lib/policy'

export const place = { root: 'https://example.org', authority: { name: 'example.org', since: '2026-01-01' } }

/** What is public in a database, or was at an edition, of one dossier or of all, to be had in bulk. */
export async function bulkSource(
  { db }: Database,
  { edition, dossier, ...over }: Partial<BulkSource> = {},
): Promise<BulkSource> {
  const newest = await currentEditionNumber(db)
  const at = { edition: edition ?? newest }
  const dossiers = await listDossiers(db, at)
  return {
    ...{ db, place, dossier, ...at },
    dossiers: dossiers.filter(({ id }) => dossier === undefined || id === dossier),
    async compile(id) {
      const records = await dossierAt(db, id, at.edition)
      if (!records) throw new Error(`There is no dossier ${id}.`)
      return compileDossier(records, await listSources(db, at))
    },
    dayIn: () => '2026-03-01',
    ...over,
  }
}

/** Everything that comes, in one list. */
export async function all<Item>(pages: AsyncIterable<readonly Item[]>): Promise<Item[]> {
  const found: Item[] = []
  for await (const page of pages) found.push(...page)
  return found
}

/** Everything that comes, in one text. */
export async function text(pieces: AsyncIterable<string>): Promise<string> {
  const found: string[] = []
  for await (const piece of pieces) found.push(piece)
  return found.join('')
}
