import { answerJson, refuse } from '@/app/_server/api'
import { findDossier } from '@/app/_server/site'
import { BadParameterError, readEdition, readQuestion } from '@/lib/api/question'
import { verdictForm } from '@/lib/api/verdict'
import { answerTo, momentAt } from '@/lib/policy'

export const dynamic = 'force-dynamic'

/** `GET /api/v1/dossiers/{id}/verdict?<dimension>=<value>...&on=&known=&edition=` (design, section 8). */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params
  const parameters = new URL(request.url).searchParams
  try {
    const open = await findDossier(id, readEdition(parameters))
    if (!open) return refuse(404, `There is no dossier “${id}”.`)
    const { values, on, known } = readQuestion(parameters, open.dossier, open.today)
    const moment = momentAt(open.compiled, { on, known })
    return answerJson(verdictForm(moment, values, answerTo(moment, values), open.edition.number))
  } catch (error) {
    if (error instanceof BadParameterError) return refuse(400, error.message, error.parameter)
    throw error
  }
}
