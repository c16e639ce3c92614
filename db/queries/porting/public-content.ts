import type { Db } from '@/db/dialect'
import type { ContentTree } from '@/lib/content'
import { type DossierRecords, type Source, sourcesNamed } from '@/lib/model'
import { siteKey } from '../../key'
import { currentEditionNumber } from '../edition'
import { findRecord, listDossiers, listSources, loadDossier } from '../record'

/** What is public, as a tree that `writeContent` writes, with the edition that says it. */
export interface PublicContent {
  edition: number
  content: ContentTree
}

/** All that is public. */
export const readPublic = (db: Db): Promise<PublicContent> =>
  ofOneEdition(db, async () => {
    const site = (await findRecord(db, siteKey))?.record
    const sources = await listSources(db)
    const dossiers: DossierRecords[] = []
    for (const { id } of await listDossiers(db)) {
      const records = await loadDossier(db, id)
      if (records) dossiers.push(records)
    }
    return { site, sources, dossiers }
  })

/** What is public of one dossier, with the publishers that its reports name; null where there is no such dossier. */
export async function readPublicDossier(db: Db, id: string): Promise<PublicContent | null> {
  const { edition, content } = await ofOneEdition(db, async () => {
    const records = await loadDossier(db, id)
    return records && { sources: named(await listSources(db), records), dossiers: [records] }
  })
  return content && { edition, content }
}

function named(sources: Source[], { reports }: DossierRecords): Source[] {
  const ids = new Set(reports.flatMap(sourcesNamed))
  return sources.filter(({ id }) => ids.has(id))
}

/** All of it from one edition: read again when a publish came in between. */
async function ofOneEdition<T>(db: Db, read: () => Promise<T>): Promise<{ edition: number; content: T }> {
  for (;;) {
    const edition = await currentEditionNumber(db)
    const content = await read()
    if ((await currentEditionNumber(db)) === edition) return { edition, content }
  }
}
