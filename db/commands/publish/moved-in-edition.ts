import { and, asc, eq, isNull, ne, sql } from 'drizzle-orm'
import { alias, type Tx } from '@/db/dialect'
import { editions, revisions } from '@/db/schema'
import { type AnyRecord, type DossierMove, dossierMovesOf, isSameRecord } from '@/lib/model'
import { type RecordKey, recordKey } from '../../key'
import { isPrevious, previous } from '../../queries/revision'

/** The dossiers that an edition gave another id. */
export async function movesOfEdition(tx: Tx, edition: number): Promise<DossierMove[]> {
  const turns = await tx
    .select({
      ...{ kind: revisions.kind, dossier: revisions.dossier, id: revisions.id },
      ...{ next: revisions.data, before: previous.data },
    })
    .from(revisions)
    .leftJoin(previous, isPrevious)
    .where(and(eq(revisions.edition, edition), eq(revisions.kind, 'dossier')))
  return dossierMovesOf(
    turns.map(({ next, before, ...key }) => ({
      ...key,
      next: next as AnyRecord | null,
      before: before as AnyRecord | null,
    })),
  )
}

/** A record that an edition changed while its dossier got another id: under its key of after, with the text before and the one it brought. */
export interface ChangedWithin {
  key: RecordKey
  before: unknown
  brought: unknown
  ord: number
  /** The revision that it brought; null: it removed the record. */
  number: number | null
}

/** So many are compared at a time. */
const atOnce = 500

const gone = alias(revisions, 'gone')
const come = alias(revisions, 'come')
const wasBefore = and(
  eq(previous.kind, gone.kind),
  eq(previous.dossier, gone.dossier),
  eq(previous.id, gone.id),
  eq(previous.number, sql`${gone.number} - 1`),
)

/** What of a dossier an edition changed beside giving it another id: what only stands elsewhere is not among it. */
export async function changedWithin(tx: Tx, { from, to }: DossierMove, edition: number): Promise<ChangedWithin[]> {
  const [made] = await tx.select({ summary: editions.summary }).from(editions).where(eq(editions.number, edition))
  if (Object.keys(made?.summary.records ?? {}).every((kind) => kind === 'dossier')) return []
  const found: ChangedWithin[] = []
  for (let last = { kind: '', id: '' }; ; ) {
    const rows = await tx
      .select({
        ...{ kind: come.kind, id: come.id, number: come.number, ord: come.ord },
        ...{ brought: come.data, before: previous.data },
      })
      .from(come)
      .leftJoin(
        gone,
        and(eq(gone.kind, come.kind), eq(gone.dossier, from), eq(gone.id, come.id), eq(gone.edition, edition)),
      )
      .leftJoin(previous, wasBefore)
      .where(
        and(
          eq(come.edition, edition),
          eq(come.dossier, to),
          ne(come.kind, 'dossier'),
          sql`(${come.kind}, ${come.id}) > (${last.kind}, ${last.id})`,
        ),
      )
      .orderBy(asc(come.kind), asc(come.id))
      .limit(atOnce)
    for (const { kind, id, ...row } of rows)
      if (!isSameRecord(row.brought, row.before)) found.push({ key: recordKey(kind, to, id), ...row })
    const end = rows.at(-1)
    if (!end) break
    last = { kind: end.kind, id: end.id }
  }
  const removed = await tx
    .select({ kind: gone.kind, id: gone.id, ord: gone.ord, before: previous.data })
    .from(gone)
    .innerJoin(previous, wasBefore)
    .leftJoin(
      come,
      and(eq(come.kind, gone.kind), eq(come.dossier, to), eq(come.id, gone.id), eq(come.edition, edition)),
    )
    .where(and(eq(gone.edition, edition), eq(gone.dossier, from), ne(gone.kind, 'dossier'), isNull(come.id)))
  for (const { kind, id, ord, before } of removed)
    found.push({ key: recordKey(kind, to, id), before, brought: null, ord, number: null })
  return found
}
