import { dossierPicture } from '@/app/[locale]/_frame/picture'
import { pictures } from '@/lib/addresses/pictures'
import { reportCard, requireReport } from '../_parts/report-card'

export const dynamic = 'force-dynamic'

/** `/{locale}/{dossier}/reports/{id}/preview.png`: a report as a picture for those who show a link to it. */
export const GET = dossierPicture(pictures.report, (reading, { id }) => reportCard(reading, requireReport(reading, id)))
