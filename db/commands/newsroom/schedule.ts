import { randomUUID } from 'node:crypto'
import { and, asc, eq, lte } from 'drizzle-orm'
import type { Tx } from '@/db/dialect'
import { schedules } from '@/db/schema'
import { mayAct } from '@/lib/auth/roles'
import type { AskedDraft } from '../../asked-draft'
import type { Database } from '../../client'
import { findDraftEntry } from '../../queries/draft'
import { findSchedule, type Schedule } from '../../queries/newsroom/schedule'
import { findUser } from '../../queries/user'
import { writeAudit } from '../audit'
import { linesOf, PublishRefusedError } from '../errors'
import { publishDrafts } from '../publish/publish'
import { tell } from './notice'

/**
 * Sets a time at which drafts are published, in the versions given, by who sets it. `due` is the instant, `localTime` and
 * `zone` what was typed. Nothing is checked now but what a publication checks then.
 */
export async function schedulePublication(
  tx: Tx,
  given: { due: string; localTime: string; zone: string; drafts: AskedDraft[]; reason: string; by: string; at: string },
): Promise<Schedule> {
  const { due, localTime, zone, drafts, reason, by, at } = given
  const id = randomUUID()
  const schedule: Schedule = {
    ...{ id, due, localTime, zone, drafts, reason, by, createdAt: at },
    ...{ state: 'waiting', settledAt: null, edition: null, held: null },
  }
  await tx.insert(schedules).values(schedule)
  await writeAudit(tx, { at, by, action: 'schedule.set', subject: id, detail: { due, drafts, reason } })
  return schedule
}

/** Calls a publication off; false when it was settled already. */
export async function cancelSchedule(tx: Tx, { id, by, at }: { id: string; by: string; at: string }): Promise<boolean> {
  const cancelled = await tx
    .update(schedules)
    .set({ state: 'cancelled', settledAt: at })
    .where(and(eq(schedules.id, id), eq(schedules.state, 'waiting')))
    .returning({ id: schedules.id })
  if (cancelled.length > 0) await writeAudit(tx, { at, by, action: 'schedule.cancel', subject: id })
  return cancelled.length > 0
}

/**
 * Publishes what was due by an instant, in order: each once, whatever the number of nodes, and after a halt too. What cannot
 * be published then is held, and its author and who set the time are told why. Returns the schedules that it settled. Throws
 * an `AggregateError` after all of them where some could not be settled at all.
 */
export async function publishDue(database: Database, at: string): Promise<string[]> {
  const settled: string[] = []
  const due = await database.db
    .select({ id: schedules.id })
    .from(schedules)
    .where(and(eq(schedules.state, 'waiting'), lte(schedules.due, at)))
    .orderBy(asc(schedules.due), asc(schedules.createdAt), asc(schedules.id))
  const failures: unknown[] = []
  for (const { id } of due)
    try {
      const held = await publishOrRefuse(database, id, at)
      if (held !== null) await database.write((tx) => hold(tx, { id, at, held }))
      settled.push(id)
    } catch (error) {
      // One that the database does not take now is tried again, and keeps none behind it waiting.
      failures.push(error)
    }
  if (failures.length > 0) throw new AggregateError(failures, 'Not every publication that was due could be settled.')
  return settled
}

async function publishOrRefuse(database: Database, id: string, at: string): Promise<string | null> {
  try {
    return await database.write((tx) => publishOne(tx, id, at))
  } catch (error) {
    if (error instanceof PublishRefusedError) return linesOf(error.refusal).join('\n')
    throw error
  }
}

/**
 * Publishes one that waits, in the transaction that says so; returns why it may not be, where who set the time may no longer
 * publish. Throws `PublishRefusedError`.
 */
async function publishOne(tx: Tx, id: string, at: string): Promise<string | null> {
  const waiting = await findSchedule(tx, id)
  if (waiting && !(await mayStillPublish(tx, waiting)))
    return 'Who set this time may no longer publish all of these drafts.'
  // Taken first: another node that comes to it at the same moment waits here, and then finds it settled.
  const taken = await settle(tx, { id, at, state: 'published' })
  if (!taken) return null
  const { drafts, by, reason } = taken
  const before = await entriesOf(tx, drafts)
  const { edition } = await publishDrafts(tx, { drafts, by, at, reason })
  await tx.update(schedules).set({ edition }).where(eq(schedules.id, id))
  for (const draft of before)
    await tell(tx, { to: [draft.author, by], kind: 'published', by: '', at, draft, text: `Edition ${edition}` })
  return null
}

async function mayStillPublish(tx: Tx, { by, drafts }: Schedule): Promise<boolean> {
  const user = await findUser(tx, by)
  if (!user || user.disabledAt !== null) return false
  return (await entriesOf(tx, drafts)).every(({ dossier }) => mayAct(user, 'editor', dossier))
}

async function hold(tx: Tx, { id, at, held }: { id: string; at: string; held: string }): Promise<void> {
  const taken = await settle(tx, { id, at, state: 'held' })
  if (!taken) return
  const { drafts, by } = taken
  await tx.update(schedules).set({ held }).where(eq(schedules.id, id))
  await writeAudit(tx, { at, by, action: 'schedule.hold', subject: id, detail: { held } })
  for (const draft of await entriesOf(tx, drafts))
    await tell(tx, { to: [draft.author, by], kind: 'held', by: '', at, draft, text: held })
}

async function settle(
  tx: Tx,
  { id, at, state }: { id: string; at: string; state: 'published' | 'held' },
): Promise<typeof schedules.$inferSelect | undefined> {
  const [taken] = await tx
    .update(schedules)
    .set({ state, settledAt: at })
    .where(and(eq(schedules.id, id), eq(schedules.state, 'waiting')))
    .returning()
  return taken
}

async function entriesOf(tx: Tx, drafts: readonly AskedDraft[]) {
  const found = await Promise.all(drafts.map(({ id }) => findDraftEntry(tx, id)))
  return found.flatMap((draft) => draft ?? [])
}
