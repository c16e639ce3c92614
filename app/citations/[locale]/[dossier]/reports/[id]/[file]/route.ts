import { citeReport } from '@/app/_server/citation'

export const dynamic = 'force-dynamic'

/** `/{locale}/{dossier}/reports/{id}/cite.bib`, `cite.ris`, `cite.json`: a report as an entry for reference managers. */
export const GET = citeReport
