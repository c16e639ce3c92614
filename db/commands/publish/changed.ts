import { and, eq, inArray } from 'drizzle-orm'
import type { Tx } from '@/db/dialect'
import { records } from '@/db/schema'
import { isOutside, type RecordKind } from '@/lib/model'
import { inChunks } from '../../chunks'
import { keyText, type RecordKey } from '../../key'
import type { Turn } from './turn'

const none: ReadonlySet<string> = new Set()

/** Which records an edition changed, by where they stand. */
export class Changed {
  private readonly ids = new Map<string, Set<string>>()

  add({ kind, dossier, id }: RecordKey): void {
    const place = `${kind} ${dossier}`
    const own = this.ids.get(place)
    if (own) own.add(id)
    else this.ids.set(place, new Set([id]))
  }

  /** The ids of those of a kind; `dossier` is looked at only for kinds that stand inside one. */
  of(kind: RecordKind, dossier: string): ReadonlySet<string> {
    return this.ids.get(`${kind} ${isOutside(kind) ? '' : dossier}`) ?? none
  }
}

/** The records that an edition brings, by `keyText`: they have no rows in the lists that would end. */
export const broughtBy = ({ steps }: Pick<Turn, 'steps'>): ReadonlySet<string> =>
  new Set(steps.flatMap(({ key, before }) => (before === null ? [keyText(key)] : [])))

/** The revisions that records of one kind in one dossier are at, by their ids; those that an edition did not change are looked up. */
export async function revisionsOf(
  tx: Tx,
  { revisions }: Pick<Turn, 'revisions'>,
  { kind, dossier, ids }: { kind: RecordKind; dossier: string; ids: readonly string[] },
): Promise<Map<string, number>> {
  const known = new Map<string, number>()
  const missing: string[] = []
  for (const id of ids) {
    const revision = revisions.get(keyText({ kind, dossier, id }))
    if (revision === undefined) missing.push(id)
    else known.set(id, revision)
  }
  for (const chunk of inChunks(missing)) {
    const rows = await tx
      .select({ id: records.id, revision: records.revision })
      .from(records)
      .where(and(eq(records.kind, kind), eq(records.dossier, dossier), inArray(records.id, chunk)))
    for (const { id, revision } of rows) known.set(id, revision)
  }
  return known
}
