import { now } from '@/app/_server/clock'
import { requireRole } from '@/app/_server/session'
import { database } from '@/db/client'
import { visitDraft } from '@/db/commands/newsroom/visit'
import { findDraftEntry } from '@/db/queries/draft'
import { listVisitors, type Visitor } from '@/db/queries/newsroom/visit'

export const dynamic = 'force-dynamic'

/** What the page of a draft asks now and then; `version` null: the draft is gone. */
export interface Presence {
  version: number | null
  visitors: Visitor[]
}

/** Notes that the signed-in person still has the draft open, and says who else has, and which version is stored. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { user } = await requireRole('author')
  const { id } = await params
  const { db, write } = await database()
  const at = now()
  const draft = await findDraftEntry(db, id)
  // A note that is not stored keeps nobody from reading.
  if (draft) await write((tx) => visitDraft(tx, { draft: id, user: user.id, at })).catch(() => undefined)
  const presence: Presence = {
    version: draft?.version ?? null,
    visitors: draft ? await listVisitors(db, { draft: id, except: user.id, at }) : [],
  }
  return Response.json(presence, { headers: { 'Cache-Control': 'no-store' } })
}
