import { dossierPicture } from '@/app/[locale]/_frame/picture'
import { pictures } from '@/lib/addresses/pictures'
import { askCard } from '../_parts/AskCard'

export const dynamic = 'force-dynamic'

/** `/{locale}/{dossier}/ask/preview.png?<dimension>=<value>...`: a question, its answer and its history as a picture. */
export const GET = dossierPicture(pictures.ask, (reading) => askCard(reading))
