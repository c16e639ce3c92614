import { citeReport } from '@/app/_server/citation'

export const dynamic = 'force-dynamic'

/** The report as RIS. */
export const GET = citeReport('cite.ris')
