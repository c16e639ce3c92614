import { aboutDossier, answerCsv } from '@/app/_server/api'
import { askedMatrix } from '@/app/_server/matrix'
import { matrixCsv } from '@/lib/api/matrix'

export const dynamic = 'force-dynamic'

/** As `matrix`, as a table. */
export const GET = aboutDossier((open, parameters) => {
  const matrix = askedMatrix(open, parameters)
  return answerCsv(matrixCsv(matrix), `${open.dossier.id}-${matrix.on}`)
})
