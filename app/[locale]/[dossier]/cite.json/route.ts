import { citeDossier } from '@/app/_server/citation'

export const dynamic = 'force-dynamic'

/** The state of the dossier as CSL-JSON. */
export const GET = citeDossier('cite.json')
