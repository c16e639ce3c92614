import { and, eq, ne, notInArray } from 'drizzle-orm'
import type { Tx } from '@/db/dialect'
import { beginnings, comments, discardedDrafts, dossierRoles, drafts } from '@/db/schema'
import { roles } from '@/lib/auth/roles'
import { bytesOf, type DossierMove } from '@/lib/model'
import { keyText, type RecordKey, recordKey } from '../../key'
import { PublishRefusedError } from '../errors'
import type { Plan } from './plan'

type Planned = Pick<Plan, 'steps' | 'revisions' | 'moves'>

/**
 * Takes along with dossiers that get another id what the desk keeps of them: who may do what there, open and discarded drafts with what was
 * said of them, answers that begin a rule. A draft that was made of what is public still is. Throws `PublishRefusedError` where a draft
 * stands under the new id already.
 */
export async function carryDossiers(tx: Tx, plan: Planned): Promise<void> {
  for (const move of plan.moves) {
    await carryRoles(tx, move)
    await refuseTwins(tx, move)
    const bases = new Bases(plan, move)
    const formerly = plan.steps.find(({ key }) => key.kind === 'dossier' && key.id === move.to)?.next?.formerly
    for (const table of [drafts, discardedDrafts]) await carryCopies(tx, table, { move, bases, formerly })
    await tx
      .update(comments)
      .set({ dossier: move.to })
      .where(and(eq(comments.dossier, move.from), ne(comments.kind, 'dossier')))
    await tx
      .update(comments)
      .set({ dossier: move.to, recordId: move.to })
      .where(and(eq(comments.dossier, move.from), eq(comments.kind, 'dossier')))
    await carryBeginnings(tx, move)
  }
}

/** Of two roles of one person, that in the dossier and one that was given for its new id before, the higher one stays. */
async function carryRoles(tx: Tx, { from, to }: DossierMove): Promise<void> {
  for (const { userId, role } of await tx.select().from(dossierRoles).where(eq(dossierRoles.dossier, from))) {
    const [there] = await tx
      .select({ role: dossierRoles.role })
      .from(dossierRoles)
      .where(and(eq(dossierRoles.userId, userId), eq(dossierRoles.dossier, to)))
    const higher = there && roles.indexOf(there.role) > roles.indexOf(role) ? there.role : role
    await tx
      .insert(dossierRoles)
      .values({ userId, dossier: to, role: higher })
      .onConflictDoUpdate({ target: [dossierRoles.userId, dossierRoles.dossier], set: { role: higher } })
  }
  await tx.delete(dossierRoles).where(eq(dossierRoles.dossier, from))
}

/** Nobody has two drafts of one record: one that stands under the new id already keeps the dossier from getting it. */
async function refuseTwins(tx: Tx, { from, to }: DossierMove): Promise<void> {
  const nameOf = ({ kind, recordId, author }: { kind: string; recordId: string; author: string }) =>
    `${author} ${kind} ${kind === 'dossier' ? '' : recordId}`
  const columns = { kind: drafts.kind, recordId: drafts.recordId, author: drafts.author }
  const there = await tx.select(columns).from(drafts).where(eq(drafts.dossier, to))
  if (there.length === 0) return
  const coming = new Set((await tx.select(columns).from(drafts).where(eq(drafts.dossier, from))).map(nameOf))
  const problems = there
    .filter((one) => coming.has(nameOf(one)))
    .map(({ kind, recordId: id }) => ({
      ...{ kind, id, path: ['id'] },
      message: `has drafts in “${from}” and in “${to}” by one author: publish or discard one of them first`,
    }))
  if (problems.length > 0) throw new PublishRefusedError({ problems })
}

/** Which revision a draft is of, once its record stands under another key. */
class Bases {
  private readonly before: ReadonlyMap<string, number>

  constructor(
    private readonly plan: Planned,
    private readonly move: DossierMove,
  ) {
    const own = plan.steps.filter(({ key }) => key.dossier === move.from)
    this.before = new Map(own.flatMap(({ key, before }) => (before ? [[keyText(key), before.revision] as const] : [])))
  }

  /** Of a draft that was behind what is public it stays one: there is no revision 0. */
  of({ kind, id }: Pick<RecordKey, 'kind' | 'id'>, base: number | null): number | null {
    if (base === null) return null
    const { from, to } = this.move
    const isCurrent = this.before.get(keyText(recordKey(kind, from, id))) === base
    return (isCurrent ? this.plan.revisions.get(keyText(recordKey(kind, to, kind === 'dossier' ? to : id))) : 0) ?? 0
  }
}

interface Carrying {
  move: DossierMove
  bases: Bases
  /** The ids that the dossier had. */
  formerly: string[] | undefined
}

async function carryCopies(
  tx: Tx,
  table: typeof drafts | typeof discardedDrafts,
  { move: { from, to }, bases, formerly }: Carrying,
): Promise<void> {
  const columns = { id: table.id, kind: table.kind, recordId: table.recordId, base: table.baseRevision }
  for (const { id, kind, recordId, base } of await tx.select(columns).from(table).where(eq(table.dossier, from))) {
    const baseRevision = bases.of({ kind, id: recordId }, base)
    const own = kind === 'dossier' ? { recordId: to, ...(await toldAnew(tx, table, { id, to, formerly })) } : {}
    await tx
      .update(table)
      .set({ dossier: to, baseRevision, ...own })
      .where(eq(table.id, id))
  }
}

/** A copy of the dossier itself says its new id, and which ones it had; who has it open learns that it is another text now. */
async function toldAnew(
  tx: Tx,
  table: typeof drafts | typeof discardedDrafts,
  { id, to, formerly }: { id: string; to: string; formerly: string[] | undefined },
) {
  const [copy] = await tx.select({ data: table.data, version: table.version }).from(table).where(eq(table.id, id))
  if (!copy || typeof copy.data !== 'object' || copy.data === null) return {}
  const { formerly: _, ...rest } = copy.data as Record<string, unknown>
  const data = { ...rest, id: to, ...(formerly ? { formerly } : {}) }
  return { data, bytes: bytesOf(data), version: copy.version + 1 }
}

async function carryBeginnings(tx: Tx, { from, to }: DossierMove): Promise<void> {
  const there = await tx.select({ author: beginnings.author }).from(beginnings).where(eq(beginnings.dossier, to))
  const taken = there.map(({ author }) => author)
  await tx
    .update(beginnings)
    .set({ dossier: to })
    .where(and(eq(beginnings.dossier, from), taken.length > 0 ? notInArray(beginnings.author, taken) : undefined))
}
