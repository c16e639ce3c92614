import { setImmediate as breathe } from 'node:timers/promises'
import { and, asc, eq, gt, or } from 'drizzle-orm'
import type { Tx } from '@/db/dialect'
import { authority, branches, leaves, records, signingKeys, siteAuthority, statements } from '@/db/schema'
import { type AnyRecord, recordKinds } from '@/lib/model'
import { grown, type LeafChange } from '@/lib/signing/grow'
import { leafOfRecord, placeOf } from '@/lib/signing/leaf'
import { readStatement, type Statement, statementDigest, statementForm, statementText } from '@/lib/signing/statement'
import { emptyRoot, spelledPlaces, type TreeBranch } from '@/lib/signing/tree'
import { type Threads, withThreads } from '@/lib/threads/threads'
import type { RecordKey } from '../../key'
import { findStatement } from '../../queries/signing/statement'
import { keptTree } from '../../queries/signing/tree'
import { signingKeyFor } from '../../signing-key'
import { insertRows } from './insert-rows'

/** A record at a revision; `next` null: removed. */
interface SignedStep {
  key: RecordKey
  revision: number
  next: AnyRecord | null
}

/** So many records are read and written at a time, and so many hashed in one turn. */
const [atOnce, inOneTurn] = [500, 20]
/** An edition of fewer records is signed without threads: to start one takes as long as hashing some hundreds. */
const worthThreads = 2000

/** By step the hashes among which that of its record is, which may still be on their way, and its place among them. */
type Hashes = ReadonlyMap<SignedStep, { among: Promise<(string | null)[]>; at: number }>

/** Does work during which the records of a large edition are hashed on threads; of a small one they are not, and are hashed when it is signed. */
export async function withHashes<Result>(
  steps: readonly SignedStep[],
  work: (hashes: Hashes | null) => Promise<Result>,
): Promise<Result> {
  if (steps.length < worthThreads) return work(null)
  return withThreads((threads) => work(hashesOf(steps, threads)))
}

function hashesOf(steps: readonly SignedStep[], threads: Threads): Hashes {
  const hashes = new Map<SignedStep, { among: Promise<(string | null)[]>; at: number }>()
  for (const some of inParts(steps)) {
    const input = some.map(({ key, next }) => ({ key, record: next }))
    const among = threads.run<(string | null)[]>('hashRecords', input)
    // Where the edition is refused before it is signed, nobody asks for them any more.
    among.catch(() => undefined)
    for (const [at, step] of some.entries()) hashes.set(step, { among, at })
  }
  return hashes
}

/**
 * Signs an edition whose records are written: hashes what it changed, and the ways from there to the root. Where the edition before is not signed, or in another form,
 * all that is public is hashed, and the chain begins or goes on with that. Returns the signature. Throws `SigningKeyError`.
 */
export async function signEdition(
  tx: Tx,
  { edition, at, steps, hashes }: { edition: number; at: string; steps: readonly SignedStep[]; hashes: Hashes | null },
): Promise<string> {
  const key = signingKeyFor(tx)
  const before = await findStatement(tx, edition - 1)
  const goesOn = before !== null && readStatement(before.statement)?.form === statementForm
  const changes: LeafChange[] = []
  // Of the first edition all that is public is what it changed.
  for await (const some of goesOn || edition === 1 ? inParts(steps) : anew(tx, steps))
    changes.push(...(await writeLeaves(tx, edition, some, hashes)))
  const kept: TreeBranch[] = []
  const tree = await grown(goesOn ? before.tree : null, changes, keptTree(tx, edition - 1), (one) => kept.push(one))
  const rows = kept.map((one) => ({
    places: spelledPlaces(one),
    edition,
    hash: one.hash,
    left: bare(one.left),
    right: bare(one.right),
  }))
  await insertRows(tx, branches, rows)
  const { publicKey } = key
  const [site] = await tx.select().from(authority).where(eq(authority.id, siteAuthority))
  const said: Statement = {
    form: statementForm,
    site: site ? `${site.name},${site.since}` : null,
    edition,
    time: at,
    root: tree?.hash ?? emptyRoot,
    records: tree?.count ?? 0,
    previous: before ? statementDigest(before.statement) : null,
    key: publicKey.kid,
  }
  const statement = statementText(said)
  await tx.insert(signingKeys).values({ id: publicKey.kid, x: publicKey.x, since: edition }).onConflictDoNothing()
  const signature = key.sign(statement)
  await tx.insert(statements).values({ edition, statement, signature, key: publicKey.kid, tree: tree && bare(tree) })
  return signature
}

/** A part without what is below it. */
const bare = ({ at, bits, hash, count }: TreeBranch['left']): TreeBranch['left'] => ({ at, bits, hash, count })

async function writeLeaves(
  tx: Tx,
  edition: number,
  steps: readonly SignedStep[],
  hashes: Hashes | null,
): Promise<LeafChange[]> {
  const rows: (typeof leaves.$inferInsert)[] = []
  for (const [at, step] of steps.entries()) {
    const { key, revision, next } = step
    const ahead = hashes?.get(step)
    // Writing a record takes about a millisecond: others have a turn in between.
    if (ahead === undefined && at > 0 && at % inOneTurn === 0) await breathe()
    const hash = ahead ? ((await ahead.among)[ahead.at] ?? null) : next && leafOfRecord(key, next)
    rows.push({ place: placeOf(key), edition, ...key, revision, hash })
  }
  await insertRows(tx, leaves, rows)
  return rows.map(({ place, hash = null }) => ({ at: place, hash }))
}

function* inParts(steps: readonly SignedStep[]): Generator<SignedStep[]> {
  for (let at = 0; at < steps.length; at += atOnce) yield steps.slice(at, at + atOnce)
}

/** All that is public, and what is gone with this edition: it may have been signed for in another form. */
async function* anew(tx: Tx, steps: readonly SignedStep[]): AsyncGenerator<SignedStep[]> {
  yield* allPublic(tx)
  yield* inParts(steps.filter(({ next }) => next === null))
}

/** All that is public, some at a time. */
async function* allPublic(tx: Tx): AsyncGenerator<SignedStep[]> {
  for (const kind of recordKinds)
    for (let last = { dossier: '', id: '' }; ; ) {
      const rows = await tx
        .select()
        .from(records)
        .where(
          and(
            eq(records.kind, kind),
            or(gt(records.dossier, last.dossier), and(eq(records.dossier, last.dossier), gt(records.id, last.id))),
          ),
        )
        .orderBy(asc(records.dossier), asc(records.id))
        .limit(atOnce)
      const end = rows.at(-1)
      if (!end) break
      yield rows.map(({ dossier, id, revision, data }) => ({
        key: { kind, dossier, id },
        revision,
        next: data as AnyRecord,
      }))
      last = end
    }
}
