import { aboutDossier, answerJson } from '@/app/_server/api'
import { askedMatrix } from '@/app/_server/matrix'

export const dynamic = 'force-dynamic'

/** `GET /api/v1/dossiers/{id}/matrix?rows=&columns=&<dimension>=&on=&known=&edition=`. */
export const GET = aboutDossier((open, parameters) => answerJson(askedMatrix(open, parameters)))
