import { aboutDossier, answerJson } from '@/app/_server/api'
import { api } from '@/lib/addresses/api'
import { positionsForm } from '@/lib/api/positions'
import { positionsAsked } from '@/lib/asking/positions'

export const dynamic = 'force-dynamic'

/** `GET /api/v1/dossiers/{id}/positions?actor=&change=&from=&to=&edition=`. */
export const GET = aboutDossier(api.positions, (asked) =>
  answerJson(
    positionsForm(
      { ...asked, discredited: asked.compiled.discredited, edition: asked.edition.number },
      positionsAsked(asked),
    ),
  ),
)
