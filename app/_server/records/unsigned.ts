import 'server-only'
import type { Db } from '@/db/client'
import { firstSigned } from '@/db/queries/signing/statement'

/** Says that an edition is not signed, and which is the first that is. */
export async function unsigned(db: Db, edition: number): Promise<string> {
  const first = await firstSigned(db)
  const begins =
    first === null ? 'none is so far; the next publication will be' : `the first that is signed is edition ${first}`
  return `Edition ${edition} is not signed: ${begins}.`
}
