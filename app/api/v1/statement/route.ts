import { about, answerJson, refuse } from '@/app/_server/api'
import { unsigned } from '@/app/_server/records/unsigned'
import { openSite } from '@/app/_server/site'
import { database } from '@/db/client'
import { findStatement } from '@/db/queries/signing/statement'
import { api } from '@/lib/addresses/api'
import { editionOf } from '@/lib/asking/read'

export const dynamic = 'force-dynamic'

/** `GET /api/v1/statement?edition=`: what is signed of an edition. */
export const GET = about(api.statement, async (query) => {
  const { edition } = await openSite(editionOf(query, 'edition'))
  const { db } = await database()
  const signed = await findStatement(db, edition.number)
  if (!signed) return refuse(404, await unsigned(db, edition.number), 'edition')
  const { statement, signature, key } = signed
  return answerJson({ statement, signature, key })
})
