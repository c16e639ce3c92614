import { citeEvidence } from '@/app/_server/citation'

export const dynamic = 'force-dynamic'

/** `/{locale}/{dossier}/ask/evidence.bib?<dimension>=<value>...`, `evidence.ris`, `evidence.json`: the reports on which an answer rests. */
export const GET = citeEvidence
