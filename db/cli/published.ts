import type { DossierRecords, Source } from '@/lib/model'
import { currentEditionNumber } from '../queries/edition'
import { listSources, loadDossier } from '../queries/record'
import { withDatabase } from './database'
import { VerbRefusedError } from './verb'

/** The records of a published dossier, its publishers and the current edition. Throws `VerbRefusedError` when there is none of that id. */
export async function publishedRecords(
  id: string,
): Promise<{ records: DossierRecords; sources: Source[]; edition: number }> {
  return withDatabase(async ({ db }) => {
    const records = await loadDossier(db, id)
    if (!records) throw new VerbRefusedError(`There is no dossier “${id}” in the database, and no such folder.`)
    return { records, sources: await listSources(db), edition: await currentEditionNumber(db) }
  })
}
