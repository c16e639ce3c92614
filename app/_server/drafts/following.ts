import 'server-only'
import { keyText, type RecordKey, recordKey } from '@/db/key'
import type { Draft } from '@/db/queries/draft'
import {
  type AnyRecord,
  type DossierMove,
  type DossierRecords,
  dossierMovesOf,
  followingEdits,
  type RecordEdit,
  type RecordTurn,
  type Renaming,
  recordsOf,
  renamingsOf,
  type Source,
  type Text,
  titlesOf,
} from '@/lib/model'
import { findDossier, openSite } from '../site'

/** A draft beside the record that is public. */
interface Beside {
  draft: Pick<Draft, 'kind' | 'dossier' | 'recordId' | 'data'>
  published: { record: AnyRecord } | null
}

const turnsOf = (pairs: readonly Beside[]): RecordTurn[] =>
  pairs.map(({ draft: { kind, dossier, recordId, data }, published }) => ({
    ...{ kind, dossier, id: recordId },
    before: published?.record ?? null,
    next: data as AnyRecord | null,
  }))

/** What drafts give another id when they are published together. */
export const renamingsAmong = (pairs: readonly Beside[]): (Renaming & { dossier: string })[] =>
  renamingsOf(turnsOf(pairs))

/** The dossiers among it, which all that stands in them goes along with. */
export const movesAmong = (pairs: readonly Beside[]): DossierMove[] => dossierMovesOf(turnsOf(pairs))

/** A record that is rewritten, without a draft of its own, when others get another id. */
export interface Following extends RecordKey {
  titles: Text
}

/** What names something that drafts give another id, and has no draft among them. */
export async function followingOf(pairs: readonly Beside[]): Promise<Following[]> {
  const renamings = renamingsAmong(pairs)
  if (renamings.length === 0) return []
  const isEverywhere = renamings.some(({ what }) => what.kind === 'source')
  const places = isEverywhere
    ? (await openSite()).dossiers.map(({ id }) => id)
    : [...new Set(renamings.map(({ dossier }) => dossier))]
  const drafted = new Set(pairs.map(({ draft }) => keyText(recordKey(draft.kind, draft.dossier, draft.recordId))))
  const found: Following[] = []
  for (const place of places) {
    const records = (await findDossier(place))?.compiled.records
    const isDrafted = (kind: RecordKey['kind'], id: string) => drafted.has(keyText(recordKey(kind, place, id)))
    for (const { kind, id, record } of records ? followingEdits(records, renamings, isDrafted) : [])
      found.push({ ...recordKey(kind, place, id), titles: titlesOf(record) })
  }
  return found
}

/** Edits of a dossier, and of publishers, with those of all that names what they give another id. */
export function withFollowing(
  records: DossierRecords,
  sources: ReadonlyMap<string, Source>,
  edits: readonly RecordEdit[],
): RecordEdit[] {
  const named = new Set(edits.map(({ kind, id }) => `${kind} ${id}`))
  const before = new Map<string, AnyRecord>(
    recordsOf(records).flatMap(({ kind, record }) => {
      const name = `${kind} ${record.id}`
      return named.has(name) ? [[name, record] as const] : []
    }),
  )
  const renamings = renamingsOf(
    edits.map(({ kind, id, record }) => ({
      ...recordKey(kind, records.dossier.id, id),
      before: (kind === 'source' ? sources.get(id) : before.get(`${kind} ${id}`)) ?? null,
      next: record,
    })),
  )
  return [...edits, ...followingEdits(records, renamings, (kind, id) => named.has(`${kind} ${id}`))]
}
