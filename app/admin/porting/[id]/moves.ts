import 'server-only'
import { findDossier } from '@/app/_server/site'
import { database } from '@/db/client'
import { listSources } from '@/db/queries/record'
import { type Dossier, type DossierRecords, type Source, validateDossier } from '@/lib/model'
import { compileDossier, type DifferencesFrom, differencesOfPublishing } from '@/lib/policy'
import { others } from '@/lib/porting/csv/encoding'
import { withRecords } from '@/lib/porting/with-records'

/** What an import moves in a dossier; of one that is new, or that is not sound beside what is public, nothing can be told. */
type DossierMoves = { dossier: Dossier } & (
  | { known: 'new' }
  | { known: 'unsound'; problems: number }
  | { known: 'moves'; moved: DifferencesFrom[]; leftOut: number; today: string }
)

/** Compares the answers of dossiers as they are with those that they would give; between two dossiers others have their turn. */
export async function movesOf(
  dossiers: readonly DossierRecords[],
  sources: readonly Source[],
): Promise<DossierMoves[]> {
  const { db } = await database()
  const publishers = [...(await listSources(db)), ...sources]
  const found: DossierMoves[] = []
  for (const records of dossiers) {
    const { dossier } = records
    const open = await findDossier(dossier.id)
    await others()
    if (!open) {
      found.push({ dossier, known: 'new' })
      continue
    }
    const after = withRecords(open.compiled.records, records)
    const problems = validateDossier(after, publishers)
    if (problems.length > 0) found.push({ dossier, known: 'unsound', problems: problems.length })
    else {
      const moves = differencesOfPublishing(open.compiled, compileDossier(after), open.today)
      found.push({ dossier, known: 'moves', ...moves, today: open.today })
    }
  }
  return found
}
