import { eventList } from '@/app/_server/records/other-lists'

export const dynamic = 'force-dynamic'

/** `GET /api/v1/events?since=&limit=&cursor=`. */
export const GET = eventList
