import { origin } from '@/app/_server/address'
import { about, answerJson } from '@/app/_server/api'
import { openSite } from '@/app/_server/site'
import { api } from '@/lib/addresses/api'
import { openApiOf } from '@/lib/api/openapi'

export const dynamic = 'force-dynamic'

/** `GET /api/v1/openapi.json`: what the API offers (OpenAPI 3.1). */
export const GET = about(api.openApi, async () => {
  const [{ site, dossiers }, root] = await Promise.all([openSite(), origin()])
  return answerJson(openApiOf(site, { root, dossiers }))
})
