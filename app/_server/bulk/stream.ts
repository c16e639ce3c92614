import 'server-only'
import { rowsOf } from '@/db/bulk/rows'
import type { BulkSource } from '@/db/bulk/source'
import { type Digest, Digesting, Digests } from '@/lib/bulk/digests'
import { written } from '@/lib/bulk/forms'
import type { TableForm, TableName } from '@/lib/bulk/names'
import { tables } from '@/lib/bulk/tables'

/** A table in a form, piece by piece. */
export const piecesOf = (
  source: BulkSource,
  { table, form }: { table: TableName; form: TableForm },
): AsyncGenerator<string> => written(form, tables[table], rowsOf(source, table), source.place)

/** Digests of files that were made whole, for as long as the process lives: what they are of does not change. */
export const digests = new Digests()

/** The same pieces; once all have passed, their digest is known by a name. */
export async function* digested<Piece extends string | Uint8Array>(
  name: string | undefined,
  pieces: AsyncIterable<Piece>,
): AsyncGenerator<Piece> {
  const digesting = new Digesting()
  for await (const piece of pieces) {
    digesting.add(piece)
    yield piece
  }
  if (name !== undefined) digests.put(name, digesting.end())
}

/** The digest of pieces that nobody keeps. */
export async function digestOf(pieces: AsyncIterable<string | Uint8Array>): Promise<Digest> {
  const digesting = new Digesting()
  for await (const piece of pieces) digesting.add(piece)
  return digesting.end()
}
