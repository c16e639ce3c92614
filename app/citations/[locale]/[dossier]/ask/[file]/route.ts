import { citeAnswer } from '@/app/_server/citation'

export const dynamic = 'force-dynamic'

/** `/{locale}/{dossier}/ask/cite.bib?<dimension>=<value>...`, `cite.ris`, `cite.json`: an answer as an entry for reference managers. */
export const GET = citeAnswer
