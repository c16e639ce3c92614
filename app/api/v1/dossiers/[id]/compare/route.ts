import { aboutDossier, answerJson, refuse } from '@/app/_server/api'
import { compareSides } from '@/app/_server/comparison'
import { comparisonForm, readSides } from '@/lib/api/comparison'

export const dynamic = 'force-dynamic'

/** `GET /api/v1/dossiers/{id}/compare?from=&fromKnown=&fromEdition=&to=&toKnown=&toEdition=`. */
export const GET = aboutDossier(async (open, parameters) => {
  const compared = await compareSides(open.dossier.id, readSides(parameters, open.dossier, open))
  return compared ? answerJson(comparisonForm(compared, compared.comparison)) : refuse(404, 'There is no such dossier.')
})
