import { recordList } from '@/app/_server/records/record-list'

export const dynamic = 'force-dynamic'

/** `GET /api/v1/reports?edition=&since=&fields=&limit=&cursor=`: the record form, or what editions after one changed. */
export const GET = recordList('reports')
