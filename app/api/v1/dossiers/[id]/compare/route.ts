import { aboutDossier, answerJson, refuse } from '@/app/_server/api'
import { compareSides } from '@/app/_server/comparison'
import { api } from '@/lib/addresses/api'
import { comparisonForm } from '@/lib/api/comparison'

export const dynamic = 'force-dynamic'

/** `GET /api/v1/dossiers/{id}/compare?from=&fromKnown=&fromEdition=&to=&toKnown=&toEdition=&assume=<change>@<day>...`. */
export const GET = aboutDossier(api.compare, async (asked) => {
  const compared = await compareSides(asked)
  return compared ? answerJson(comparisonForm(compared, compared.comparison)) : refuse(404, 'There is no such dossier.')
})
