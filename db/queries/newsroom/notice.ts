import { and, desc, eq, isNull } from 'drizzle-orm'
import type { Db } from '@/db/dialect'
import { type NoticeKind, notices } from '@/db/schema'
import { readTitles, type Text } from '@/lib/model'
import { atMost } from '../limit'

/** What one person is told at the desk: what was done to a draft, by whom, and the words that came with it. */
export interface Notice {
  id: string
  userId: string
  kind: NoticeKind
  by: string
  at: string
  /** The draft may be gone by now. */
  draftId: string | null
  titles: Text
  text: string | null
  readAt: string | null
}

/** A person's notices, newest first; `unread` leaves out those that were read. */
export async function listNotices(
  db: Db,
  { user, unread = false, limit }: { user: string; unread?: boolean; limit: number },
): Promise<Notice[]> {
  const found = await db
    .select()
    .from(notices)
    .where(and(eq(notices.userId, user), unread ? isNull(notices.readAt) : undefined))
    .orderBy(desc(notices.at), desc(notices.id))
    .limit(atMost(limit))
  return found.map(({ title, ...notice }) => ({ ...notice, titles: readTitles(title) }))
}

/** How many notices a person has not read. */
export async function countUnread(db: Db, user: string): Promise<number> {
  return db.$count(notices, and(eq(notices.userId, user), isNull(notices.readAt)))
}
