import { origin } from '@/app/_server/address'
import { about, answerJson, refuse } from '@/app/_server/api'
import { unsigned } from '@/app/_server/records/unsigned'
import { openSite } from '@/app/_server/site'
import { database } from '@/db/client'
import { recordKey } from '@/db/key'
import { proofOfRecords } from '@/db/queries/signing/proof'
import { api } from '@/lib/addresses/api'
import { mostProven } from '@/lib/addresses/records'
import { dossierOf, editionOf, textOf, textsOf, wordOf } from '@/lib/asking/read'
import { BadParameter } from '@/lib/asking/refusal'
import { isOutside, recordKinds } from '@/lib/model'
import { echoed } from '@/lib/words/echo'

export const dynamic = 'force-dynamic'

/** `GET /api/v1/proof?kind=&dossier=&id=&edition=`: that records are those of a signed edition. */
export const GET = about(api.proof, async (query) => {
  const kind = wordOf(query, 'kind', recordKinds)
  const dossier = textOf(query, 'dossier')
  const ids = [...new Set(textsOf(query, 'id'))]
  if (!kind) return refuse(400, `Give the kind of the records in “kind”: ${recordKinds.join(', ')}.`, 'kind')
  if (ids.length === 0) return refuse(400, 'Give the id of a record in “id”.', 'id')
  if (ids.length > mostProven) return refuse(400, `“id” may be given ${mostProven} times.`, 'id')
  if (dossier === undefined && !isOutside(kind) && kind !== 'dossier')
    throw new BadParameter('dossier', '', { code: 'needsDossier' })
  const { edition, dossiers } = await openSite(editionOf(query, 'edition'))
  dossierOf(query, 'dossier', dossiers)
  const { db } = await database()
  const keys = ids.map((id) => recordKey(kind, dossier ?? '', id))
  const proof = await proofOfRecords(db, edition.number, keys)
  if (!proof) return refuse(404, await unsigned(db, edition.number), 'edition')
  if ('missing' in proof)
    return refuse(400, `Edition ${edition.number} has no ${kind} “${echoed(proof.missing.id)}” there.`, 'id')
  return answerJson({ ...proof, origin: await origin() })
})
