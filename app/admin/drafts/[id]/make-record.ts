import 'server-only'
import { freeId } from '@/app/_server/drafts/free-id'
import { saveDraft } from '@/db/commands/draft'
import { recordKey } from '@/db/key'
import type { Draft } from '@/db/queries/draft'
import type { User } from '@/db/queries/user'
import { deskLanguage } from '@/lib/addresses/names'
import { mayAct } from '@/lib/auth/roles'
import type { Applied } from '@/lib/forms/fields'
import { newRecord } from '@/lib/forms/new-record'
import { slugOf } from '@/lib/words/slug'

interface Making {
  draft: Draft
  fields: (readonly [string, string])[]
  user: User
  at: string
  /** The report’s own text as it was sent with it. */
  data: Record<string, unknown>
}

/** Begins the draft of a record that a report misses, by its name, in the write that saves the report. */
export async function makeRecord(
  tx: Parameters<typeof saveDraft>[0],
  { draft, fields, user, at, data }: Making,
): Promise<Applied> {
  const sent = new Map(fields)
  const name = (sent.get('new.name') ?? '').trim()
  const kind = (['change', 'actor', 'source'] as const).find((one) => one === sent.get('new.record'))
  if (!kind || name === '') return { ok: false, message: 'Nothing was made: say what is missing, and its name.' }
  if (kind === 'source' && !mayAct(user, 'author'))
    return { ok: false, message: 'A publisher takes a role for the whole site: ask somebody who has one.' }
  const id = await freeId(tx, kind, draft.dossier, slugOf(name) || kind)
  const saved = await saveDraft(tx, {
    key: recordKey(kind, draft.dossier, id),
    data: newRecord(kind, id, name, deskLanguage),
    author: user.id,
    at,
  })
  if (!saved.ok) return { ok: false, message: `You have a draft of “${id}” already: it is in the lists.` }
  return { ok: true, data }
}
