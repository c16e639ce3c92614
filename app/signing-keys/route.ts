import { answerJson } from '@/app/_server/api'
import { fileHandler } from '@/app/_server/file'
import { database } from '@/db/client'
import { listSigningKeys } from '@/db/queries/signing/statement'
import { files } from '@/lib/addresses/feeds'

export const dynamic = 'force-dynamic'

/** `/.well-known/rulewire-key.json`: the public keys that have signed editions, the newest first (a JWK Set, RFC 7517, with each in PEM too). */
export const GET = fileHandler(files.signingKeys, async () => {
  const { db } = await database()
  return answerJson({ keys: (await listSigningKeys(db)).map((key) => ({ ...key, alg: 'EdDSA', use: 'sig' })) })
})
