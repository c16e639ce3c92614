import { citeDossier } from '@/app/_server/citation'

export const dynamic = 'force-dynamic'

/** The state of the dossier as an entry of BibTeX. */
export const GET = citeDossier('cite.bib')
