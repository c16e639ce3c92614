import 'server-only'
import { type MatrixForm, matrixForm, readAxes } from '@/lib/api/matrix'
import { readQuestion, readText } from '@/lib/api/question'
import { momentAt } from '@/lib/policy'
import type { OpenDossier } from './site'

/** The matrix that an address of the API asks for; dimensions left out as the dossier usually fixes them, empty ones left open. */
export function askedMatrix(open: OpenDossier, parameters: URLSearchParams): MatrixForm {
  const { dossier, compiled, edition } = open
  const axes = readAxes(parameters, dossier)
  const also = ['rows', 'columns', 'rowsFrom', 'columnsFrom']
  const { values, on, known } = readQuestion(parameters, dossier, open, { also })
  const fixed = { ...dossier.matrix?.fixed, ...values }
  const opened = Object.keys(fixed).filter((id) => values[id] === undefined && parameters.has(id))
  for (const id of [...Object.values(axes), ...opened]) delete fixed[id]
  const part = {
    values,
    rowsFrom: readText(parameters, 'rowsFrom'),
    columnsFrom: readText(parameters, 'columnsFrom'),
  }
  return matrixForm(momentAt(compiled, { on, known }), axes, fixed, { edition: edition.number, part })
}
