import { citeReport } from '@/app/_server/citation'

export const dynamic = 'force-dynamic'

/** The report as CSL-JSON. */
export const GET = citeReport('cite.json')
