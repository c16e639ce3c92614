import { aboutDossier, answerJson } from '@/app/_server/api'
import { api } from '@/lib/addresses/api'
import { verdictForm } from '@/lib/api/verdict'
import { assumptionsOf } from '@/lib/asking/assumptions'
import { questionOf } from '@/lib/asking/question'
import { answerTo, momentAt } from '@/lib/policy'

export const dynamic = 'force-dynamic'

/** `GET /api/v1/dossiers/{id}/verdict?<dimension>=<value>...&on=&known=&edition=&assume=<change>@<day>...` (model, section 8). */
export const GET = aboutDossier(api.verdict, (asked) => {
  const { compiled, edition } = asked
  const { values, on, known } = questionOf(asked)
  const assume = assumptionsOf(asked, momentAt(compiled, { on, known }))
  const moment = momentAt(compiled, { on, known, assume })
  return answerJson(verdictForm(moment, values, answerTo(moment, values), { edition: edition.number }))
})
