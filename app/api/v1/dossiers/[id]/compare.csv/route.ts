import { aboutDossier, answerCsv, refuse } from '@/app/_server/api'
import { compareSides } from '@/app/_server/comparison'
import { comparisonCsv, readSides } from '@/lib/api/comparison'

export const dynamic = 'force-dynamic'

/** As `compare`, as a table of the cases that differ. */
export const GET = aboutDossier(async (open, parameters) => {
  const compared = await compareSides(open.dossier.id, readSides(parameters, open.dossier, open))
  if (!compared) return refuse(404, 'There is no such dossier.')
  const { from, to, comparison } = compared
  return answerCsv(comparisonCsv(to.open.dossier, comparison, 'en'), `${open.dossier.id}-${from.on}-${to.on}`)
})
