import { dossierListCard } from '@/app/[locale]/_frame/listed'
import { dossierPicture } from '@/app/[locale]/_frame/picture'
import { dossierPictures, pictures } from '@/lib/addresses/pictures'
import { wordOf } from '@/lib/asking/read'
import { dossierCard } from '../_parts/dossier-card'

export const dynamic = 'force-dynamic'

/** `/{locale}/{dossier}/preview.png?page=`: a dossier with its first question and answer, or a page of it. */
export const GET = dossierPicture(pictures.dossier, (reading) => {
  const page = wordOf(reading.query, 'page', dossierPictures)
  return page ? dossierListCard(reading, page) : dossierCard(reading)
})
