import { and, asc, count, eq, gt, inArray } from 'drizzle-orm'
import { branches, editions, leaves, records, revisions, statements } from '@/db/schema'
import type { AnyRecord } from '@/lib/model'
import { leafPart } from '@/lib/signing/grow'
import { leafOfRecord, placeOf } from '@/lib/signing/leaf'
import { readStatement, statementDigest, statementFault } from '@/lib/signing/statement'
import { emptyRoot, type TreePart, treeOf } from '@/lib/signing/tree'
import type { Db } from './client'
import { findSigningKey } from './queries/signing/statement'

/** So many rows are read at a time. */
const atOnce = 500

/**
 * Checks what is signed: a statement of every edition since the first that has one, each signed and naming the one before, leaves that are the hashes of the
 * revisions, and the tree of all leaves with the root that was signed last. Returns what is wrong, a line each. It reads all of history.
 */
export async function checkSigning(db: Db): Promise<string[]> {
  const problems: string[] = []
  const last = await checkChain(db, problems)
  const parts = await checkLeaves(db, problems)
  await checkBranches(db, problems)
  if (last === null) return problems
  const tree = treeOf(parts)
  if ((tree?.hash ?? emptyRoot) !== last.root)
    problems.push(`edition ${last.edition}: what is signed is not the tree of the records`)
  const [found] = await db.select({ n: count() }).from(records)
  if ((found?.n ?? 0) !== last.records)
    problems.push(`edition ${last.edition}: is signed for ${last.records} records, and ${found?.n ?? 0} are public`)
  return problems
}

/** What the last statement says; null where nothing is signed. */
async function checkChain(db: Db, problems: string[]) {
  const rows = await db
    .select({ signed: statements, number: editions.number, time: editions.publishedAt })
    .from(editions)
    .leftJoin(statements, eq(statements.edition, editions.number))
    .orderBy(asc(editions.number))
  let before: string | null = null
  let last: { edition: number; root: string; records: number } | null = null
  for (const { signed, number, time } of rows) {
    if (!signed) {
      if (before !== null) problems.push(`edition ${number}: is not signed, and the one before is`)
      continue
    }
    const key = await findSigningKey(db, signed.key).catch(() => null)
    const fault = key ? statementFault(signed, key) : `the public key ${signed.key} is missing or damaged`
    if (fault !== null) problems.push(`edition ${number}: ${fault}`)
    const said = readStatement(signed.statement)
    if (said) {
      if (said.edition !== number || said.time !== time)
        problems.push(`edition ${number}: its statement is of another edition`)
      if (said.root !== (signed.tree?.hash ?? emptyRoot)) problems.push(`edition ${number}: its tree has another root`)
      if (said.previous !== (before === null ? null : statementDigest(before)))
        problems.push(`edition ${number}: its statement does not name the one before`)
      last = said
    }
    before = signed.statement
  }
  return last
}

/** The leaves of what is public now. */
async function checkLeaves(db: Db, problems: string[]): Promise<TreePart[]> {
  const parts = new Map<string, TreePart>()
  const isRevision = and(
    eq(revisions.kind, leaves.kind),
    eq(revisions.dossier, leaves.dossier),
    eq(revisions.id, leaves.id),
    eq(revisions.number, leaves.revision),
  )
  for (let last = ''; ; ) {
    const places = await db
      .selectDistinct({ place: leaves.place })
      .from(leaves)
      .where(gt(leaves.place, last))
      .orderBy(asc(leaves.place))
      .limit(atOnce)
    const end = places.at(-1)
    if (!end) return [...parts.values()]
    const within = inArray(
      leaves.place,
      places.map(({ place }) => place),
    )
    const rows = await db
      .select({ leaf: leaves, data: revisions.data })
      .from(leaves)
      .leftJoin(revisions, isRevision)
      .where(within)
      .orderBy(asc(leaves.place), asc(leaves.edition))
    for (const { leaf, data } of rows) {
      const { place, kind, dossier, id, revision, hash } = leaf
      const key = { kind, dossier, id }
      const own = data === null ? null : leafOfRecord(key, data as AnyRecord)
      if (hash !== own || place !== placeOf(key))
        problems.push(`${kind} ${dossier}/${id}: revision ${revision} is not what was signed`)
      if (hash === null) parts.delete(place)
      else parts.set(place, leafPart({ at: place, hash }))
    }
    last = end.place
  }
}

async function checkBranches(db: Db, problems: string[]): Promise<void> {
  for (let last = ''; ; ) {
    const places = await db
      .selectDistinct({ places: branches.places })
      .from(branches)
      .where(gt(branches.places, last))
      .orderBy(asc(branches.places))
      .limit(atOnce)
    const end = places.at(-1)
    if (!end) return
    for (const one of places)
      for (const { hash, left, right, edition } of await db
        .select()
        .from(branches)
        .where(eq(branches.places, one.places)))
        if (treeOf([left, right])?.hash !== hash)
          problems.push(`edition ${edition}: the branch ${one.places} of its tree does not fit`)
    last = end.places
  }
}
