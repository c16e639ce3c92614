import { citeReport } from '@/app/_server/citation'

export const dynamic = 'force-dynamic'

/** The report as an entry of BibTeX. */
export const GET = citeReport('cite.bib')
