import { randomUUID } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '@/db/dialect'
import { type NoticeKind, notices } from '@/db/schema'
import { keptTitles, type Text } from '@/lib/model'

/** Leaves word for people at the desk, in the transaction that gives cause; nobody is told of what they did themselves. */
export async function tell(
  tx: Tx,
  given: {
    to: readonly string[]
    kind: NoticeKind
    by: string
    at: string
    draft: { id: string; titles: Text }
    text?: string | null | undefined
  },
): Promise<void> {
  const { kind, by, at, draft, text = null } = given
  const to = [...new Set(given.to)].filter((user) => user !== by)
  if (to.length === 0) return
  await tx.insert(notices).values(
    to.map((userId) => ({
      id: randomUUID(),
      userId,
      kind,
      by,
      at,
      draftId: draft.id,
      title: keptTitles(draft.titles),
      text,
      readAt: null,
    })),
  )
}

/** Marks notices of a person as read: one, or all that are there. */
export async function markRead(
  tx: Tx,
  { user, id, at }: { user: string; id?: string | undefined; at: string },
): Promise<void> {
  await tx
    .update(notices)
    .set({ readAt: at })
    .where(and(eq(notices.userId, user), isNull(notices.readAt), id === undefined ? undefined : eq(notices.id, id)))
}
