import type { Tx } from '@/db/dialect'
import { type DossierMove, followingEdits, parseRecord, renamingsOf } from '@/lib/model'
import { rowsOf } from '../../held/held'
import { keyText, recordKey } from '../../key'
import { listDossiers } from '../../queries/record'
import type { Asked, PublicNow } from './plan'

/**
 * What is asked for, with all that names what it gives another id: such a record is rewritten as it is public, whether it has a draft or
 * not and however many there are. One that is asked for itself stays as asked; what cannot be read is found wanting later.
 */
export async function withFollowers(
  tx: Tx,
  asked: Asked[],
  { current, held, moves }: PublicNow & { moves: readonly DossierMove[] },
): Promise<Asked[]> {
  const rows = await rowsOf(
    tx,
    asked.map(({ key }) => key),
  )
  const renamings = renamingsOf(
    asked.flatMap(({ key, data }) => {
      const parsed = data === null ? null : parseRecord(key.kind, data)
      if (parsed && !parsed.ok) return []
      return [{ ...key, before: rows.get(keyText(key))?.data ?? null, next: parsed?.record ?? null }]
    }),
  )
  if (renamings.length === 0) return asked
  const named = new Set(asked.map(({ key }) => keyText(key)))
  const all = [...asked]
  for (const dossier of await dossiersOf(tx, renamings)) {
    const goes = asked.some(({ key, data }) => key.kind === 'dossier' && key.id === dossier && data === null)
    // What goes as a whole takes along what names something in it.
    if (goes && !moves.some(({ from }) => from === dossier)) continue
    const { records } = await held.at(tx, dossier, current)
    if (!records) continue
    const isAsked = (kind: Asked['key']['kind'], id: string) => named.has(keyText(recordKey(kind, dossier, id)))
    for (const { kind, id, record } of followingEdits(records, renamings, isAsked))
      all.push({ key: recordKey(kind, dossier, id), data: record, baseRevision: null, follows: true })
  }
  return all
}

/** The dossiers in which something is named by another id; a publisher may be named in any. */
async function dossiersOf(tx: Tx, renamings: ReturnType<typeof renamingsOf>): Promise<string[]> {
  if (renamings.some(({ what }) => what.kind === 'source')) return (await listDossiers(tx)).map(({ id }) => id)
  return [...new Set(renamings.map(({ dossier }) => dossier))]
}
