import { editionList } from '@/app/_server/records/other-lists'

export const dynamic = 'force-dynamic'

/** `GET /api/v1/editions?since=&limit=&cursor=`. */
export const GET = editionList
