import { aboutDossier, answerCsv, refuse } from '@/app/_server/api'
import { compareSides } from '@/app/_server/comparison'
import { api } from '@/lib/addresses/api'
import { assumedIn } from '@/lib/api/assumed'
import { comparisonCsv } from '@/lib/api/comparison'
import { usualLocale } from '@/lib/model'

export const dynamic = 'force-dynamic'

/** As `compare`, as a table of the cases that differ. */
export const GET = aboutDossier(api.compareTable, async (asked) => {
  const compared = await compareSides(asked)
  if (!compared) return refuse(404, 'There is no such dossier.')
  const { from, to, comparison } = compared
  return answerCsv(
    comparisonCsv(to.open.dossier, comparison, usualLocale, assumedIn(to.moment)),
    `${asked.dossier.id}-${from.on}-${to.on}`,
  )
})
