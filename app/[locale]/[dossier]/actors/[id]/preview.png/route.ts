import { requireRecord } from '@/app/_reader/require-record'
import { dossierPicture } from '@/app/[locale]/_frame/picture'
import { pictures } from '@/lib/addresses/pictures'
import { actorCard } from '../_parts/actor-card'

export const dynamic = 'force-dynamic'

/** `/{locale}/{dossier}/actors/{id}/preview.png`: who it is whose stances are told, as a picture. */
export const GET = dossierPicture(pictures.actor, (reading, { id }) =>
  actorCard(reading, requireRecord(reading, 'actor', reading.records.actors, id)),
)
