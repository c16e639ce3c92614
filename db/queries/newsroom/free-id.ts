import type { Db } from '@/db/dialect'
import { recordKey } from '@/db/key'
import type { RecordKind } from '@/lib/model'
import { draftsOfRecord } from '../draft'
import { findRecord } from '../record'

/** The id that is wanted, or with a number behind it where a record or a draft has it already. */
export async function freeId(db: Db, kind: RecordKind, dossier: string, wanted: string): Promise<string> {
  const isTaken = async (id: string) => {
    const key = recordKey(kind, dossier, id)
    return (await findRecord(db, key)) !== null || (await draftsOfRecord(db, key)).length > 0
  }
  let id = wanted
  for (let next = 2; await isTaken(id); next++) id = `${wanted}-${next}`
  return id
}
