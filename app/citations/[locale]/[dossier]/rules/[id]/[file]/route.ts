import { citeRule } from '@/app/_server/citation'

export const dynamic = 'force-dynamic'

/** `/{locale}/{dossier}/rules/{id}/cite.bib`, `cite.ris`, `cite.json`: a rule as an entry for reference managers. */
export const GET = citeRule
