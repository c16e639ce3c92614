import type { Db } from '@/db/dialect'
import type { drafts } from '@/db/schema'
import { needsSecondPerson } from '@/lib/model'
import { recordKey } from '../../key'
import { findRecord } from '../../queries/record'
import type { WithheldDraft } from '../errors'

type Given = Pick<
  typeof drafts.$inferSelect,
  'id' | 'kind' | 'dossier' | 'recordId' | 'author' | 'data' | 'embargo' | 'state' | 'stateBy' | 'savedBy'
>

/**
 * The drafts that may not be published now by this person: those under an embargo, and those that a second person has to look
 * at, where their dossier asks for one (as it is public) and whoever publishes has written the text last.
 */
export async function withheldDrafts(
  db: Db,
  given: readonly Given[],
  { by, at }: { by: string; at: string },
): Promise<WithheldDraft[]> {
  const reviews = new Map<string, Awaited<ReturnType<typeof reviewOf>>>()
  const withheld: WithheldDraft[] = []
  for (const draft of given) {
    const { id, kind, dossier, recordId, data, embargo } = draft
    const key = recordKey(kind, dossier, recordId)
    if (embargo !== null && embargo > at) withheld.push({ id, key, embargo })
    if (!reviews.has(dossier)) reviews.set(dossier, await reviewOf(db, dossier))
    if (needsSecondPerson(reviews.get(dossier), kind, data) && !hasSecondPerson(draft, by)) withheld.push({ id, key })
  }
  return withheld
}

const reviewOf = async (db: Db, dossier: string) =>
  dossier === '' ? undefined : (await findRecord(db, recordKey('dossier', dossier, dossier)))?.record.review

/** Whether somebody besides who wrote the text last has approved it, or publishes it. */
function hasSecondPerson({ author, savedBy, state, stateBy }: Given, publisher: string): boolean {
  const writer = savedBy ?? author
  return publisher !== writer || (state === 'approved' && stateBy !== writer)
}
