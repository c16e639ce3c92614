import { citeDossier } from '@/app/_server/citation'

export const dynamic = 'force-dynamic'

/** `/{locale}/{dossier}/cite.bib`, `cite.ris`, `cite.json`: the state of the dossier as an entry for reference managers. */
export const GET = citeDossier
