import 'server-only'
import type { api } from '@/lib/addresses/api'
import { type MatrixForm, matrixForm, readAxes } from '@/lib/api/matrix'
import { assumptionsOf } from '@/lib/asking/assumptions'
import { questionOf } from '@/lib/asking/question'
import { isNamed, textOf } from '@/lib/asking/read'
import { momentAt } from '@/lib/policy'
import type { AskedOpen } from './api'

/** The matrix that an address of the API asks for; dimensions left out as the dossier usually fixes them, empty ones left open. */
export function askedMatrix(asked: AskedOpen<typeof api.matrix | typeof api.matrixTable>): MatrixForm {
  const { dossier, compiled, edition, query } = asked
  const axes = readAxes(query, dossier)
  const { values, on, known } = questionOf(asked)
  const fixed = { ...dossier.matrix?.fixed, ...values }
  const opened = Object.keys(fixed).filter((id) => values[id] === undefined && isNamed(asked, id))
  for (const id of [...Object.values(axes), ...opened]) delete fixed[id]
  const part = { values, rowsFrom: textOf(query, 'rowsFrom'), columnsFrom: textOf(query, 'columnsFrom') }
  const assume = assumptionsOf(asked, momentAt(compiled, { on, known }))
  return matrixForm(momentAt(compiled, { on, known, assume }), axes, fixed, { edition: edition.number, part })
}
