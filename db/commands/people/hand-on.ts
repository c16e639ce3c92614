import type { Tx } from '@/db/dialect'
import { mayAct } from '@/lib/auth/roles'
import { type DraftEntry, listDrafts } from '../../queries/draft'
import type { User } from '../../queries/user'
import { moveDraft } from '../newsroom/draft-author'

/** What came of handing drafts on. */
export interface HandedOn {
  moved: number
  /** Drafts of records of which the other has one already: to be merged by hand. */
  double: DraftEntry[]
  /** Drafts of dossiers in which the other may not write. */
  closed: DraftEntry[]
}

/** Hands all drafts of one person on to another, as far as that can be; each is in the audit log, and both are told. */
export async function handDraftsOn(
  tx: Tx,
  { from, to, by, at }: { from: string; to: User; by: string; at: string },
): Promise<HandedOn> {
  const done: HandedOn = { moved: 0, double: [], closed: [] }
  for (const draft of await listDrafts(tx, { author: from })) {
    if (!mayAct(to, 'author', draft.dossier)) done.closed.push(draft)
    else if ((await moveDraft(tx, { id: draft.id, to: to.id, by, at })).ok) done.moved++
    else done.double.push(draft)
  }
  return done
}
