import { aboutDossier, answerJson } from '@/app/_server/api'
import { readQuestion } from '@/lib/api/question'
import { verdictForm } from '@/lib/api/verdict'
import { answerTo, momentAt } from '@/lib/policy'

export const dynamic = 'force-dynamic'

/** `GET /api/v1/dossiers/{id}/verdict?<dimension>=<value>...&on=&known=&edition=` (design, section 8). */
export const GET = aboutDossier((open, parameters) => {
  const { dossier, compiled, edition } = open
  const { values, on, known } = readQuestion(parameters, dossier, open)
  const moment = momentAt(compiled, { on, known })
  return answerJson(verdictForm(moment, values, answerTo(moment, values), { edition: edition.number }))
})
