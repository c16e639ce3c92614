import { citeEvidence } from '@/app/_server/citation'

export const dynamic = 'force-dynamic'

/** `/{locale}/{dossier}/ask/cite.bib?<dimension>=<value>...`, `cite.ris`, `cite.json`: the reports on which an answer rests. */
export const GET = citeEvidence
