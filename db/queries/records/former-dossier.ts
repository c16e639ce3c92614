import { and, eq } from 'drizzle-orm'
import type { Db } from '@/db/dialect'
import { records } from '@/db/schema'
import { listDossiers } from '../record'

/** The ids that dossiers which are public had before, each with the one of now. */
export async function formerDossiers(db: Db): Promise<Map<string, string>> {
  const dossiers = await listDossiers(db)
  return new Map(dossiers.flatMap(({ id, formerly = [] }) => formerly.map((former) => [former, id] as const)))
}

/** The id under which a dossier is public now; the one given where it is public under that, or not at all. What was told of it moved along. */
export async function presentDossier(db: Db, dossier: string): Promise<string> {
  const [there] = await db
    .select({ id: records.id })
    .from(records)
    .where(and(eq(records.kind, 'dossier'), eq(records.dossier, dossier), eq(records.id, dossier)))
  return there ? dossier : ((await formerDossiers(db)).get(dossier) ?? dossier)
}
