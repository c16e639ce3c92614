import { refuse } from '@/app/_server/api'

export const dynamic = 'force-dynamic'

/** Any address below `/api` that nothing answers for. */
export const GET = (): Response =>
  refuse(404, 'The API has no such address. What it offers stands in /api/v1/openapi.json.')
