import { aboutDossier, answerCsv } from '@/app/_server/api'
import { askedMatrix } from '@/app/_server/matrix'
import { api } from '@/lib/addresses/api'
import { matrixCsv } from '@/lib/api/matrix'

export const dynamic = 'force-dynamic'

/** As `matrix`, as a table. */
export const GET = aboutDossier(api.matrixTable, (asked) => {
  const matrix = askedMatrix(asked)
  return answerCsv(matrixCsv(matrix), `${asked.dossier.id}-${matrix.on}`)
})
