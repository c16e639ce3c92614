import 'server-only'
import { type MatrixForm, matrixForm, readAxes } from '@/lib/api/matrix'
import { readQuestion } from '@/lib/api/question'
import { momentAt } from '@/lib/policy'
import type { OpenDossier } from './site'

/** The matrix that an address of the API asks for; dimensions left out as the dossier usually fixes them, empty ones left open. */
export function askedMatrix(open: OpenDossier, parameters: URLSearchParams): MatrixForm {
  const { dossier, compiled, edition } = open
  const axes = readAxes(parameters, dossier)
  const { values, on, known } = readQuestion(parameters, dossier, open, { also: ['rows', 'columns'] })
  const fixed = { ...dossier.matrix?.fixed, ...values }
  const opened = Object.keys(fixed).filter((id) => values[id] === undefined && parameters.has(id))
  for (const id of [...Object.values(axes), ...opened]) delete fixed[id]
  return matrixForm(momentAt(compiled, { on, known }), axes, fixed, edition.number)
}
