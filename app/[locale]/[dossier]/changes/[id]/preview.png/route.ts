import { requireRecord } from '@/app/_reader/require-record'
import { dossierPicture } from '@/app/[locale]/_frame/picture'
import { pictures } from '@/lib/addresses/pictures'
import { changeCard } from '../_parts/ChangeCard'

export const dynamic = 'force-dynamic'

/** `/{locale}/{dossier}/changes/{id}/preview.png`: a change and how far it is, as a picture. */
export const GET = dossierPicture(pictures.change, (reading, { id }) =>
  changeCard(reading, requireRecord(reading, 'change', reading.records.changes, id)),
)
