import { toldList } from '@/app/_server/records/told-list'

export const dynamic = 'force-dynamic'

/** `GET /api/v1/positions?dossier=&change=&…`: what standing reports tell, item by item. */
export const GET = toldList('positions')
