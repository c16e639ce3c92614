import { aboutDossier, answerCsv } from '@/app/_server/api'
import { api } from '@/lib/addresses/api'
import { positionsCsv, positionsForm } from '@/lib/api/positions'
import { positionsAsked } from '@/lib/asking/positions'

export const dynamic = 'force-dynamic'

/** As `positions`, as a table. */
export const GET = aboutDossier(api.positionsTable, (asked) => {
  const { compiled, dossier, edition } = asked
  const which = positionsAsked(asked)
  const form = positionsForm({ ...asked, discredited: compiled.discredited, edition: edition.number }, which)
  const name = [dossier.id, 'positions', which.actor, which.change, which.from, which.to].filter(Boolean).join('-')
  return answerCsv(positionsCsv(form), name)
})
