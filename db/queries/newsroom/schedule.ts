import { asc, desc, eq, min, ne } from 'drizzle-orm'
import type { Db } from '@/db/dialect'
import { type ScheduleState, schedules } from '@/db/schema'
import type { AskedDraft } from '../../asked-draft'
import { atMost } from '../limit'

/** A publication at a set time, and what became of it. */
export interface Schedule {
  id: string
  /** The instant. */
  due: string
  /** As it was set, `YYYY-MM-DDTHH:MM` in `zone`. */
  localTime: string
  zone: string
  drafts: AskedDraft[]
  reason: string
  by: string
  createdAt: string
  state: ScheduleState
  settledAt: string | null
  /** The edition that came of it. */
  edition: number | null
  /** Why it was held, in words. */
  held: string | null
}

/** Publications that wait for their time, the next one first. */
export async function listWaiting(db: Db): Promise<Schedule[]> {
  return db
    .select()
    .from(schedules)
    .where(eq(schedules.state, 'waiting'))
    .orderBy(asc(schedules.due), asc(schedules.createdAt), asc(schedules.id))
}

/** Publications that are settled, those settled last first. */
export async function listSettled(db: Db, { limit }: { limit: number }): Promise<Schedule[]> {
  return db
    .select()
    .from(schedules)
    .where(ne(schedules.state, 'waiting'))
    .orderBy(desc(schedules.settledAt), desc(schedules.id))
    .limit(atMost(limit))
}

/** One publication; null when there is none of that id. */
export async function findSchedule(db: Db, id: string): Promise<Schedule | null> {
  const [found] = await db.select().from(schedules).where(eq(schedules.id, id))
  return found ?? null
}

/** The instant of the next publication that waits; null when none does. */
export async function nextDue(db: Db): Promise<string | null> {
  const [found] = await db
    .select({ due: min(schedules.due) })
    .from(schedules)
    .where(eq(schedules.state, 'waiting'))
  return found?.due ?? null
}
