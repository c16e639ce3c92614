import { about, answerJson } from '@/app/_server/api'
import { api } from '@/lib/addresses/api'
import { openApi } from '@/lib/api/openapi'

export const dynamic = 'force-dynamic'

/** `GET /api/v1/openapi.json`: what the API offers (OpenAPI 3.1). */
export const GET = about(api.openApi, () => answerJson(openApi))
