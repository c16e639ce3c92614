import { and, asc, desc, eq, gt, lt, lte, sql } from 'drizzle-orm'
import { type Db, prepared } from '@/db/dialect'
import { editions, head } from '@/db/schema'
import type { EditionSummary } from '@/lib/events/edition-summary'
import { keep } from './keep'
import { atMost } from './limit'

/** One atomic publication (model, section 4); number 0 stands for "nothing is published yet". */
export interface Edition {
  number: number
  publishedAt: string
  by: string
  reason: string
  summary: EditionSummary
}

const none: Edition = {
  number: 0,
  publishedAt: '1970-01-01T00:00:00.000Z',
  by: '',
  reason: '',
  summary: { dossiers: [], records: {} },
}

/** The edition that is public now; number 0, published at the epoch, when there is none. */
export async function currentEdition(db: Db): Promise<Edition> {
  const [found] = await db.select(columns).from(head).innerJoin(editions, eq(editions.number, head.edition))
  return found ?? none
}

/** Its number alone, for those who ask often; 0 when nothing is published. */
export async function currentEditionNumber(db: Db): Promise<number> {
  const query = keep(db, 'current_edition', (name) => prepared(db.select({ edition: head.edition }).from(head), name))
  const [found] = await query.execute()
  return found?.edition ?? 0
}

/** One edition, or null when there is none of that number. */
export async function findEdition(db: Db, number: number): Promise<Edition | null> {
  const [found] = await db.select(columns).from(editions).where(eq(editions.number, number))
  return found ?? null
}

/** Newest first; `before` is the number to go on from. */
export async function listEditions(db: Db, { before, limit }: { before?: number; limit: number }): Promise<Edition[]> {
  const query = keep(db, `editions_${limit}${before === undefined ? '' : '_before'}`, (name) =>
    prepared(
      db
        .select(columns)
        .from(editions)
        .where(before === undefined ? undefined : lt(editions.number, sql.placeholder('before')))
        .orderBy(desc(editions.number))
        .limit(atMost(limit)),
      name,
    ),
  )
  return query.execute({ before })
}

/** A part of the list of editions up to one: the newest first, or of those after `since` the oldest first; from behind a number on. */
export async function listEditionPage(
  db: Db,
  { upTo, since, behind, limit }: { upTo: number; since: number | null; behind: number | null; limit: number },
): Promise<Edition[]> {
  const isForward = since !== null
  return db
    .select(columns)
    .from(editions)
    .where(
      and(
        lte(editions.number, upTo),
        isForward ? gt(editions.number, behind ?? since) : undefined,
        !isForward && behind !== null ? lt(editions.number, behind) : undefined,
      ),
    )
    .orderBy(isForward ? asc(editions.number) : desc(editions.number))
    .limit(atMost(limit))
}

const columns = {
  number: editions.number,
  publishedAt: editions.publishedAt,
  by: editions.by,
  reason: editions.reason,
  summary: editions.summary,
}
