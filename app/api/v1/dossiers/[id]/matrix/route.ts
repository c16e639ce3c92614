import { aboutDossier, answerJson } from '@/app/_server/api'
import { askedMatrix } from '@/app/_server/matrix'
import { api } from '@/lib/addresses/api'

export const dynamic = 'force-dynamic'

/** `GET /api/v1/dossiers/{id}/matrix?rows=&columns=&<dimension>=&on=&known=&edition=`. */
export const GET = aboutDossier(api.matrix, (asked) => answerJson(askedMatrix(asked)))
