import { contradictionList } from '@/app/_server/records/other-lists'

export const dynamic = 'force-dynamic'

/** `GET /api/v1/dossiers/{id}/contradictions?change=&state=&known=`: where reports disagree. */
export const GET = contradictionList
