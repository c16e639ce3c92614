import { citeChange } from '@/app/_server/citation'

export const dynamic = 'force-dynamic'

/** `/{locale}/{dossier}/changes/{id}/cite.bib`, `cite.ris`, `cite.json`: a change as an entry for reference managers. */
export const GET = citeChange
