import { aboutDossier, answerCsv } from '@/app/_server/api'
import { api } from '@/lib/addresses/api'
import { plainLanguage } from '@/lib/addresses/names'
import { evidenceCsv } from '@/lib/api/evidence'
import { verdictForm } from '@/lib/api/verdict'
import { assumptionsOf } from '@/lib/asking/assumptions'
import { questionOf } from '@/lib/asking/question'
import { answerTo, momentAt } from '@/lib/policy'

export const dynamic = 'force-dynamic'

/** The evidence of a `verdict`, as a table. */
export const GET = aboutDossier(api.evidenceTable, (asked) => {
  const { compiled, dossier, edition } = asked
  const { values, on, known } = questionOf(asked)
  const assume = assumptionsOf(asked, momentAt(compiled, { on, known }))
  const moment = momentAt(compiled, { on, known, assume })
  const verdict = verdictForm(moment, values, answerTo(moment, values), { edition: edition.number })
  return answerCsv(evidenceCsv(verdict, plainLanguage), `${dossier.id}-evidence-${on}`)
})
