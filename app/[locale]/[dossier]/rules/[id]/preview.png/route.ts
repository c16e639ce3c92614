import { requireRecord } from '@/app/_reader/require-record'
import { dossierPicture } from '@/app/[locale]/_frame/picture'
import { pictures } from '@/lib/addresses/pictures'
import { ruleCard } from '../_parts/RuleCard'

export const dynamic = 'force-dynamic'

/** `/{locale}/{dossier}/rules/{id}/preview.png`: a rule, what it says and has said, as a picture. */
export const GET = dossierPicture(pictures.rule, (reading, { id }) =>
  ruleCard(reading, requireRecord(reading, 'rule', reading.records.rules, id)),
)
