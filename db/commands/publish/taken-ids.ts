import type { Tx } from '@/db/dialect'
import type { Problem } from '@/lib/model'
import { listDossiers } from '../../queries/record'
import type { Turn } from './turn'

/** New dossiers under an id that another one had before: its old addresses lead there, and cannot lead to both. */
export async function takenDossierIds(tx: Tx, steps: Turn['steps']): Promise<Problem[]> {
  const ofDossiers = steps.filter(({ key }) => key.kind === 'dossier')
  const come = ofDossiers.filter(({ before, next }) => !before && next)
  if (come.length === 0) return []
  const going = new Set(ofDossiers.flatMap(({ key, next }) => (next ? [] : [key.id])))
  const others = (await listDossiers(tx)).filter(({ id }) => !going.has(id))
  return come.flatMap(({ key: { id } }): Problem[] =>
    others.some(({ formerly }) => formerly?.includes(id))
      ? [{ kind: 'dossier', id, path: ['id'], message: `“${id}” is or was the id of another dossier, or its own` }]
      : [],
  )
}
